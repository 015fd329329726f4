package org.daywatch.staffing.fairness.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateBookTest {

    private static final UUID POLICE = new UUID(1, 1);
    private static final UUID SHERIFF = new UUID(1, 2);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void theDepartmentsRateGoesBeforeTheRolesAndThatBeforeTheOneForAll() {
        var book = new RateBook(List.of(rate("DEFAULT", 5000, MAY, null), rate("ROLE:SRO", 5500, MAY, null),
                rate("DEPARTMENT:" + POLICE, 6000, MAY, null)));
        assertThat(book.find(POLICE, "SRO", MAY).orElseThrow().centsPerHour()).isEqualTo(6000);
        assertThat(book.find(SHERIFF, "SRO", MAY).orElseThrow().centsPerHour()).isEqualTo(5500);
        assertThat(book.find(SHERIFF, "SSO", MAY).orElseThrow().centsPerHour()).isEqualTo(5000);
    }

    @Test
    void aDayIsCountedByTheRateInForceOnItAndByNoneBeforeTheFirst() {
        var book = new RateBook(
                List.of(rate("DEFAULT", 5000, MAY, MAY.plusDays(9)), rate("DEFAULT", 5200, MAY.plusDays(20), null)));
        assertThat(book.find(POLICE, "SSO", MAY.minusDays(1))).isEmpty();
        assertThat(book.find(POLICE, "SSO", MAY.plusDays(9)).orElseThrow().centsPerHour()).isEqualTo(5000);
        assertThat(book.find(POLICE, "SSO", MAY.plusDays(10))).as("between the two").isEmpty();
        assertThat(book.find(POLICE, "SSO", MAY.plusDays(20)).orElseThrow().centsPerHour()).isEqualTo(5200);
        assertThat(book.anyBetween(MAY.minusDays(9), MAY.minusDays(1))).isFalse();
        assertThat(book.anyBetween(MAY.plusDays(9), MAY.plusDays(12))).isTrue();
        assertThat(book.anyBetween(MAY.plusDays(10), MAY.plusDays(19))).isFalse();
    }

    @Test
    void ofTwoInOneScopeTheOneThatBeganLastHoldsAndAWithdrawnOneNever() {
        var wrong = new PayRate(UUID.randomUUID(), "DEFAULT", 9000, MAY.plusDays(2), null, "a letter", Instant.EPOCH,
                Instant.EPOCH, "a slip of the pen");
        var book = new RateBook(
                List.of(rate("DEFAULT", 5000, MAY, null), rate("DEFAULT", 5100, MAY.plusDays(1), null), wrong));
        assertThat(book.find(POLICE, "SSO", MAY.plusDays(5)).orElseThrow().centsPerHour()).isEqualTo(5100);
    }

    @ParameterizedTest
    @CsvSource({"60, 6250, 6250", "30, 6251, 3126", "1, 6250, 104", "1, 6270, 105", "0, 6250, 0", "420, 6033, 42231"})
    void eachShiftIsRoundedHalfUpToTheCent(long minutes, int centsPerHour, long cents) {
        assertThat(rate("DEFAULT", centsPerHour, MAY, null).cents(minutes)).isEqualTo(cents);
    }

    @Test
    void dollarsAreReadAndWrittenAsPeopleDo() {
        assertThat(List.of(read("62"), read(" 62.5 "), read("0.01"))).containsExactly(6200L, 6250L, 1L);
        assertThat(Dollars.read("award", "$1,234.50", 0, 999_999, "wrong")).isEqualTo(123_450);
        assertThat(List.of(Dollars.plain(0), Dollars.plain(5), Dollars.plain(123_450), Dollars.said(123_450)))
                .containsExactly("0.00", "0.05", "1234.50", "$1,234.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.00", "-5", "62,50", "1000", "62.505", "sixty", "1e2"})
    void whatIsNoHourlyRateIsRefused(String typed) {
        assertThatThrownBy(() -> read(typed)).isInstanceOf(InvalidInput.class);
    }

    private static PayRate rate(String scope, int cents, LocalDate from, @Nullable LocalDate to) {
        return new PayRate(UUID.randomUUID(), scope, cents, from, to, "labor agreement", Instant.EPOCH, null, null);
    }

    private static long read(String typed) {
        return Dollars.read("rate", typed, 1, 99_999, "fairness.rates.wrong.rate");
    }
}
