package org.daywatch.staffing.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.standby.StandbyCandidate.Distance;
import org.junit.jupiter.api.Test;

class StandbyCandidateTest {

    @Test
    void theOrderIsTurnGladnessCoreTeamKnownWishesHoursDistance() {
        var far = new StandbyCandidate(id(9), id(9), "Z", id(0), 1, false, true, 5, 1, 600, Distance.FAR);
        var better = List.of(new StandbyCandidate(id(8), id(8), "Z", id(0), 1, false, true, 5, 1, 600, Distance.NEAR),
                new StandbyCandidate(id(7), id(7), "Z", id(0), 1, false, true, 5, 1, 599, Distance.FAR),
                new StandbyCandidate(id(6), id(6), "Z", id(0), 1, false, true, 5, 2, 900, Distance.FAR),
                new StandbyCandidate(id(5), id(5), "Z", id(0), 1, false, true, 6, 0, 900, Distance.FAR));
        assertThat(better).allSatisfy(c -> assertThat(StandbyCandidate.ORDER.compare(c, far)).isNegative());
        var worse = List.of(new StandbyCandidate(id(1), id(1), "A", id(0), 2, false, true, 50, 9, 0, Distance.SAME_ZIP),
                new StandbyCandidate(id(2), id(2), "A", id(0), 1, true, true, 50, 9, 0, Distance.SAME_ZIP),
                new StandbyCandidate(id(3), id(3), "A", id(0), 1, false, false, 50, 9, 0, Distance.SAME_ZIP));
        assertThat(worse).allSatisfy(c -> assertThat(StandbyCandidate.ORDER.compare(far, c)).isNegative());
    }

    @Test
    void nearAndFarAreToldFromZipCodesAsFarAsTheyAreKnown() {
        assertThat(StandbyRanking.distance("85004-1234", "85004")).isEqualTo(Distance.SAME_ZIP);
        assertThat(StandbyRanking.distance("85009", "85004")).isEqualTo(Distance.NEAR);
        assertThat(StandbyRanking.distance("86001", "85004")).isEqualTo(Distance.FAR);
        assertThat(StandbyRanking.distance("", "85004")).isEqualTo(Distance.FAR);
        assertThat(StandbyRanking.distance(null, null)).isEqualTo(Distance.FAR);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
