package org.daywatch.prevention.findings;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.findings.FindingDues.AgeBounds;
import org.daywatch.prevention.findings.FindingDues.RiskRule;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Findings as people look for them. */
@Component
@Transactional(readOnly = true)
public class FindingQueries {

    public static final Map<String, Comparator<Row>> SORTS = Map.of("due",
            Comparator.comparing(r -> r.finding().next()), "school", Comparator.comparing(r -> r.school().name()),
            "state", Comparator.comparing(r -> r.finding().state().code()), "age", Comparator.comparingLong(Row::days),
            "risk", Comparator.comparingInt(r -> r.finding().rating().risk()));

    private static final Set<String> CLOSED_TOO = Set.of("CLOSED", "ALL", "MINE");

    private final HomeTime home;
    private final FindingStore findings;
    private final FindingDoor door;
    private final FindingSentences sentences;
    private final FindingDues dues;
    private final Campuses campuses;
    private final Clock clock;

    FindingQueries(FindingStore findings, FindingDoor door, FindingSentences sentences, FindingDues dues,
            Campuses campuses, HomeTime home, Clock clock) {
        this.home = home;
        this.findings = findings;
        this.door = door;
        this.sentences = sentences;
        this.dues = dues;
        this.campuses = campuses;
        this.clock = clock;
    }

    /**
     * @param what in the reader's language. @param days since it was found, or until it was closed. @param rule by
     * which its risk is judged
     */
    public record Row(Finding finding, String what, Campus school, long days, boolean late, RiskRule rule) {

        public static List<RiskRule> rules(List<Row> rows) {
            return rows.stream().map(Row::rule).toList();
        }
    }

    /**
     * What is not closed, by age, and what mending it would cost. What is closed, or accepted as a risk, has no age
     * here.
     *
     * @param bounds of the ages: {@code week}, {@code month} and {@code quarter} end there
     * @param known dollars of those somebody has estimated; @param unknown of how many nobody knows what they cost
     */
    public record Aging(AgeBounds bounds, int late, int week, int month, int quarter, int older, long known,
            int unknown, int toVerify) {

        static Aging of(List<Row> rows, AgeBounds bounds) {
            var open = rows.stream().filter(r -> !(r.finding().state() instanceof State.Closed)
                    && !(r.finding().state() instanceof State.RiskAccepted)).toList();
            var toPay = open.stream().map(Row::finding).filter(f -> f.state().toMend()).map(Finding::rating)
                    .filter(r -> r.cost() != CostClass.NONE).toList();
            return new Aging(bounds, (int) rows.stream().filter(Row::late).count(), within(open, 0, bounds.first()),
                    within(open, bounds.first() + 1, bounds.second()),
                    within(open, bounds.second() + 1, bounds.third()),
                    within(open, bounds.third() + 1, Integer.MAX_VALUE),
                    toPay.stream().filter(r -> r.estimate() != null).mapToLong(Finding.Rating::estimate).sum(),
                    (int) toPay.stream().filter(r -> r.estimate() == null).count(),
                    (int) open.stream().filter(r -> r.finding().state() instanceof State.Fixed).count());
        }

        private static int within(List<Row> rows, int from, int to) {
            return (int) rows.stream().filter(r -> r.days() >= from && r.days() <= to).count();
        }
    }

    /** What they may read; what is closed only where it is asked for. */
    public List<Row> all(Paging paging, Actor actor, String language) {
        var closed = CLOSED_TOO.contains(paging.filter("state")) ? DSL.noCondition() : FINDING.STATE.ne("CLOSED");
        var found = findings.list(door.readable(actor).and(closed));
        var named = campuses.list(found.stream().map(Finding::schoolId).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var said = sentences.in(language, found);
        var rules = dues.risks();
        return found.stream().filter(f -> named.containsKey(f.schoolId()))
                .map(f -> row(f, said.getOrDefault(f.id(), f.what()), named.get(f.schoolId()), rules)).toList();
    }

    public Aging aging(List<Row> all) {
        return Aging.of(all, dues.ages(all.stream().map(Row::school).distinct().toList(), home.today()));
    }

    public List<Row> list(Paging paging, Actor actor, List<Row> all) {
        return all.stream().filter(r -> passes(paging.filter("state"), r, actor))
                .filter(r -> paging.filter("severity").isEmpty()
                        || paging.filter("severity").equals(String.valueOf(r.finding().rating().severity())))
                .filter(r -> paging.finds(r.school().name(), r.finding().what(), r.what(), r.finding().where().place(),
                        r.finding().owner() == null ? "" : r.finding().owner().name()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.finding().id())).toList();
    }

    /** Without a choice, what is not closed. */
    private static boolean passes(String state, Row r, Actor actor) {
        var s = r.finding().state();
        return switch (state) {
            case "" -> !(s instanceof State.Closed);
            case "ALL" -> true;
            case "LATE" -> r.late();
            case "MINE" -> r.finding().origin().by().person().equals(actor.person());
            default -> s.code().equals(state);
        };
    }

    /** At the same checkpoint or of the same item, newest first, without this one. */
    public List<Finding> sameBefore(Finding f) {
        if (f.origin().checkpointId() == null) return List.of();
        return findings.list(FINDING.CHECKPOINT_ID.eq(f.origin().checkpointId()).and(FINDING.ID.ne(f.id()))).reversed();
    }

    private Row row(Finding f, String what, Campus school, BiFunction<Campus, Finding, RiskRule> rules) {
        var until = f.state() instanceof State.Closed(var _, var _, var closed) ? closed.at() : clock.instant();
        return new Row(f, what, school, Duration.between(f.origin().at(), until).toDays(),
                f.late(LocalDate.now(clock.withZone(school.zone()))), rules.apply(school, f));
    }
}
