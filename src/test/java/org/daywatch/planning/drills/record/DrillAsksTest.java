package org.daywatch.planning.drills.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.Drill.Times;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillAsk.What;
import org.daywatch.planning.drills.DrillAsk;
import org.daywatch.planning.drills.DrillRecords.Full;
import org.daywatch.planning.drills.DrillRecords.Told;
import org.daywatch.planning.drills.DrillRecords.Words;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.junit.jupiter.api.Test;

/** What a state asks for once a drill was held, and what Daywatch asks for after every one. */
class DrillAsksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final Instant TEN = Instant.parse("2026-11-10T17:00:00Z");
    private static final Times TIMES = new Times(TEN, null, null, TEN.plusSeconds(300));
    private static final Map<String, Requirement> FLORIDA = Map.of(DrillAsks.OFFICERS,
            requirement(DrillAsks.OFFICERS, 1), DrillAsks.AFTER_ACTION, requirement(DrillAsks.AFTER_ACTION, 1));

    @Test
    void everyDrillIsReviewedWithinTwoWeeksAndLateFromTheFifteenthDayOn() {
        assertThat(asks(held(DrillKind.FIRE), nobody(), Map.of(), DAY.plusDays(14)))
                .containsExactly("AFTER_ACTION DUE");
        assertThat(asks(held(DrillKind.FIRE), nobody(), Map.of(), DAY.plusDays(15)))
                .containsExactly("AFTER_ACTION LATE");
        assertThat(asks(in(DrillKind.FIRE, new State.Reviewed(TIMES, "Pat Greer", false, "Lee Moss")), nobody(),
                Map.of(), DAY.plusDays(40))).containsExactly("AFTER_ACTION DONE");
    }

    @Test
    void floridaAsksWhichOfficersWereThereOnlyOfAnActiveThreatDrill() {
        assertThat(asks(held(DrillKind.ACTIVE_THREAT), nobody(), FLORIDA, DAY)).containsExactly("AFTER_ACTION DUE",
                "OFFICERS LACKING");
        assertThat(asks(held(DrillKind.ACTIVE_THREAT), record(List.of("Ada Driftwood"), List.of()), FLORIDA, DAY))
                .containsExactly("AFTER_ACTION DUE", "OFFICERS DONE");
        assertThat(asks(held(DrillKind.FIRE), nobody(), FLORIDA, DAY)).containsExactly("AFTER_ACTION DUE");
    }

    @Test
    void michiganAsksThatItIsPostedWithinThirtyDays() {
        var michigan = Map.of(DrillAsks.POSTED, requirement(DrillAsks.POSTED, 30));
        assertThat(asks(held(DrillKind.FIRE), nobody(), michigan, DAY.plusDays(30))).contains("POSTED DUE");
        assertThat(asks(held(DrillKind.FIRE), nobody(), michigan, DAY.plusDays(31))).contains("POSTED LATE");
        var posted = record(List.of(), List.of(new Told("PUBLIC", "The school's web site", 0, TEN, "Pat Greer")));
        assertThat(asks(held(DrillKind.FIRE), posted, michigan, DAY.plusDays(31))).contains("POSTED DONE");
    }

    @Test
    void texasAsksForTheFormOfAFireDrillAndItIsKeptHere() {
        var texas = Map.of(DrillAsks.FIRE_FORM, requirement(DrillAsks.FIRE_FORM, 3));
        assertThat(asks(held(DrillKind.FIRE), nobody(), texas, DAY)).contains("FIRE_FORM DONE");
        for (int years : new int[] {3, 5}) {
            var kept = Map.of(DrillAsks.FIRE_FORM, requirement(DrillAsks.FIRE_FORM, years));
            assertThat(DrillAsks.of(held(DrillKind.FIRE), nobody(), kept, 14, DAY))
                    .filteredOn(a -> a.what() == What.FIRE_FORM).extracting(DrillAsk::by).as("for " + years + " years")
                    .containsExactly(LocalDate.of(2026 + years, 11, 10));
        }
        assertThat(asks(held(DrillKind.LOCKDOWN), nobody(), texas, DAY)).containsExactly("AFTER_ACTION DUE");
    }

    @Test
    void whatWasBrokenOffOrIsNotHeldYetAsksForNothing() {
        assertThat(asks(in(DrillKind.FIRE, new State.Held(TIMES, "Pat Greer", true)), nobody(), FLORIDA, DAY))
                .isEmpty();
        assertThat(asks(in(DrillKind.ACTIVE_THREAT, new State.Scheduled()), nobody(), FLORIDA, DAY)).isEmpty();
    }

    private static List<String> asks(Drill drill, Full record, Map<String, Requirement> demanded, LocalDate today) {
        return DrillAsks.of(drill, record, demanded, 14, today).stream().map(a -> a.what() + " " + a.state()).toList();
    }

    private static Drill held(DrillKind kind) {
        return in(kind, new State.Held(TIMES, "Pat Greer", false));
    }

    private static Drill in(DrillKind kind, State state) {
        return new Drill(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), kind, DAY, LocalTime.of(10, 0),
                true, "", true, false, Drill.Origin.BY_HAND, "", state, 2);
    }

    private static Full nobody() {
        return record(List.of(), List.of());
    }

    private static Full record(List<String> officers, List<Told> notices) {
        return new Full(new Words(null, "", "", "", "", "", "", ""), officers, List.of(), Map.of(), notices,
                "Pat Greer", null);
    }

    private static Requirement requirement(String subject, int number) {
        return new Requirement("XX-SCHOOLS", Requirement.Kind.DOCUMENT, subject, Requirement.Evidence.DRILL_RECORD,
                Requirement.Counting.ONCE,
                new ProgramRule("R", "R", "STATE:XX", BigDecimal.valueOf(number), "days", LocalDate.of(2000, 1, 1),
                        null, "law", false, "words"));
    }
}
