package org.daywatch.transparency.programs.clocks;

import java.time.ZoneId;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.When;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told that it runs, the safety director and the agency's coordinators; who is reminded, the principal and the
 * agency's coordinators; to whom it goes when it is late, the safety director and the agency's administrators.
 */
@Component
class ClockNotices {

    private final HomeTime home;
    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    ClockNotices(Notifications notifications, Campuses campuses, Texts texts, HomeTime home) {
        this.home = home;
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    /** It began by itself: the hours count from now, and nobody at a desk may know of it yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void started(ProgramClock c) {
        var notice = notice(c, "started");
        notifications.tell(notice, Audience.holders(c.districtId(), Role.SAFETY_DIRECTOR));
        notifications.tell(notice, Audience.holders(c.agencyId(), Role.COORDINATOR));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void soon(ProgramClock c) {
        var notice = notice(c, "soon");
        notifications.tell(notice, new Audience.Holders(c.districtId(), Role.PRINCIPAL, c.schoolId()));
        notifications.tell(notice, Audience.holders(c.agencyId(), Role.COORDINATOR));
    }

    /** It was answered late with a word that it had been done in time: a second one is asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    void toConfirm(ProgramClock c) {
        var notice = notice(c, "confirm");
        notifications.tell(notice, new Audience.Holders(c.districtId(), Role.PRINCIPAL, c.schoolId()));
        notifications.tell(notice, Audience.holders(c.agencyId(), Role.COORDINATOR));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void late(ProgramClock c) {
        var notice = notice(c, "late").asUrgent();
        notifications.tell(notice, Audience.holders(c.districtId(), Role.SAFETY_DIRECTOR));
        notifications.tell(notice, Audience.holders(c.agencyId(), Role.AGENCY_ADMIN));
        notifications.tell(notice, new Audience.Holders(c.districtId(), Role.PRINCIPAL, c.schoolId()));
    }

    private Notice notice(ProgramClock c, String what) {
        var school = campuses.find(c.schoolId());
        String name = school.map(Campus::name).orElse("");
        ZoneId zone = school.map(Campus::zone).orElseGet(home::zone);
        return Notice.of("PROGRAM_CLOCK_" + what.toUpperCase(java.util.Locale.ROOT), "/program/clocks/" + c.id(),
                language -> {
                    String kind = texts.of(language, "program.clock.kind." + c.kind());
                    var day = ClockDue.day(c.dueAt(), zone);
                    String due = day == null
                            ? When.in(language).moment(c.dueAt(), zone)
                            : texts.of(language, "program.clock.endOf", When.in(language).dayAndYear(day));
                    String known = "program.clock.about." + c.about();
                    String about = texts.has(known) ? texts.of(language, known) : c.about();
                    return new Notice.Words(
                            texts.of(language, "program.clock.notice." + what + ".subject", kind, name, due),
                            texts.of(language, "program.clock.notice." + what + ".body", kind, name, due, about));
                });
    }
}
