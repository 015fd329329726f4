package org.daywatch.planning.improvements;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Improvements as people look for them. */
@Component
@Transactional(readOnly = true)
public class ImprovementQueries {

    static final Map<String, Comparator<Row>> SORTS = Map.of("due", Comparator.comparing(r -> r.improvement().due()),
            "school", Comparator.comparing(r -> r.school().name()),
            "state", Comparator.comparing(r -> r.improvement().state().code()), "age",
            Comparator.comparingLong(Row::days));

    private final ImprovementStore improvements;
    private final Campuses campuses;
    private final Clock clock;

    ImprovementQueries(ImprovementStore improvements, Campuses campuses, Clock clock) {
        this.improvements = improvements;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** @param days since it was agreed, or until it was closed */
    public record Row(Improvement improvement, Campus school, long days, boolean late) {}

    /** What was learned from a drill, an incident or a meeting. */
    public List<Improvement> from(UUID source) {
        return improvements.list(IMPROVEMENT.SOURCE_ID.eq(source));
    }

    List<Row> list(Paging paging, Optional<Set<UUID>> schools) {
        var all = improvements.list(schools.map(IMPROVEMENT.SCHOOL_ID::in).orElse(DSL.noCondition()));
        var named = campuses.list(all.stream().map(Improvement::schoolId).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return all.stream().filter(i -> named.containsKey(i.schoolId())).map(i -> row(i, named.get(i.schoolId())))
                .filter(r -> paging.filter("state").isEmpty() || (paging.filter("state").equals("LATE")
                        ? r.late()
                        : r.improvement().state().code().equals(paging.filter("state"))))
                .filter(r -> paging.finds(r.school().name(), r.improvement().issue(), r.improvement().action(),
                        r.improvement().owner()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.improvement().id())).toList();
    }

    private Row row(Improvement i, Campus school) {
        var today = LocalDate.now(clock.withZone(school.zone()));
        var until = switch (i.state()) {
            case Improvement.State.Verified(var d, var verified) -> verified.at();
            case Improvement.State.Dropped(var dropped) -> dropped.at();
            case Improvement.State.Open _,Improvement.State.Done _ -> clock.instant();
        };
        return new Row(i, school, java.time.Duration.between(i.agreedAt(), until).toDays(), i.late(today));
    }
}
