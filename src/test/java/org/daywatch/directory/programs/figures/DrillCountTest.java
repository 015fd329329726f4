package org.daywatch.directory.programs.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillCountTest {

    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 25);
    private static final Requirement SIX = demand(Kind.DRILL, "DRILL:EMERGENCY", Counting.YEAR);
    private static final Requirement FIRST = demand(Kind.DRILL, "DRILL:EMERGENCY", Counting.FIRST_SCHOOL_DAYS);
    private static final Requirement FOUR = demand(Kind.DRILL, "DRILL:ACTIVE_THREAT", Counting.YEAR);

    @Test
    void sixDrillsFourOfThemOnActiveThreatsAndOneSoonAreSix() {
        assertThat(DrillCount.of(all(open(SIX, 6), open(FIRST, 1), open(FOUR, 4))))
                .isEqualTo(new DrillCount(6, 0, 0, 0, 0));
    }

    @Test
    void oneDrillThatMeetsThreeDemandsIsOne() {
        var held = all(List.of(due(SIX, State.DONE, AUGUST, "/drills/1"), due(FIRST, State.DONE, AUGUST, "/drills/1"),
                due(FOUR, State.DONE, AUGUST, "/drills/1")), open(SIX, 5), open(FOUR, 3));
        assertThat(DrillCount.of(held)).isEqualTo(new DrillCount(6, 1, 0, 0, 0));
    }

    @Test
    void sixOfAnotherKindLeaveTheFourToBeHeld() {
        var held = new ArrayList<Due>();
        for (int i = 0; i < 6; i++) held.add(due(SIX, State.DONE, AUGUST.plusDays(i), "/drills/" + i));
        assertThat(DrillCount.of(all(held, open(FOUR, 4)))).isEqualTo(new DrillCount(10, 6, 0, 0, 0));
    }

    @Test
    void fireDrillsStandBesideEmergencyDrillsAndAnyDrillHoldsBoth() {
        var fire = demand(Kind.DRILL, "DRILL:FIRE", Counting.YEAR);
        assertThat(DrillCount.of(all(open(SIX, 3), open(fire, 6), open(FOUR, 1))).asked()).isEqualTo(9);
        assertThat(DrillCount
                .of(all(open(demand(Kind.DRILL, "DRILL:ANY", Counting.BY_DATE), 8), open(fire, 4), open(FOUR, 2)))
                .asked()).isEqualTo(8);
    }

    @Test
    void whatIsTooMuchIsNothingThatWasAskedForAndOverTwoLimitsItIsOneDrill() {
        var half = due(demand(Kind.CEILING, "DRILL:ANY", Counting.AT_MOST_HALF), State.MISSED, AUGUST, "/drills/9");
        var year = due(demand(Kind.CEILING, "DRILL:ANY", Counting.AT_MOST_YEAR), State.MISSED, AUGUST, "/drills/9");
        assertThat(DrillCount.of(List.of(half, year))).isEqualTo(new DrillCount(0, 0, 0, 0, 1));
    }

    @Test
    void lateAndMissedAreToldApart() {
        assertThat(DrillCount.of(List.of(due(FIRST, State.LATE, null, ""), due(FOUR, State.MISSED, null, ""),
                due(SIX, State.COMING, null, ""))))
                .isEqualTo(new DrillCount(1, 0, 1, 1, 0));
    }

    @SafeVarargs
    private static List<Due> all(List<Due>... parts) {
        return java.util.Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private static List<Due> open(Requirement demand, int count) {
        return Collections.nCopies(count, due(demand, State.COMING, null, ""));
    }

    private static Due due(Requirement demand, State state, @Nullable LocalDate on, String evidence) {
        return new Due(demand, 1, AUGUST, AUGUST.plusDays(30), state, on, evidence);
    }

    private static Requirement demand(Kind kind, String subject, Counting counting) {
        var rule = new ProgramRule(subject + counting, subject + counting, "ALL", BigDecimal.ONE, "drills",
                LocalDate.of(2020, 1, 1), null, "a test", false, "Words.");
        return new Requirement("P", kind, subject, Evidence.DRILL_RECORD, counting, rule);
    }
}
