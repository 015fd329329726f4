package org.daywatch.training.sessions.teach;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionStore;
import org.springframework.stereotype.Component;

/** Lessons in the timetable as people look for them: those of this school year and the one before. */
@Component
public class SessionRows {

    static final Map<String, Comparator<Row>> SORTS = Map.of("day",
            Comparator.comparing(r -> r.session().slot().from()), "lesson",
            Comparator.comparing(r -> r.session().content().title()),
            "school", Comparator.comparing(r -> r.school().name()), "class",
            Comparator.comparing(r -> r.session().group().label()), "teacher",
            Comparator.comparing(r -> r.session().teacher().name()),
            "state", Comparator.comparing(r -> r.session().state().code()), "minutes",
            Comparator.comparingInt(r -> r.session().account() == null ? 0 : r.session().account().minutes()));
    private static final int BACK_MONTHS = 24;

    private final LessonSessionStore sessions;
    private final Clock clock;

    SessionRows(LessonSessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public record Row(LessonSession session, Campus school) {}

    List<Row> of(List<Campus> schools) {
        var named = schools.stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(BACK_MONTHS);
        return sessions.list(LESSON_SESSION.SCHOOL_ID.in(named.keySet()).and(LESSON_SESSION.DAY.gt(since))).stream()
                .map(s -> new Row(s, named.get(s.schoolId()))).toList();
    }

    static List<Row> filtered(List<Row> all, Paging paging) {
        return all.stream()
                .filter(r -> is(paging, "school", r.school().id().toString())
                        && is(paging, "state", r.session().state().code())
                        && is(paging, "teacher", r.session().teacher().name())
                        && is(paging, "audience", r.session().group().audience().name()))
                .filter(r -> paging.finds(r.session().content().title(), r.session().content().code(),
                        r.session().group().label(), r.school().name(), r.session().teacher().name()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.session().id())).toList();
    }

    private static boolean is(Paging paging, String filter, String value) {
        return paging.filter(filter).isEmpty() || paging.filter(filter).equals(value);
    }
}
