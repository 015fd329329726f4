package org.daywatch.training.sessions.teach;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.training.PlannedLessons;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSession.State;
import org.daywatch.training.sessions.LessonSessionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one person teaches: today, soon, and what they have not written down yet. */
@Component
@Transactional(readOnly = true)
public class MyLessons implements PlannedLessons {

    private static final int AHEAD_DAYS = 14;
    private static final int BACK_DAYS = 30;

    private final LessonSessionStore sessions;
    private final Campuses campuses;
    private final Clock clock;

    MyLessons(LessonSessionStore sessions, Campuses campuses, Clock clock) {
        this.sessions = sessions;
        this.campuses = campuses;
        this.clock = clock;
    }

    public record Mine(LessonSession session, Campus school) {}

    /** @param unwritten begun and not written down, or missed. @param today those of today, written or not */
    public record Days(List<Mine> unwritten, List<Mine> today, List<Mine> coming) {}

    public Days of(UUID person) {
        var utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var l = LESSON_SESSION;
        var all = sessions.list(l.TEACHER_PERSON.eq(person)
                .and(l.DAY.between(utc.minusDays(BACK_DAYS), utc.plusDays(AHEAD_DAYS))).and(l.STATE.ne("CALLED_OFF")));
        var schools = campuses.list(all.stream().map(LessonSession::schoolId).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var mine = all.stream().filter(s -> schools.containsKey(s.schoolId()))
                .map(s -> new Mine(s, schools.get(s.schoolId()))).toList();
        return new Days(mine.stream().filter(this::unwritten).toList(), mine.stream().filter(this::ofToday).toList(),
                mine.stream().filter(m -> m.session().planned() && m.session().slot().day().isAfter(today(m.school())))
                        .toList());
    }

    private boolean unwritten(Mine m) {
        boolean open = m.session().state() instanceof State.Missed || m.session().planned();
        return open && m.session().slot().day().isBefore(today(m.school()));
    }

    private boolean ofToday(Mine m) {
        return m.session().slot().day().equals(today(m.school()));
    }

    private LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }

    @Override
    public List<Planned> today(UUID person) {
        var days = of(person);
        return java.util.stream.Stream
                .concat(days.unwritten().stream().filter(m -> m.session().planned()), days.today().stream())
                .filter(m -> m.session().planned())
                .map(m -> new Planned(m.session().id(), m.session().schoolId(), m.session().content().title(),
                        m.session().group().label(), m.session().slot().from(), href(m)))
                .toList();
    }

    /** Straight to its record where it was begun and ended. */
    static String href(Mine m) {
        boolean over = m.session().state() instanceof State.Planned(var begun, var ended) && ended != null;
        return "/lessons/sessions/" + m.session().id() + (over ? "/record" : "");
    }
}
