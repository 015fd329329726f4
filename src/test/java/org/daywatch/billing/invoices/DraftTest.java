package org.daywatch.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daywatch.billing.rates.RateCard;
import org.daywatch.billing.rates.RateCardBook;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.WorkedShifts.Worked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final UUID MESQUITE = new UUID(1, 1);
    private static final UUID SAGUARO = new UUID(1, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    @Test
    void halfACentIsRoundedUpLineByLine() {
        assertThat(cents(1, card(null, "SSO", 30, 0))).as("one minute at 30 cents an hour is half a cent").isEqualTo(1);
        assertThat(cents(1, card(null, "SSO", 29, 0))).isZero();
        assertThat(cents(431, card(null, "SSO", 5033, 0))).as("361.536 dollars").isEqualTo(36154);
        assertThat(cents(60, card(null, "SSO", 6250, 0))).isEqualTo(6250);
        var twice = Draft.of(List.of(shift(1, 1, "SSO", FIRST, MESQUITE), shift(2, 1, "SSO", FIRST, MESQUITE)),
                book(card(null, "SSO", 30, 0)));
        assertThat(twice.cents()).as("two half cents are two cents, not one").isEqualTo(2);
    }

    @Test
    void aShiftIsBilledAsTheLeastTheCardAsksFor() {
        var least = card(null, "SSO", 6000, 180);
        var lines = Draft.of(List.of(shift(1, 179, "SSO", FIRST, MESQUITE), shift(2, 180, "SSO", FIRST, MESQUITE),
                shift(3, 181, "SSO", FIRST, MESQUITE)), book(least)).lines();
        assertThat(lines).extracting(InvoiceLine::billed).containsExactly(180, 180, 181);
        assertThat(lines).extracting(InvoiceLine::leastApplied).containsExactly(true, false, false);
        assertThat(lines).extracting(InvoiceLine::cents).containsExactly(18_000L, 18_000L, 18_100L);
        assertThat(lines).extracting(InvoiceLine::payable).as("what was worked stands beside it").containsExactly(179,
                180, 181);
    }

    @Test
    void aRateThatChangesInTheMonthHoldsFromItsFirstDayOn() {
        var before = new RateCard(new UUID(9, 1), null, "SSO", 5000, 0, LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 10, 14), "agreement", Instant.EPOCH, null, null);
        var after = new RateCard(new UUID(9, 2), null, "SSO", 6000, 0, LocalDate.of(2026, 10, 15), null, "agreement",
                Instant.EPOCH, null, null);
        var lines = Draft.of(List.of(shift(1, 60, "SSO", LocalDate.of(2026, 10, 14), MESQUITE),
                shift(2, 60, "SSO", LocalDate.of(2026, 10, 15), MESQUITE)), book(before, after)).lines();
        assertThat(lines).extracting(InvoiceLine::cents).containsExactly(5000L, 6000L);
        assertThat(lines).extracting(InvoiceLine::rateCard).as("each line names the card it rests on")
                .containsExactly(before.id(), after.id());
    }

    @Test
    void ofTwoCardsThatHoldTheOneThatBeganLastCounts() {
        var old = new RateCard(new UUID(9, 1), null, "SSO", 5000, 0, LocalDate.of(2026, 1, 1), null, "agreement",
                Instant.EPOCH, null, null);
        var recent = new RateCard(new UUID(9, 2), null, "SSO", 6000, 0, LocalDate.of(2026, 10, 1), null, "agreement",
                Instant.EPOCH, null, null);
        assertThat(cents(60, recent, old)).isEqualTo(6000);
    }

    @Test
    void aDistrictsOwnCardGoesBeforeTheOneForAllAndForNobodyElse() {
        var own = card(SAGUARO, "SSO", 7777, 0);
        var all = card(null, "SSO", 5000, 0);
        assertThat(Draft.of(List.of(shift(1, 60, "SSO", FIRST, SAGUARO)), book(all, own)).cents()).isEqualTo(7777);
        assertThat(Draft.of(List.of(shift(1, 60, "SSO", FIRST, MESQUITE)), book(all, own)).cents()).isEqualTo(5000);
    }

    @Test
    void aWithdrawnCardNeverCounts() {
        var withdrawn = new RateCard(new UUID(9, 1), null, "SSO", 9999, 0, FIRST, null, "agreement", Instant.EPOCH,
                Instant.EPOCH, "typed for another year");
        assertThat(cents(60, withdrawn, card(null, "SSO", 5000, 0))).isEqualTo(5000);
        assertThat(Draft.of(List.of(shift(1, 60, "SSO", FIRST, MESQUITE)), book(withdrawn)).withoutRate()).hasSize(1);
    }

    @Test
    void aShiftWithoutARateIsNamedAndTheInvoiceWaits() {
        var worked = List.of(shift(1, 60, "SSO", FIRST, MESQUITE), shift(2, 60, "JPO", FIRST, MESQUITE),
                shift(3, 60, "SSO", FIRST.minusDays(1), MESQUITE));
        var draft = Draft.of(worked, book(card(null, "SSO", 5000, 0)));
        assertThat(draft.ready()).isFalse();
        assertThat(draft.withoutRate()).as("another role, and a day before the first").containsExactly(worked.get(1),
                worked.get(2));
        assertThat(draft.lines()).extracting(InvoiceLine::shift).as("never a line of zero")
                .containsExactly(worked.get(0).shift());
        assertThat(Draft.of(List.of(), book()).ready()).as("nothing is no invoice").isFalse();
    }

    @Property(tries = 300)
    void anInvoiceIsTheSumOfItsLinesAndEachLineIsExactToTheCent(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1440) Integer> minutes,
            @ForAll @IntRange(min = 1, max = 99_999) int perHour,
            @ForAll @IntRange(max = 720) int least) {
        var shifts = new ArrayList<Worked>();
        for (int m : minutes) shifts.add(shift(shifts.size(), m, "SSO", FIRST, MESQUITE));
        var draft = Draft.of(shifts, book(card(null, "SSO", perHour, least)));
        long sum = 0;
        for (int i = 0; i < shifts.size(); i++) {
            var line = draft.lines().get(i);
            assertThat(line.line()).isEqualTo(i + 1);
            assertThat(line.shift()).isEqualTo(shifts.get(i).shift());
            var exact = BigDecimal.valueOf(Math.max(minutes.get(i), least)).multiply(BigDecimal.valueOf(perHour))
                    .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP);
            assertThat(line.cents()).isEqualTo(exact.longValueExact());
            sum += line.cents();
        }
        assertThat(draft.cents()).isEqualTo(sum);
        assertThat(draft.shifts()).isEqualTo(minutes.size());
        assertThat(draft.minutes()).isEqualTo(minutes.stream().mapToLong(m -> Math.max(m, least)).sum());
    }

    private static long cents(int minutes, RateCard... cards) {
        return Draft.of(List.of(shift(1, minutes, "SSO", FIRST, MESQUITE)), book(cards)).cents();
    }

    private static RateCardBook book(RateCard... cards) {
        return new RateCardBook(List.of(cards));
    }

    private static RateCard card(@Nullable UUID district, String role, int cents, int least) {
        return new RateCard(UUID.randomUUID(), district, role, cents, least, FIRST, null, "agreement", Instant.EPOCH,
                null, null);
    }

    private static Worked shift(int number, int minutes, String role, LocalDate day, UUID district) {
        var start = Instant.parse("2026-10-01T15:00:00Z");
        return new Worked(new UUID(2, number), district, new UUID(3, 1), "Ocotillo High", "Dana Vega", new UUID(4, 1),
                role, day, new Window(start, start.plus(Duration.ofHours(8))), minutes);
    }
}
