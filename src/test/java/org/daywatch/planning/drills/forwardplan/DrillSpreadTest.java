package org.daywatch.planning.drills.forwardplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.daywatch.directory.DayKind;
import org.daywatch.planning.drills.forwardplan.SpreadPlan.Choice;
import org.daywatch.planning.drills.forwardplan.SpreadPlan.Rule;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Ceiling;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Day;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Hour;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Placed;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Wanted;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.junit.jupiter.api.Test;

class DrillSpreadTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 21);
    private static final UUID CLASS = new UUID(0, 1);
    private static final List<Hour> HOURS = List.of(new Hour(LocalTime.of(8, 30), Set.of(CLASS)),
            new Hour(LocalTime.of(10, 0), Set.of(CLASS)), new Hour(LocalTime.of(13, 0), Set.of(new UUID(0, 2))));

    /** The Texas year: one a semester of lockdown, four fire, the others once. */
    @Test
    void aWholeYearIsSpreadOverWeeksWeekdaysHoursAndMonths() {
        var wanted = List.of(year(DrillKind.SECURE, 1), year(DrillKind.LOCKDOWN, 1), year(DrillKind.LOCKDOWN, 2),
                year(DrillKind.EVACUATE, 1), year(DrillKind.SHELTER_HAZMAT, 1),
                year(DrillKind.SHELTER_WEATHER, 1), year(DrillKind.FIRE, 1), year(DrillKind.FIRE, 2),
                year(DrillKind.FIRE, 3), year(DrillKind.FIRE, 4));
        var plan = DrillSpread.of(problem(school(), wanted, List.of(), List.of(), 9));
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.choices()).hasSize(10);
        assertThat(plan.choices().stream().map(c -> c.day().getDayOfWeek()).distinct()).as("weekdays").hasSize(5);
        assertThat(plan.choices().stream().map(Choice::at).distinct()).as("hours").hasSize(3);
        assertThat(plan.choices().stream().filter(c -> c.wanted().kind() == DrillKind.FIRE).map(c -> c.day().getMonth())
                .distinct()).as("months of the fire drills").hasSize(4);
        assertThat(plan.choices().stream().map(c -> c.day().getMonth()).distinct().count()).as("months")
                .isGreaterThanOrEqualTo(8);
        assertThat(plan.choices().getFirst().why()).anyMatch(w -> w.startsWith("LAST_DAY|"))
                .anyMatch(w -> w.startsWith("WEEKDAY|")).anyMatch(w -> w.startsWith("HOUR|"));
    }

    @Test
    void eachDayThatWasNotPossibleIsNamedWithItsRule() {
        var days = new ArrayList<>(school());
        kind(days, LocalDate.of(2026, 9, 8), DayKind.EXAM, false);
        kind(days, LocalDate.of(2026, 9, 9), DayKind.HALF_DAY, false);
        kind(days, LocalDate.of(2026, 9, 10), DayKind.REGULAR, true);
        var wanted = new Wanted(DrillKind.FIRE, 1, LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 11),
                LocalDate.of(2026, 9, 8), "r@1");
        var plan = DrillSpread.of(problem(days, List.of(wanted), List.of(), List.of(), 9));
        var choice = plan.choices().getFirst();
        assertThat(choice.day()).isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(choice.not()).containsOnly(Map.entry(Rule.NOTICE, List.of(LocalDate.of(2026, 9, 7))),
                Map.entry(Rule.EXAM, List.of(LocalDate.of(2026, 9, 8))),
                Map.entry(Rule.HALF_DAY, List.of(LocalDate.of(2026, 9, 9))),
                Map.entry(Rule.TESTING, List.of(LocalDate.of(2026, 9, 10))));
    }

    @Test
    void whoHoldsTheOnlyWeekOfAnotherMovesAway() {
        var late = new Wanted(DrillKind.FIRE, 1, FIRST, FIRST.plusDays(18), FIRST, "a@1"); // aims at the second week
        var tight = new Wanted(DrillKind.LOCKDOWN, 1, FIRST.plusDays(7), FIRST.plusDays(11), FIRST, "b@1");
        var alsoTight = new Wanted(DrillKind.SECURE, 1, FIRST.plusDays(14), FIRST.plusDays(18), FIRST, "c@1");
        var plan = DrillSpread.of(problem(school(), List.of(late, tight, alsoTight), List.of(), List.of(), 9));
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.choices().stream().map(c -> c.wanted().kind())).containsExactly(DrillKind.FIRE,
                DrillKind.LOCKDOWN, DrillKind.SECURE);
    }

    @Test
    void noClassIsGivenMoreThanItMayHave() {
        var plan = DrillSpread.of(problem(school(),
                List.of(year(DrillKind.LOCKDOWN, 1), year(DrillKind.LOCKDOWN, 2), year(DrillKind.LOCKDOWN, 3)),
                List.of(), List.of(), 1));
        assertThat(plan.choices()).as("one at an hour of each class").hasSize(2);
        assertThat(plan.unplaced()).singleElement().satisfies(u -> assertThat(u.not()).containsKey(Rule.DOSE));
    }

    @Test
    void noMoreThanAProgramAllowsAndWhatWasHeldIsCounted() {
        var half = LocalDate.of(2026, 12, 31);
        var wanted = List.of(by(DrillKind.FIRE, 1, half), by(DrillKind.FIRE, 2, half), by(DrillKind.FIRE, 3, half));
        var plan = DrillSpread.of(
                problem(school(), wanted, List.of(new Placed(DrillKind.SECURE, FIRST.plusDays(8), LocalTime.of(9, 0))),
                        List.of(new Ceiling(3, FIRST, half, "TX@1")), 9));
        assertThat(plan.choices()).hasSize(2);
        assertThat(plan.unplaced()).singleElement().satisfies(u -> assertThat(u.not()).containsKey(Rule.CEILING));
    }

    @Property(tries = 200)
    void neverOnAForbiddenDayNeverTwiceAWeekAndEverythingIsMetWherePossible(@ForAll long seed) {
        var chance = new Random(seed);
        var days = new ArrayList<Day>();
        for (var day : school()) {
            if (chance.nextInt(6) == 0) continue;
            int dice = chance.nextInt(12);
            days.add(new Day(day.day(), dice == 0 ? DayKind.EXAM : dice == 1 ? DayKind.HALF_DAY : DayKind.REGULAR,
                    dice == 2, day.edge()));
        }
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < 3 + chance.nextInt(14); i++) {
            var from = FIRST.plusDays(chance.nextInt(200));
            wanted.add(new Wanted(DrillKind.values()[chance.nextInt(DrillKind.values().length)], i, from,
                    from.plusDays(3 + chance.nextInt(60)), FIRST.plusDays(chance.nextInt(60)), "r@1"));
        }
        var fixed = List.of(new Placed(DrillKind.HOLD, FIRST.plusDays(chance.nextInt(200)), LocalTime.of(9, 0)));
        var problem = problem(days, wanted, fixed, List.of(), 99);
        var plan = DrillSpread.of(problem);
        var kinds = new HashMap<LocalDate, Day>();
        days.forEach(d -> kinds.put(d.day(), d));
        var weeks = new HashSet<>(Set.of(DrillSpread.monday(fixed.getFirst().day())));
        for (var choice : plan.choices()) {
            var day = kinds.get(choice.day());
            assertThat(day).as("a school day").isNotNull();
            assertThat(day.kind()).isEqualTo(DayKind.REGULAR);
            assertThat(day.testing() || day.edge()).isFalse();
            assertThat(choice.day()).isBetween(choice.wanted().from(), choice.wanted().by())
                    .isAfterOrEqualTo(choice.wanted().noticeFrom());
            assertThat(weeks.add(DrillSpread.monday(choice.day()))).as("a week of its own").isTrue();
        }
        assertThat(plan.choices()).hasSize(most(problem));
        assertThat(plan.choices().size() + plan.unplaced().size()).isEqualTo(wanted.size());
        assertThat(DrillSpread.of(problem)).isEqualTo(plan);
    }

    /** Another way to the same number: weeks look for drills, not drills for weeks. */
    private static int most(SpreadProblem p) {
        var closed = new HashSet<LocalDate>();
        p.fixed().forEach(f -> closed.add(DrillSpread.monday(f.day())));
        var weeks = new ArrayList<>(p.days().stream().map(d -> DrillSpread.monday(d.day())).distinct()
                .filter(w -> !closed.contains(w)).toList());
        boolean[][] may = new boolean[weeks.size()][p.wanted().size()];
        for (var day : p.days()) {
            int week = weeks.indexOf(DrillSpread.monday(day.day()));
            if (week < 0 || day.kind() != DayKind.REGULAR || day.testing() || day.edge()
                    || day.day().getDayOfWeek() == DayOfWeek.SATURDAY)
                continue;
            for (int i = 0; i < p.wanted().size(); i++) {
                var w = p.wanted().get(i);
                if (!day.day().isBefore(w.from()) && !day.day().isAfter(w.by()) && !day.day().isBefore(w.noticeFrom()))
                    may[week][i] = true;
            }
        }
        int[] weekOf = new int[p.wanted().size()];
        java.util.Arrays.fill(weekOf, -1);
        int matched = 0;
        for (int week = 0; week < weeks.size(); week++)
            if (give(week, may, weekOf, new boolean[weekOf.length])) matched++;
        return matched;
    }

    private static boolean give(int week, boolean[][] may, int[] weekOf, boolean[] seen) {
        for (int i = 0; i < weekOf.length; i++) {
            if (!may[week][i] || seen[i]) continue;
            seen[i] = true;
            if (weekOf[i] < 0 || give(weekOf[i], may, weekOf, seen)) {
                weekOf[i] = week;
                return true;
            }
        }
        return false;
    }

    private static Wanted year(DrillKind kind, int number) {
        return by(kind, number, LAST);
    }

    private static Wanted by(DrillKind kind, int number, LocalDate by) {
        return new Wanted(kind, number, FIRST, by, FIRST, "r@1");
    }

    private static List<Day> school() {
        return FIRST.datesUntil(LAST.plusDays(1)).filter(d -> d.getDayOfWeek().getValue() <= 5)
                .map(d -> new Day(d, DayKind.REGULAR, false, d.equals(FIRST) || d.equals(LAST))).toList();
    }

    private static void kind(List<Day> days, LocalDate day, DayKind kind, boolean testing) {
        days.replaceAll(d -> d.day().equals(day) ? new Day(day, kind, testing, false) : d);
    }

    private static SpreadProblem problem(List<Day> days, List<Wanted> wanted, List<Placed> fixed,
            List<Ceiling> ceilings, int dose) {
        return new SpreadProblem(days, HOURS, FIRST, wanted, fixed, Set.of(), ceilings, Map.of(), dose);
    }
}
