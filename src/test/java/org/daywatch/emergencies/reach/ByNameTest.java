package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudience;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.reach.SchoolPeople.Placed;
import org.junit.jupiter.api.Test;

/** Who is named in which group, from a list of people and receipts alone. */
class ByNameTest {

    private static final Instant START = Instant.parse("2026-11-17T16:40:00Z");
    private static final UUID AGENCY = new UUID(1, 1);
    private static final UUID DISTRICT = new UUID(2, 1);
    private static final UUID SCHOOL = new UUID(3, 1);
    private static final UUID ALERT = new UUID(4, 1);

    private static final Placed LEADS = placed(1, "Morgan", "PRINCIPAL");
    private static final Placed DESK = placed(2, "Kim", "FRONT_OFFICE");
    private static final Placed ANA = placed(3, "Ana", "TEACHER");
    private static final Placed BO = placed(4, "Bo", "TEACHER");
    private static final Placed CY = placed(5, "Cy", "TEACHER");
    private static final Placed POST = placed(6, "Drew", "OFFICER");
    private static final List<Placed> SCHOOL_LIST = List.of(LEADS, DESK, CY, BO, ANA, POST);

    private final Map<UUID, Reach> heard = new HashMap<>();

    @Test
    void eachStandsInOneGroupAndWhoHasSeenItInNone() {
        hear(LEADS, Kind.DELIVERED, 1);
        hear(DESK, Kind.SEEN, 1);
        hear(ANA, Kind.DELIVERED, 1);
        hear(ANA, Kind.NEED_HELP, 1);
        hear(BO, Kind.SAFE, 1);
        var people = ByName.expected(alert(ProtocolAction.LOCKDOWN, 1), SCHOOL_LIST, ExerciseAudience.EVERYBODY, heard);
        assertThat(ByName.of(people)).isEqualTo(new ByName(List.of("Ana"), List.of("Cy", "Drew"), List.of("Morgan")));
        assertThat(Tally.of(people)).as("delivered: Morgan, Kim, Ana, Bo; seen: Kim, Ana, Bo; acknowledged: Ana, Bo")
                .isEqualTo(new Tally(6, 4, 3, 2, 1, 1));
    }

    @Test
    void whoIsNotOnTheListIsNotCountedAndStillHeardWhenTheyNeedHelp() {
        var substitute = placed(9, "Substitute", "");
        var visitor = placed(8, "Visitor", "");
        hear(substitute, Kind.NEED_HELP, 1);
        hear(visitor, Kind.DELIVERED, 1);
        var people = ByName.expected(alert(ProtocolAction.LOCKDOWN, 1), SCHOOL_LIST, ExerciseAudience.EVERYBODY, heard);
        assertThat(ByName.of(people)).isEqualTo(
                new ByName(List.of("Substitute"), List.of("Ana", "Bo", "Cy", "Drew", "Kim", "Morgan"), List.of()));
        assertThat(Tally.of(people)).isEqualTo(new Tally(6, 0, 0, 0, 0, 1));
    }

    @Test
    void aCallForHelpNamesThoseWhoLeadOnly() {
        assertThat(ByName.of(
                ByName.expected(alert(ProtocolAction.HELP_MEDICAL, 1), SCHOOL_LIST, ExerciseAudience.EVERYBODY, heard))
                .notReached()).containsExactly("Drew", "Kim", "Morgan");
    }

    @Test
    void aDrillNamesNobodyWhomItsPlanLeavesOut() {
        var plan = new ExerciseAudience(Set.of("FRONT_OFFICE"), Set.of("SCREEN"));
        hear(ANA, Kind.SEEN, 1);
        var people = ByName.expected(alert(ProtocolAction.HOLD, 1), SCHOOL_LIST, plan, heard);
        assertThat(ByName.of(people).notReached()).as("who leads is always told").containsExactly("Kim", "Morgan");
        assertThat(Tally.of(people)).isEqualTo(new Tally(2, 0, 0, 0, 0, 0));
    }

    @Test
    void whoKnowsOnlyWhatTheSchoolWasToldBeforeIsNotReached() {
        hear(ANA, Kind.SEEN, 1);
        hear(BO, Kind.SEEN, 2);
        hear(CY, Kind.NEED_HELP, 1);
        var people = ByName.expected(alert(ProtocolAction.LOCKDOWN, 2), SCHOOL_LIST, ExerciseAudience.EVERYBODY, heard);
        assertThat(ByName.of(people)).as("a cry for help is not forgotten")
                .isEqualTo(new ByName(List.of("Cy"), List.of("Ana", "Drew", "Kim", "Morgan"), List.of()));
    }

    @Test
    void twoOfOneNameAreTwo() {
        var other = placed(7, "Ana", "TEACHER");
        assertThat(ByName.of(
                ByName.expected(alert(ProtocolAction.HOLD, 1), List.of(ANA, other), ExerciseAudience.EVERYBODY, heard))
                .notReached()).containsExactly("Ana", "Ana");
    }

    private void hear(Placed who, Kind kind, int version) {
        var before = heard.getOrDefault(who.person(),
                Reach.fresh(AGENCY, ALERT, DISTRICT, SCHOOL, who.person(), who.name(), "", false, 0, START));
        heard.put(who.person(), before.decide(new ReachCommand.Receive(version, kind, Way.STREAM), START.plusSeconds(3))
                .orThrow().state());
    }

    private static Alert alert(ProtocolAction action, int told) {
        return new Alert(AGENCY, ALERT, DISTRICT, SCHOOL, AlertStatus.EXERCISE, action, "", "", "Somebody", START,
                new Alert.State.Active(START, null), Map.of(), told, told);
    }

    private static Placed placed(int number, String name, String role) {
        return new Placed(new UUID(5, number), name, role);
    }
}
