package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.scheduling.engine.Small.mon;
import static org.daywatch.scheduling.engine.Small.tue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.tiny.Planted;
import org.daywatch.scheduling.tiny.TinySchedules;
import org.junit.jupiter.api.Test;

/**
 * The same problem, seed and moves give the same bytes: with any number of threads, and in whatever order somebody
 * wrote the file.
 */
class SameScheduleTest {

    private static final long MOVES = Boolean.getBoolean("daywatch.long") ? 60_000 : 15_000;

    private static String bytes(ScheduleProblem problem, int threads, long seed, long moves) {
        var answer = ScheduleSolver.solve(problem, "", new Budget.Moves(moves), threads, seed, SearchProgress.SILENT);
        return new String(AnswerFile.write(answer, problem.objective().kind()), StandardCharsets.UTF_8);
    }

    @Test
    void oneTwoAndFiveThreadsGiveTheSameBytes() {
        for (var kind : Kind.values()) {
            var problem = manyMarkets(kind);
            assertThat(Markets.of(ScheduleModel.of(problem)).length).isGreaterThan(5);
            var one = bytes(problem, 1, 11, MOVES);
            assertThat(bytes(problem, 1, 11, MOVES)).isEqualTo(one);
            assertThat(bytes(problem, 2, 11, MOVES)).isEqualTo(one);
            assertThat(bytes(problem, 5, 11, MOVES)).isEqualTo(one);
            assertThat(bytes(problem, 2, 12, MOVES)).as("the seed is written down").contains("\"seed\":12");
        }
    }

    @Property(tries = 60)
    void theOrderInWhichTheFileIsWrittenChangesNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var problem = TinySchedules.of(seed, 3, 9, 5, 2, true);
        var few = kind(problem, Kind.FEWEST_OFFICERS);
        assertThat(bytes(shuffled(problem, seed + 1), 1, 3, 2_000)).isEqualTo(bytes(problem, 1, 3, 2_000));
        assertThat(bytes(shuffled(few, seed + 2), 1, 3, 2_000)).isEqualTo(bytes(few, 1, 3, 2_000));
    }

    @Test
    void schoolsWhoseOfficersNeverMeetAreMarketsOfTheirOwn() {
        var two = Small.field().add("officers", "{id: 'P', department: 'D', hours: []}")
                .shift("A", mon("08:00"), mon("12:00")).shift("B", tue("08:00"), tue("12:00"))
                .set("shifts", "A", "eligible", "['O']");
        assertThat(markets(two.copy().set("shifts", "B", "eligible", "['P']"))).isEqualTo(2);
        assertThat(markets(two.copy().set("shifts", "B", "eligible", "['O', 'P']"))).as("O could stand at both")
                .isEqualTo(1);
        assertThat(markets(two.copy().set("shifts", "B", "eligible", "[]"))).as("a seat for nobody is alone")
                .isEqualTo(2);
        assertThat(markets(two.copy().set("shifts", "A", "needs", "3").set("shifts", "B", "eligible", "['P']")))
                .as("seats of one shift share their officers").isEqualTo(2);
    }

    private static int markets(org.daywatch.scheduling.check.Draft draft) {
        return Markets.of(ScheduleModel.of(ScheduleFile.read(draft.problemBytes()))).length;
    }

    /** Planted weeks side by side under names of their own. */
    private static ScheduleProblem manyMarkets(Kind kind) {
        var parts = new ArrayList<ScheduleProblem>();
        for (int i = 0; i < 8; i++) parts.add(renamed(Planted.of(i, 3 + i % 4, 4).problem(), "m" + i + "-"));
        var first = parts.getFirst();
        return new ScheduleProblem("many", first.first(), first.last(),
                new Objective(kind, first.objective().weights()), all(parts, ScheduleProblem::policies),
                all(parts, ScheduleProblem::departments), all(parts, ScheduleProblem::schools),
                all(parts, ScheduleProblem::shifts), all(parts, ScheduleProblem::officers), List.of(), List.of());
    }

    private static <T> List<T> all(List<ScheduleProblem> parts,
            java.util.function.Function<ScheduleProblem, List<T>> list) {
        return parts.stream().flatMap(p -> list.apply(p).stream()).toList();
    }

    private static ScheduleProblem renamed(ScheduleProblem p, String by) {
        var worths = new ArrayList<Shift>();
        for (var s : p.shifts()) {
            var worth = new LinkedHashMap<String, Long>();
            s.eligible().forEach((o, w) -> worth.put(by + o, w));
            worths.add(new Shift(by + s.id(), by + s.school(), s.day(), s.window(), s.needs(), s.role(), s.requires(),
                    s.work(), s.priority(), worth, null));
        }
        return new ScheduleProblem(p.id(), p.first(), p.last(), p.objective(),
                p.policies().stream().map(x -> new Policy(by + x.id(), x.shape(), x.hard(), x.validFrom(), x.validTo()))
                        .toList(),
                p.departments().stream()
                        .map(d -> new Department(by + d.id(), d.zone(), d.policies().stream().map(x -> by + x).toList(),
                                d.prohibits()))
                        .toList(),
                p.schools().stream().map(s -> new School(by + s.id(), s.zone(), s.level(), s.at(), Set.of())).toList(),
                worths,
                p.officers().stream()
                        .map(o -> new Officer(by + o.id(), by + o.department(), o.roles(), o.holds(), o.home(),
                                o.rate(), o.blocks(), o.hours(), o.available(),
                                o.wishes(), o.history()))
                        .toList(),
                List.of(), List.of());
    }

    private static ScheduleProblem kind(ScheduleProblem p, Kind kind) {
        return new ScheduleProblem(p.id(), p.first(), p.last(), new Objective(kind, p.objective().weights()),
                p.policies(), p.departments(), p.schools(), p.shifts(), p.officers(),
                p.pins(), p.published());
    }

    private static ScheduleProblem shuffled(ScheduleProblem p, long seed) {
        var luck = new Random(seed);
        return new ScheduleProblem(p.id(), p.first(), p.last(), p.objective(), mixed(p.policies(), luck),
                mixed(p.departments(), luck).stream()
                        .map(d -> new Department(d.id(), d.zone(), mixed(d.policies(), luck), d.prohibits())).toList(),
                mixed(p.schools(), luck),
                mixed(p.shifts(), luck).stream().map(s -> s.eligible() == null ? s : listed(s, luck)).toList(),
                mixed(p.officers(), luck).stream().map(o -> new Officer(o.id(), o.department(),
                        new LinkedHashSet<>(mixed(List.copyOf(o.roles()), luck)), mixed(o.holds(), luck), o.home(),
                        o.rate(), o.blocks(), mixed(o.hours(), luck),
                        o.available() == null ? null : mixed(o.available(), luck), o.wishes(), o.history())).toList(),
                mixed(p.pins(), luck), mixed(p.published(), luck));
    }

    private static Shift listed(Shift s, Random luck) {
        var again = new LinkedHashMap<String, Long>();
        mixed(List.copyOf(s.eligible().keySet()), luck).forEach(o -> again.put(o, s.eligible().get(o)));
        return new Shift(s.id(), s.school(), s.day(), s.window(), s.needs(), s.role(), s.requires(), s.work(),
                s.priority(), again, s.asked());
    }

    private static <T> List<T> mixed(List<T> list, Random luck) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, luck);
        return copy;
    }
}
