package org.daywatch.mentoring.times;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.mentoring.times.MeetingTimeStore.Standing;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.days.OfficerDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees which meetings a mentor cannot come to, and tells the counselor once: at which school and on which day, and no
 * word more. The district is bound.
 */
@Component
@Transactional
public class LostMeetings {

    /** How far ahead meetings are looked at; so much again to see whether that week is planned at all. */
    private static final int DAYS = 14;

    private final MeetingTimeStore store;
    private final SessionDays sessions;
    private final OfficerDays days;
    private final Campuses campuses;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    LostMeetings(MeetingTimeStore store, SessionDays sessions, OfficerDays days, Campuses campuses,
            Notifications notifications, Texts texts, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.days = days;
        this.campuses = campuses;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    /** Looks at all matches of the district. @return of how many meetings somebody was told now */
    public int look() {
        int told = 0;
        for (var of : store.all()) told += look(of, Set.of());
        return told;
    }

    /** A shift of an officer fell away, or stands again. @param gone the days of a shift that fell away */
    int look(UUID school, UUID officer, Set<LocalDate> gone) {
        int told = 0;
        for (var of : store.of(school, officer)) told += look(of, gone);
        return told;
    }

    private int look(Standing of, Set<LocalDate> gone) {
        var school = campuses.find(of.school()).orElseThrow();
        var now = clock.instant();
        var here = now.atZone(school.zone());
        var today = here.toLocalDate();
        var first = here.toLocalTime().isAfter(of.time().hours().begins()) ? today.plusDays(1) : today;
        var next = MeetingTimes.schoolDays(sessions, school, first, today.plusDays(DAYS));
        var there = new HashMap<LocalDate, List<Hours>>();
        var planned = today.minusDays(1);
        for (var d : days.at(school.id(), today.atStartOfDay(school.zone()).toInstant(),
                today.plusDays(2L * DAYS).atStartOfDay(school.zone()).toInstant())) {
            var begins = d.startsAt().atZone(school.zone());
            var ends = d.endsAt().atZone(school.zone());
            if (begins.toLocalDate().isAfter(planned)) planned = begins.toLocalDate();
            if (d.person().equals(of.mentor()))
                there.computeIfAbsent(begins.toLocalDate(), k -> new ArrayList<>())
                        .add(new Hours(begins.toLocalTime(), ends.toLocalDate().isAfter(begins.toLocalDate())
                                ? LocalTime.MAX
                                : ends.toLocalTime()));
        }
        var lost = new HashSet<>(of.time().lost(next, there, planned));
        lost.addAll(of.time().lost(next.stream().filter(gone::contains).toList(), there, LocalDate.MAX));
        int told = 0;
        for (var day : of.time().days(next)) {
            if (lost.contains(day)) {
                if (store.lose(of, day, now)) told += tell(of, school, day, "lost");
            } else if (there.containsKey(day) && store.back(of, day, now)) told += tell(of, school, day, "back");
        }
        return told;
    }

    /** A mentor has lost a paper: nobody meets them until it is back. @return of how many matches somebody was told */
    int unscreened(UUID mentor) {
        int told = 0;
        for (var m : store.ofMentor(mentor)) {
            var school = campuses.find(m.school()).orElseThrow().name();
            told += notifications.tell(
                    Notice.of("MENTORING_SCREENING", "/mentoring/" + m.match(),
                            language -> new Notice.Words(
                                    texts.of(language, "meetingtime.notice.unscreened.subject", school),
                                    texts.of(language, "meetingtime.notice.unscreened.body", school))),
                    Audience.person(Tenancy.tenant(), m.counselor())) > 0 ? 1 : 0;
        }
        return told;
    }

    private int tell(Standing of, Campus school, LocalDate day, String what) {
        return notifications.tell(
                Notice.of("MENTORING_DAY", "/mentoring/" + of.time().match(),
                        language -> new Notice.Words(
                                texts.of(language, "meetingtime.notice." + what + ".subject", school.name()),
                                texts.of(language, "meetingtime.notice." + what + ".body", school.name(),
                                        When.in(language).day(day)))),
                Audience.person(of.district(), of.counselor())) > 0 ? 1 : 0;
    }
}
