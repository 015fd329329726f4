package org.daywatch.planning.drills.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.daywatch.planning.PlanningEvent.DrillNoticeSent;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillDues;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the school's staff of a drill through Daywatch, and keeps that families were given the sheet. */
@Component
@Transactional
public class DrillNotices {

    private final Notifications notifications;
    private final DrillRecords records;
    private final DrillDues dues;
    private final Facts facts;
    private final Texts texts;
    private final Clock clock;

    DrillNotices(Notifications notifications, DrillRecords records, DrillDues dues, Facts facts, Texts texts,
            Clock clock) {
        this.notifications = notifications;
        this.records = records;
        this.dues = dues;
        this.facts = facts;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * To everybody who has a place at the school; of an unannounced drill to those who lead it only. @return how many
     * people
     */
    public int tellStaff(Drill drill, Campus school, By by) {
        scheduled(drill);
        var roles = drill.announced()
                ? List.of(Role.PRINCIPAL, Role.FRONT_OFFICE, Role.TEACHER)
                : List.of(Role.PRINCIPAL);
        var notice = Notice.of("DRILL_COMING", "/drills/" + drill.id(), language -> {
            var when = When.in(language);
            String kind = texts.of(language, "drills.kind." + drill.kind());
            String day = when.fullDate(drill.day());
            return new Notice.Words(texts.of(language, "drills.notice.subject", kind, day),
                    texts.of(language, "drills.notice.body", kind, school.name(), day, when.time(drill.at())));
        }).until(drill.day().atTime(drill.at()).atZone(school.zone()).toInstant());
        int told = 0;
        for (var role : roles)
            told += notifications.tell(notice, new Audience.Holders(drill.districtId(), role, school.id()));
        keep(drill, "STAFF", "DAYWATCH", told, by);
        return told;
    }

    /** The sheet was given out. @throws Refused when that is later than a rule allows: then the drill must move */
    public void toldFamilies(Drill drill, Campus school, String how, By by) {
        scheduled(drill);
        var today = LocalDate.now(clock.withZone(school.zone()));
        var earliest = today.plusDays(dues.noticeDays(school, drill.kind(), today));
        if (drill.day().isBefore(earliest))
            throw new Refused(PlanningRefusal.DRILL_NOTICE_TOO_SHORT, Map.of("day", earliest));
        keep(drill, "FAMILIES", how, 0, by);
    }

    /** @throws Refused before it was held */
    public void posted(Drill drill, String where, By by) {
        if (!drill.held()) throw new Refused(PlanningRefusal.DRILL_NOT_HELD);
        keep(drill, "PUBLIC", where, 0, by);
    }

    private static void scheduled(Drill drill) {
        if (!(drill.state() instanceof Drill.State.Scheduled)) throw new Refused(PlanningRefusal.DRILL_NOT_SCHEDULED);
    }

    private void keep(Drill drill, String audience, String how, int told, By by) {
        records.noticed(drill, audience, how, told, by);
        facts.tell(new DrillNoticeSent(drill.agencyId(), drill.id(), clock.instant(), drill.schoolId(), audience,
                by.name(), "DRILL:" + drill.kind()));
    }
}
