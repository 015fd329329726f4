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
    void seniorityGivesThePostToWhoWasHiredEarliestWhateverTheirHours() {
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
        assertThat(order(award(Method.LEAST_HOURS, officer(1, 20), officer(2, 12), officer(3, 100))))
                .containsExactly(id(2), id(1), id(3));
    }

    @Test
    void rotationGivesThePostToWhoseTurnIsLongestAgo() {
        assertThat(order(award(Method.ROTATION, officer(1, 0), officer(4, 0), officer(2, 0)))).containsExactly(id(4),
                id(2), id(1));
    }

    @Test
    void optimizedGivesThePostToWhoIsWorthMostThereByThePointsOfTheRosterEngine() {
        var known = with(officer(1, 0), new Candidate.Facts(null, 600, false, NOW, 4, 0)); // 40 known; 420 minutes over ten hours
        var wished = with(officer(2, 0), new Candidate.Facts(null, 0, false, NOW, 0, 1)); // 25 wished
        var everyDay = with(officer(3, 0), new Candidate.Facts(null, 3000, false, NOW, 90, 0)); // 100 known at most; 420 minutes over
        var fresh = with(officer(4, 0), new Candidate.Facts(null, 0, false, NOW, 6, 0)); // 60 known
        var award = award(Method.OPTIMIZED, wished, everyDay, known, fresh);
        assertThat(order(award)).containsExactly(id(4), id(2), id(3), id(1));
        assertThat(award.ranked().stream().map(
                r -> Long.parseLong(r.keys().getFirst()) - Long.parseLong(award.ranked().getLast().keys().getFirst())))
                .as("points over the last one").containsExactly(440L, 405L, 60L, 0L);
    }

    @Test
    void whenTheEngineFindsNoLawfulWayForSomebodyTheirPointsAreUnknownAndTheyComeLast() {
        var one = award(Method.OPTIMIZED, officer(1, 0), officer(2, 0));
        var without = Award.decide(one.id(), one.agency(), one.place(), one.ruling(),
                List.of(officer(1, 0), officer(2, 0), officer(3, 0)), one.more(), NOW);
        assertThat(order(without)).containsExactly(id(1), id(2), id(3));
        assertThat(without.ranked().getLast().keys().getFirst()).isEmpty();
    }

    @Test
    void anOptimizedAwardOfTheFirstTextIsWorkedOutByItsFormula() {
        var known = with(officer(1, 0), new Candidate.Facts(null, 600, false, NOW, 4, 0)); // 40 - 20
        var wished = with(officer(2, 0), new Candidate.Facts(null, 0, false, NOW, 0, 1)); // 15
        var everyDay = with(officer(3, 0), new Candidate.Facts(null, 3000, false, NOW, 90, 0)); // 100 at most, - 100
        var award = AwardCase.firstText(wished, everyDay, known);
        assertThat(AwardRecord.write(AwardReader.read(AwardRecord.write(award)).decide()))
                .isEqualTo(AwardRecord.write(award));
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
    void whoHadNotSignedUpIsNoCandidateAndWhatTheRulesWouldHaveSaidOfThemIsKept() {
        var award = AwardReader.read(AwardRecord.write(award(Method.SENIORITY, officer(1, 0)))).decide();
        assertThat(award.candidate(id(6))).isEmpty();
        assertThat(award.unsigned(id(6)).orElseThrow().eligible()).isTrue();
        assertThat(award.unsigned(id(9)).orElseThrow().eligible()).isFalse();
        assertThat(award.unsigned(id(1))).as("they had signed up").isEmpty();
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
        assertThatThrownBy(() -> award(Method.FIRST_COME, officer(1, 0))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepts first");
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
        for (var method : Method.values())
            if (method.ranks()) assertThat(method.keys().getLast()).isEqualTo(RankKey.OFFICER_ID);
    }

    private static UUID winner(Award award) {
        return award.winner().orElseThrow().officer();
    }

    private static List<UUID> order(Award award) {
        return award.ranked().stream().map(r -> r.candidate().officer()).toList();
    }
}
