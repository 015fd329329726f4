package org.daywatch.platform.exports.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.exports.people.PeopleFile.Answer;
import org.daywatch.platform.exports.people.PeopleFile.State;
import org.junit.jupiter.api.Test;

/**
 * Who may take how many rows alone, and what a second person's word is good for.
 *
 * <p>A-08 of docs/security.
 */
class PeopleFileTest {

    private static final Instant ASKED = Instant.parse("2026-11-17T16:00:00Z");
    private static final UUID ASKER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final RowLimits.Most MOST = new RowLimits.Most(500, 1000, 200);

    @Test
    void theFiveHundredAndFirstStudentOfADayIsRefusedWithTheFigures() {
        new RowQuota(300, 300, MOST).check(200);
        assertThatThrownBy(() -> new RowQuota(300, 300, MOST).check(201))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(PeopleFileRefusal.PEOPLE_ROWS_DAY);
                    assertThat(refused.details()).isEqualTo(Map.of("taken", 300, "rows", 201, "most", 500));
                });
    }

    @Test
    void sevenDaysHaveALimitOfTheirOwn() {
        new RowQuota(0, 900, MOST).check(100);
        assertThatThrownBy(() -> new RowQuota(0, 900, MOST).check(101))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PeopleFileRefusal.PEOPLE_ROWS_WEEK));
    }

    @Test
    void aFileOfMoreThanTheRuleSaysNeedsASecondPerson() {
        assertThat(new RowQuota(0, 0, MOST).needsSecond(200)).isFalse();
        assertThat(new RowQuota(0, 0, MOST).needsSecond(201)).isTrue();
    }

    @Test
    void nobodyAnswersForTheirOwnAndNobodyTwice() {
        var file = file(true, null, null);
        assertThat(file.refusesAnswer(ASKER, ASKED)).contains(PeopleFileRefusal.PEOPLE_FILE_OWN);
        assertThat(file.refusesAnswer(OTHER, ASKED)).isEmpty();
        assertThat(file(true, yes(), null).refusesAnswer(OTHER, ASKED))
                .contains(PeopleFileRefusal.PEOPLE_FILE_ANSWERED);
        assertThat(file.refusesAnswer(OTHER, ASKED.plus(Duration.ofDays(8))))
                .contains(PeopleFileRefusal.PEOPLE_FILE_LAPSED);
    }

    @Test
    void aYesLastsTwentyFourHoursAndOneDownload() {
        var yes = file(true, yes(), null);
        var last = ASKED.plus(Duration.ofHours(25)); // answered an hour after it was asked
        assertThat(yes.refusesDownload(700, last)).isEmpty();
        assertThat(yes.refusesDownload(700, last.plusSeconds(1))).contains(PeopleFileRefusal.PEOPLE_FILE_LAPSED);
        assertThat(file(true, yes(), last).refusesDownload(700, last)).contains(PeopleFileRefusal.PEOPLE_FILE_TAKEN);
        assertThat(yes.refusesDownload(701, last)).as("grown since").contains(PeopleFileRefusal.PEOPLE_FILE_GROWN);
    }

    @Test
    void whatWaitsOrWasDeclinedIsNotHandedOut() {
        assertThat(file(true, null, null).refusesDownload(700, ASKED)).contains(PeopleFileRefusal.PEOPLE_FILE_WAITS);
        assertThat(file(true, new Answer(false, OTHER, "Kim", ASKED), null).refusesDownload(700, ASKED))
                .contains(PeopleFileRefusal.PEOPLE_FILE_DECLINED);
        assertThat(file(false, null, null).state(ASKED)).isEqualTo(State.READY);
        assertThat(file(false, null, null).state(ASKED.plus(Duration.ofHours(24)).plusSeconds(1)))
                .isEqualTo(State.LAPSED);
    }

    @Test
    void whoseSchoolIsAnotherMayNotAnswer() {
        var school = new UUID(0, 9);
        var file = new PeopleFile(new UUID(0, 5), ASKER, "Robin", school, "Quail Run", 700, "Buses need it", true,
                ASKED, null, null);
        assertThat(file.within(null)).isTrue();
        assertThat(file.within(school)).isTrue();
        assertThat(file.within(new UUID(0, 8))).isFalse();
        assertThat(file(true, null, null).within(school)).as("all schools").isFalse();
    }

    private static Answer yes() {
        return new Answer(true, OTHER, "Kim", ASKED.plus(Duration.ofHours(1)));
    }

    private static PeopleFile file(boolean second, Answer answer, Instant taken) {
        return new PeopleFile(new UUID(0, 5), ASKER, "Robin", null, "Mesquite Unified", 700, "Buses need it", second,
                ASKED, answer, taken);
    }
}
