package org.daywatch.staffing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsPeriodsTest {

    private static final UUID AGENCY = new UUID(1, 1);
    private static final UUID DEPARTMENT = new UUID(1, 2);

    @Test
    void nextYearsTermsConfirmedInNovemberLeaveThisYearsInForceUntilTheyBegin() {
        var periods = of(terms(1, "2026-07-01", null)).with(terms(2, "2027-07-01", "2028-06-30"));

        assertThat(said(periods)).containsExactly("1: 2026-07-01 to 2027-06-30", "2: 2027-07-01 to 2028-06-30");
        assertThat(periods.on(day("2026-11-29")).orElseThrow().rank()).isEqualTo(1);
        assertThat(periods.on(day("2027-07-01")).orElseThrow().rank()).isEqualTo(2);
        assertThat(periods.after(day("2026-11-29"))).extracting(AgreedTerms::rank).containsExactly(2);
    }

    @Test
    void termsCorrectedFromTheSameDayReplaceThoseOfThatDayAndKeepTheNextOnes() {
        var periods = of(terms(1, "2026-07-01", "2027-06-30"), terms(2, "2027-07-01", null))
                .with(terms(3, "2026-07-01", null));

        assertThat(said(periods)).as("no last day means: until other terms are agreed, and they are")
                .containsExactly("3: 2026-07-01 to 2027-06-30", "2: 2027-07-01 to null");
    }

    @Test
    void namedDaysAreTakenFromTermsThatBeginLater() {
        assertThat(said(of(terms(1, "2027-01-01", null)).with(terms(2, "2026-07-01", "2027-03-31"))))
                .containsExactly("2: 2026-07-01 to 2027-03-31", "1: 2027-04-01 to null");
        assertThat(said(of(terms(1, "2027-01-01", "2027-02-28")).with(terms(2, "2026-07-01", "2027-03-31"))))
                .containsExactly("2: 2026-07-01 to 2027-03-31");
        assertThat(said(of(terms(1, "2027-01-01", "2027-06-30")).with(terms(2, "2026-07-01", "2026-12-31"))))
                .containsExactly("2: 2026-07-01 to 2026-12-31", "1: 2027-01-01 to 2027-06-30");
    }

    @Test
    void termsThatOnceBeganEndTheDayBeforeTheNewOnesAndDoNotComeBack() {
        assertThat(said(of(terms(1, "2026-07-01", "2027-06-30")).with(terms(2, "2026-12-01", "2026-12-31"))))
                .containsExactly("1: 2026-07-01 to 2026-11-30", "2: 2026-12-01 to 2026-12-31");
        assertThat(said(of(terms(1, null, null)).with(terms(2, "2026-12-01", null))))
                .containsExactly("1: null to 2026-11-30", "2: 2026-12-01 to null");
    }

    @Test
    void onADayBetweenTwoTermsTheNextAreNamedAndAfterTheLastThose() {
        var periods = of(terms(1, "2025-07-01", "2026-06-30"), terms(2, "2026-08-01", "2027-06-30"));

        assertThat(periods.on(day("2026-07-15")).orElseThrow().rank()).isEqualTo(2);
        assertThat(periods.on(day("2028-01-01")).orElseThrow().rank()).isEqualTo(2);
        assertThat(periods.on(day("2024-01-01")).orElseThrow().rank()).isEqualTo(1);
        assertThat(TermsPeriods.NONE.on(day("2026-07-15"))).isEmpty();
    }

    @Test
    void whateverIsAgreedInWhateverOrderNoTwoTermsHoldOnOneDay() {
        var random = new java.util.Random(20261129);
        for (int round = 0; round < 500; round++) {
            var periods = TermsPeriods.NONE;
            for (int i = 1; i <= 6; i++) {
                var first = day("2026-01-01").plusDays(random.nextInt(400));
                var agreed = terms(i, first.toString(),
                        random.nextBoolean() ? null : first.plusDays(random.nextInt(200)).toString());
                periods = periods.with(agreed);
                assertThat(periods.on(first).orElseThrow().rank()).as("agreed last").isEqualTo(i);
            }
            var all = periods;
            assertThat(day("2025-12-01").datesUntil(day("2028-01-01"))
                    .allMatch(d -> all.inOrder().stream().filter(t -> t.holdsOn(d)).count() <= 1)).as("%s", said(all))
                    .isTrue();
        }
    }

    private static TermsPeriods of(AgreedTerms... terms) {
        return new TermsPeriods(List.of(terms));
    }

    private static AgreedTerms terms(int rank, @Nullable String from, @Nullable String to) {
        return AgreedTerms.usual(AGENCY, DEPARTMENT, rank, "NOT_KNOWN", Set.of(), ZoneId.of("America/New_York"))
                .between(from == null ? null : day(from), to == null ? null : day(to));
    }

    private static List<String> said(TermsPeriods periods) {
        return periods.inOrder().stream().map(t -> t.rank() + ": " + t.from() + " to " + t.to()).toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
