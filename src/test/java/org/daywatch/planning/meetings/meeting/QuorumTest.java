package org.daywatch.planning.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.daywatch.planning.meetings.meeting.Quorum.Present;
import org.daywatch.planning.meetings.meeting.Quorum.Seat;
import org.daywatch.planning.meetings.meeting.Quorum.SeatState;
import org.daywatch.planning.meetings.team.SeatRule.Needed;
import org.daywatch.planning.meetings.team.SeatRule.Place;
import org.daywatch.planning.meetings.team.SeatRule;
import org.daywatch.planning.meetings.team.TeamRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arizona's four seats: leader always, officer and counseling where funded, prevention always. */
class QuorumTest {

    private static final SeatRule LEADER = rule("LEADER", Needed.ALWAYS, 1, TeamRole.PRINCIPAL,
            TeamRole.ASSISTANT_PRINCIPAL);
    private static final SeatRule OFFICER = rule("OFFICER", Needed.IF_FUNDED, 1, TeamRole.OFFICER);
    private static final SeatRule COUNSELING = rule("COUNSELING", Needed.IF_FUNDED, 1, TeamRole.SOCIAL_WORKER,
            TeamRole.COUNSELOR);
    private static final SeatRule PREVENTION = rule("PREVENTION", Needed.ALWAYS, 1, TeamRole.PREVENTION_COORDINATOR);
    private static final List<SeatRule> ARIZONA = List.of(LEADER, OFFICER, COUNSELING, PREVENTION);

    @Test
    void allFourRolesTogetherAreAQuorum() {
        var quorum = of(Set.of(TeamRole.OFFICER, TeamRole.COUNSELOR), there(TeamRole.PRINCIPAL),
                there(TeamRole.OFFICER), there(TeamRole.COUNSELOR), there(TeamRole.PREVENTION_COORDINATOR));
        assertThat(quorum.reached()).isTrue();
        assertThat(quorum.together()).isEqualTo(60);
    }

    @Test
    void anAssistantPrincipalStandsForThePrincipal() {
        assertThat(of(Set.of(), there(TeamRole.ASSISTANT_PRINCIPAL), there(TeamRole.PREVENTION_COORDINATOR)).reached())
                .isTrue();
    }

    @Test
    void namesTheSeatThatIsMissingAndItsRule() {
        var quorum = of(Set.of(TeamRole.OFFICER), there(TeamRole.PRINCIPAL), there(TeamRole.PREVENTION_COORDINATOR));
        assertThat(quorum.reached()).isFalse();
        assertThat(quorum.missing()).extracting(Seat::rule).containsExactly(OFFICER);
    }

    @Test
    void anOfficerNobodyPaysForIsNotMissed() {
        var quorum = of(Set.of(), there(TeamRole.PRINCIPAL), there(TeamRole.PREVENTION_COORDINATOR));
        assertThat(quorum.seats()).extracting(Seat::state).containsExactly(SeatState.FILLED, SeatState.NOT_NEEDED,
                SeatState.NOT_NEEDED, SeatState.FILLED);
        assertThat(quorum.reached()).isTrue();
    }

    @Test
    void whoLeavesBeforeTheOtherComesWasNotThereWithThem() {
        var early = new Present(TeamRole.PRINCIPAL, "", null, LocalTime.of(15, 20));
        var late = new Present(TeamRole.PREVENTION_COORDINATOR, "", LocalTime.of(15, 20), null);
        var quorum = of(Set.of(), early, late);
        assertThat(quorum.missing()).isEmpty();
        assertThat(quorum.together()).isZero();
        assertThat(quorum.reached()).isFalse();
    }

    @Test
    void countsTheMinutesInWhichEverySeatWasFilled() {
        var early = new Present(TeamRole.PRINCIPAL, "", null, LocalTime.of(15, 40));
        var late = new Present(TeamRole.PREVENTION_COORDINATOR, "", LocalTime.of(15, 10), null);
        assertThat(of(Set.of(), early, late).together()).isEqualTo(30);
    }

    @Test
    void twoSeatsOfOneRoleNeedTwoPeople() {
        var parents = rule("PARENTS", Needed.ALWAYS, 2, TeamRole.PARENT);
        assertThat(Quorum.of(List.of(parents), List.of(there(TeamRole.PARENT)), Set.of(), Set.of(), at(15), at(16))
                .reached()).isFalse();
        assertThat(Quorum.of(List.of(parents), List.of(there(TeamRole.PARENT), there(TeamRole.PARENT)), Set.of(),
                Set.of(), at(15), at(16)).reached()).isTrue();
    }

    @Test
    void whereNoRuleNamesWhoMustBeThereNobodyIsMissing() {
        var member = new SeatRule("TX", "TX", List.of(TeamRole.TRUSTEE), 1, Needed.ALWAYS, Place.TEAM,
                LocalDate.of(2023, 7, 1), null, "", false);
        var quorum = Quorum.of(List.of(member), List.of(there(TeamRole.PARENT)), Set.of(), Set.of(), at(15), at(16));
        assertThat(quorum.reached()).isTrue();
        assertThat(quorum.together()).isNull();
        assertThat(quorum.seats()).isEmpty();
    }

    private static Quorum of(Set<TeamRole> funded, Present... present) {
        return Quorum.of(ARIZONA, List.of(present), funded, Set.of(), at(15), at(16));
    }

    private static Present there(TeamRole role) {
        return present(role, null, null);
    }

    private static Present present(TeamRole role, @Nullable LocalTime came, @Nullable LocalTime went) {
        return new Present(role, role.name(), came, went);
    }

    private static LocalTime at(int hour) {
        return LocalTime.of(hour, 0);
    }

    private static SeatRule rule(String id, Needed needed, int seats, TeamRole... roles) {
        return new SeatRule(id, "AZ", List.of(roles), seats, needed, Place.MEETING, LocalDate.of(2023, 7, 1), null,
                "A source", false);
    }
}
