package org.daywatch.staffing.punches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.staffing.punches.Doubt.Kind;
import org.daywatch.staffing.punches.PunchDoubts.Earlier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ocotillo High in Mesa, and Saguaro Middle some 25 km to the west; one degree of longitude is about 92.8 km there.
 *
 * <p>A-33 of docs/security.
 */
class PunchDoubtsTest {

    private static final Instant NOW = Instant.parse("2026-08-10T14:45:00Z");
    private static final DoubtLimits LIMITS = new DoubtLimits(100, 120, 2, 150);
    private static final Earlier NOTHING = new Earlier(null, 0);
    private static final CheckInPlace OCOTILLO = new CheckInPlace(UUID.randomUUID(), "1 Ocotillo Way", "", 33.4484,
            -111.8, 150, List.of());

    @Test
    void aPhoneThatStandsAtTheSchoolAndSaysSoNowLeavesNoDoubt() {
        assertThat(doubts(phone(33.4485, -111.8001, 12, 5), false, NOTHING)).isEmpty();
        assertThat(doubts(phone(33.4485, -111.8001, 2, 120), true, NOTHING)).as("each limit itself is allowed")
                .isEmpty();
        assertThat(doubts(phone(33.4485, -111.8001, 100, 0), false, NOTHING)).isEmpty();
        assertThat(doubts(null, true, NOTHING)).as("the desk's code alone").isEmpty();
    }

    @Test
    void aPhoneUnsureOfItsPlaceIsVague() {
        assertThat(doubts(phone(33.4485, -111.8001, 101, 0), false, NOTHING))
                .containsExactly(new Doubt(Kind.VAGUE, 101, 100));
    }

    @Test
    void aPhoneSurerThanAPhoneCanBeIsTooExact() {
        assertThat(doubts(phone(33.4485, -111.8001, 1, 0), false, NOTHING))
                .containsExactly(new Doubt(Kind.TOO_EXACT, 1, 2));
        assertThat(doubts(phone(33.4485, -111.8001, 0, 0), false, NOTHING))
                .containsExactly(new Doubt(Kind.TOO_EXACT, 0, 2));
    }

    @Test
    void aPositionReadEarlierOrByAPhoneWhoseClockIsWrongIsStale() {
        assertThat(doubts(phone(33.4485, -111.8001, 12, 121), false, NOTHING))
                .containsExactly(new Doubt(Kind.STALE, 121, 120));
        assertThat(doubts(phone(33.4485, -111.8001, 12, -3600), false, NOTHING))
                .containsExactly(new Doubt(Kind.STALE, 3600, 120));
        assertThat(doubts(new PhoneReading(33.4485, -111.8001, 12, null), false, NOTHING))
                .as("a phone that does not say when").isEmpty();
    }

    @Test
    void aPositionGivenBeforeToTheLastDigitIsRepeated() {
        assertThat(doubts(phone(33.4485, -111.8001, 12, 0), false, new Earlier(null, 3)))
                .containsExactly(new Doubt(Kind.REPEATED, 3, 0));
    }

    @Test
    void theDesksCodeWithThePhoneSomewhereElseIsASignAndThePositionAloneWouldHaveBeenRefused() {
        var away = phone(33.4484, -111.85, 12, 0);
        assertThat(doubts(away, true, NOTHING)).extracting(Doubt::kind).containsExactly(Kind.ELSEWHERE);
        assertThat(doubts(away, true, NOTHING).getFirst().found()).isBetween(4600, 4700);
    }

    @Test
    void nobodyIsAtTwoSchoolsTwentyFiveKilometersApartWithinFiveMinutes() {
        assertThat(doubts(phone(33.4485, -111.8001, 12, 0), false, was(25, 5))).singleElement()
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.TOO_FAST),
                        d -> assertThat(d.found()).isBetween(297, 301));
        assertThat(doubts(phone(33.4485, -111.8001, 12, 0), false, was(25, 15))).as("100 km/h").isEmpty();
        assertThat(doubts(null, true, was(25, 5))).as("the code given by telephone").extracting(Doubt::kind)
                .containsExactly(Kind.TOO_FAST);
    }

    @Test
    void whatBothPlacesAreUnsureOfIsTakenOffTheWay() {
        assertThat(doubts(phone(33.4485, -111.8001, 100, 0), false, was(2.6, 1)))
                .as("2.6 km less 250 m in a minute is 141 km/h").isEmpty();
        assertThat(doubts(phone(33.4485, -111.8001, 12, 0), false, was(0.1, 0)))
                .as("the same campus in the same second").isEmpty();
    }

    @Test
    void doubtsAreReadAsTheyWereWritten() {
        var doubts = List.of(new Doubt(Kind.STALE, 900, 120), new Doubt(Kind.TOO_FAST, 297, 150));
        assertThat(Doubt.written(doubts)).isEqualTo("STALE 900 120;TOO_FAST 297 150");
        assertThat(Doubt.read(Doubt.written(doubts))).isEqualTo(doubts);
        assertThat(Doubt.read(Doubt.written(List.of()))).isEmpty();
    }

    private static List<Doubt> doubts(@Nullable PhoneReading phone, boolean code, Earlier earlier) {
        return PunchDoubts.of(phone, code, OCOTILLO, earlier, LIMITS, NOW);
    }

    private static PhoneReading phone(double latitude, double longitude, double accuracy, long secondsAgo) {
        return new PhoneReading(latitude, longitude, accuracy, NOW.minusSeconds(secondsAgo));
    }

    private static Earlier was(double kilometersWest, long minutesAgo) {
        return new Earlier(
                new Whereabouts(33.4485, -111.8001 - kilometersWest / 92.8, 150, NOW.minusSeconds(60 * minutesAgo)), 0);
    }
}
