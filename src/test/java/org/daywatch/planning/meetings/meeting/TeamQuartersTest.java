package org.daywatch.planning.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Meeting;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Quarter;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamQuartersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    @Test
    void aQuarterIsMetByAMeetingWithQuorumAndByNoOther() {
        assertThat(standings(meeting("2026-09-30", true), meeting("2026-10-01", false))).containsExactly(Standing.MET,
                Standing.NO_QUORUM, Standing.COMING, Standing.COMING);
    }

    @Test
    void aQuarterThatIsOverWithoutQuorumIsMissed() {
        assertThat(standings(meeting("2026-08-20", false))).containsExactly(Standing.MISSED, Standing.NOTHING,
                Standing.COMING, Standing.COMING);
        assertThat(standings()).startsWith(Standing.MISSED);
    }

    @Test
    void aMeetingThatIsCalledIsNotYetHeld() {
        assertThat(standings(meeting("2026-12-03", null))).containsExactly(Standing.MISSED, Standing.CALLED,
                Standing.COMING, Standing.COMING);
    }

    @Test
    void aMeetingThatWasCalledAndNeverClosedDoesNotSaveItsQuarter() {
        assertThat(standings(meeting("2026-09-10", null))).startsWith(Standing.MISSED);
    }

    @Test
    void theYearRunsFromJulyToJune() {
        assertThat(TeamQuarters.of(List.of(), LocalDate.of(2027, 6, 30))).extracting(Quarter::first)
                .containsExactly(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 4, 1));
        assertThat(TeamQuarters.of(List.of(), LocalDate.of(2027, 7, 1)).getFirst().first())
                .isEqualTo(LocalDate.of(2027, 7, 1));
    }

    private static List<Standing> standings(Meeting... meetings) {
        return TeamQuarters.of(List.of(meetings), TODAY).stream().map(Quarter::standing).toList();
    }

    private static Meeting meeting(String day, @Nullable Boolean quorum) {
        return new Meeting(UUID.nameUUIDFromBytes(day.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                LocalDate.parse(day), quorum);
    }
}
