package org.daywatch.transparency.programs.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.DayKind;
import org.daywatch.transparency.programs.campus.CampusHours.Presence;
import org.daywatch.transparency.programs.campus.CampusRecord.State;
import org.junit.jupiter.api.Test;

/**
 * Of a day of school an officer is asked for from bell to bell, or for some minutes around it; what counts is that one
 * was there.
 */
class CampusHoursTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final UUID SCHOOL = new UUID(0, 1);
    private static final UUID ORTIZ = new UUID(0, 2);
    private static final UUID REED = new UUID(0, 3);
    private static final CampusHours BELLS = new CampusHours(1, 0, ZONE);

    @Test
    void fromTheFirstBellToTheLastAndFifteenMinutesMoreWhereAnAgreementSaysSo() {
        assertThat(day(BELLS).asked()).isEqualTo(420);
        assertThat(day(new CampusHours(1, 15, ZONE)).asked()).isEqualTo(450);
    }

    @Test
    void whoeverComesBeforeTheBellAndStaysAfterItWasThereAllDay() {
        assertThat(day(BELLS, there(ORTIZ, "07:10", "16:00")))
                .isEqualTo(new CampusDay(DAY, 420, 420, List.of(ORTIZ), false));
    }

    @Test
    void anHourInCourtIsMissingUnlessSomebodyStoodIn() {
        var morning = there(ORTIZ, "07:30", "10:00");
        var afternoon = there(ORTIZ, "11:00", "15:30");
        assertThat(day(BELLS, morning, afternoon).missing()).isEqualTo(60);
        var covered = day(BELLS, morning, there(REED, "09:50", "11:20"), afternoon);
        assertThat(covered.missing()).isZero();
        assertThat(covered.officers()).containsExactly(ORTIZ, REED);
    }

    @Test
    void twoAtOnceAreOneOfficerThereAndWhereTwoAreAskedForOneIsNotEnough() {
        var two = new Presence[] {there(ORTIZ, "08:00", "12:00"), there(REED, "10:00", "15:00")};
        assertThat(day(BELLS, two).there()).isEqualTo(420);
        assertThat(day(new CampusHours(2, 0, ZONE), two).there()).as("ten to noon").isEqualTo(120);
    }

    @Test
    void secondsDoNotMakeAMinuteMissing() {
        var late = new Presence(SCHOOL, ORTIZ, at("08:00").plusSeconds(40), at("15:00").plusSeconds(5));
        assertThat(day(BELLS, late).missing()).isZero();
    }

    @Test
    void aDayThatGoesOnIsNotJudgedYet() {
        assertThat(BELLS.days(List.of(bell()), List.of(), d -> false, at("14:59"))).isEmpty();
        assertThat(BELLS.days(List.of(bell()), List.of(), d -> false, at("15:00"))).hasSize(1);
    }

    @Test
    void whereNobodyWasEverRecordedNothingIsKnownAndThatIsNoZero() {
        var record = new CampusRecord(List.of(new CampusDay(DAY, 420, 0, List.of(), false)));
        assertThat(record.known()).isFalse();
        assertThat(record.state()).isEqualTo(State.UNKNOWN);
        assertThat(record.none()).isOne();
    }

    @Test
    void underAnExceptionNothingMoreIsAskedForAndWhatWasMissingBeforeItStays() {
        var bare = new CampusDay(DAY, 420, 0, List.of(), false);
        var excepted = new CampusDay(DAY.plusDays(1), 420, 0, List.of(), true);
        var record = new CampusRecord(List.of(bare, excepted));
        assertThat(record.state()).isEqualTo(State.EXCEPTED);
        assertThat(record.asked()).isEqualTo(420);
        assertThat(record.wanting()).containsExactly(bare);
    }

    private static CampusDay day(CampusHours hours, Presence... there) {
        return hours.days(List.of(bell()), List.of(there), d -> false, at("23:00")).getFirst();
    }

    private static BellDay bell() {
        return new BellDay(SCHOOL, DAY, DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), false);
    }

    private static Presence there(UUID officer, String from, String to) {
        return new Presence(SCHOOL, officer, at(from), at(to));
    }

    private static Instant at(String time) {
        return LocalDateTime.of(DAY, LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
