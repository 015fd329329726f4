package org.daywatch.staffing.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.staffing.awards.AwardCase.NOW;
import static org.daywatch.staffing.awards.AwardCase.award;
import static org.daywatch.staffing.awards.AwardCase.elsewhere;
import static org.daywatch.staffing.awards.AwardCase.id;
import static org.daywatch.staffing.awards.AwardCase.officer;
import static org.daywatch.staffing.awards.AwardCase.tired;
import static org.daywatch.staffing.awards.AwardCase.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.awards.methods.RankKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwardTest {

    @Test
    void seniorityGivesThePostToWhoWasHiredEarliestWhateverHisHours() {
        assertThat(winner(award(Method.SENIORITY, officer(3, 0), officer(1, 50), officer(2, 0)))).isEqualTo(id(1));
    }

    @Test
    void whoseHiringDayIsUnknownComesLast() {
        var unknown = with(officer(1, 0), new Candidate.Facts(null, 0, false, NOW, 0, 0));
        assertThat(order(award(Method.SENIORITY, unknown, officer(2, 90)))).containsExactly(id(2), id(1));
    }

    @Test
    void hiredOnTheSameDayTheOneWithFewerHoursHasItThenTheOneWhoSignedUpFirst() {
        var day = LocalDate.of(2012, 4, 1);
        var busy = with(officer(1, 0), new Candidate.Facts(day, 600, false, NOW, 0, 0));
        var early = with(officer(2, 0), new Candidate.Facts(day, 60, false, NOW, 0, 0));
        var late = with(officer(3, 0), new Candidate.Facts(day, 60, false, NOW, 0, 0));
        assertThat(order(award(Method.SENIORITY, late, busy, early))).containsExactly(id(2), id(3), id(1));
    }

    @Test
    void leastHoursGivesThePostToWhoHadLeast() {
        assertThat(order(award(Method.LEAST_HOURS, officer(1, 20), officer(2, 12), officer(3, 100)))).containsExactly(id(2), id(1), id(3));
    }

    @Test
    void rotationGivesThePostToWhoseTurnIsLongestAgo() {
        assertThat(order(award(Method.ROTATION, officer(1, 0), officer(4, 0), officer(2, 0)))).containsExactly(id(4), id(2), id(1));
    }

    @Test
    void optimisedWeighsDaysKnownHoursAndWishes() {
        var known = with(officer(1, 0), new Candidate.Facts(null, 600, false, NOW, 4, 0)); // 40 - 20
        var wished = with(officer(2, 0), new Candidate.Facts(null, 0, false, NOW, 0, 1)); // 15
        var everyDay = with(officer(3, 0), new Candidate.Facts(null, 3000, false, NOW, 90, 0)); // 100 at most, - 100
        var award = award(Method.OPTIMISED, wished, everyDay, known);
        assertThat(order(award)).containsExactly(id(1), id(2), id(3));
        assertThat(award.ranked().stream().map(r -> r.keys().getFirst())).containsExactly("20", "15", "0");
    }

    @Test
    void whoseRulesFailedIsOutWithThemAndNeverRanked() {
        var award = award(Method.SENIORITY, tired(1), officer(2, 0), elsewhere(3));
        assertThat(order(award)).containsExactly(id(2));
        assertThat(award.out()).extracting(Candidate::officer).containsExactly(id(1), id(3));
    }

    @Test
    void whereNobodyMayNobodyHasIt() {
        assertThat(award(Method.ROTATION, tired(1)).outcome()).isEqualTo(Award.Outcome.NOBODY);
        assertThat(award(Method.ROTATION).outcome()).isEqualTo(Award.Outcome.NOBODY);
    }

    @Test
    void theKeyThatDecidedIsTheFirstInWhichTheyDiffer() {
        var award = award(Method.LEAST_HOURS, officer(1, 20), officer(2, 20));
        assertThat(award.deciding(award.ranked().get(0), award.ranked().get(1))).isEqualTo(RankKey.HIRED_ON);
    }

    @Test
    void firstComeIsNotAwarded() {
        assertThatThrownBy(() -> award(Method.FIRST_COME, officer(1, 0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("accepts first");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIRST_COME")
    void theOrderInWhichTheyAreNamedNeverMatters(Method method) {
        var candidates = new ArrayList<>(List.of(officer(1, 5), officer(2, 5), tired(3), officer(4, 9), officer(5, 1)));
        String expected = AwardRecord.write(award(method, candidates.toArray(Candidate[]::new)));
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(candidates, random);
            assertThat(AwardRecord.write(award(method, candidates.toArray(Candidate[]::new)))).isEqualTo(expected);
        }
    }

    @Test
    void everyMethodEndsWithAKeyNoTwoShare() {
        for (var method : Method.values()) if (method.ranks()) assertThat(method.keys().getLast()).isEqualTo(RankKey.OFFICER_ID);
    }

    private static UUID winner(Award award) {
        return award.winner().orElseThrow().officer();
    }

    private static List<UUID> order(Award award) {
        return award.ranked().stream().map(r -> r.candidate().officer()).toList();
    }
}
