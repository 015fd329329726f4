package org.daywatch.staffing.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.platform.web.Csv;
import org.daywatch.staffing.fairness.FairnessSheet.Counted;
import org.junit.jupiter.api.Test;

class FairnessSheetTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Pseudonyms NAMES = new Pseudonyms(
            "a secret of thirty-two bytes here".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Test
    void giniIsNothingWhereAllHaveTheSameAndNearOneWhereOneHasAll() {
        assertThat(Inequality.gini(List.of(7L, 7L, 7L, 7L)).orElseThrow()).isZero();
        assertThat(Inequality.gini(List.of(0L, 0L, 0L, 10L)).orElseThrow()).isEqualTo(0.75);
        assertThat(Inequality.gini(List.of(1L, 3L)).orElseThrow()).isEqualTo(0.25);
        assertThat(Inequality.gini(List.of(10L, 0L, 0L, 0L)).orElseThrow()).as("in any order").isEqualTo(0.75);
        assertThat(Inequality.gini(List.of(0L, 0L))).as("nothing was shared out").isEmpty();
        assertThat(Inequality.gini(List.of(5L))).as("one alone").isEmpty();
    }

    @Test
    void giniIsWhatThePairsSay() {
        var random = new java.util.Random(11);
        for (int i = 0; i < 200; i++) {
            var figures = random.longs(2 + random.nextInt(12), 0, 50).boxed().toList();
            double total = figures.stream().mapToLong(f -> f).sum();
            if (total == 0) continue;
            double pairs = 0;
            for (long a : figures) for (long b : figures) pairs += Math.abs(a - b);
            assertThat(Inequality.gini(figures).orElseThrow()).isCloseTo(pairs / (2 * figures.size() * total),
                    org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void theMiddleOfTwoIsTheLower() {
        assertThat(Inequality.median(List.of(9L, 1L, 5L))).isEqualTo(5);
        assertThat(Inequality.median(List.of(9L, 1L, 5L, 7L))).isEqualTo(5);
        assertThat(Inequality.median(List.of())).isZero();
    }

    @Test
    void fewerThanFiveAreSuppressedAndNotSummedUp() {
        var shares = new ArrayList<>(officers("Ironwood Police", 5));
        shares.addAll(List.of(share(90, "Sheriff", 99, 99, 9_999)));
        var sheet = FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES);
        var sheriff = sheet.groups().get(1);
        assertThat(sheriff.suppressed()).isTrue();
        assertThat(sheriff.rows()).isEmpty();
        assertThat(sheriff.spread()).isNull();
        assertThat(sheet.overall().minutes().most()).as("the suppressed one had most").isEqualTo(240);
        assertThat(SheetJson.rows(sheet).getLast()).containsExactly(OCTOBER, Counted.FULL, "Sheriff", "suppressed",
                "suppressed", "suppressed", "suppressed", "suppressed", "suppressed");
    }

    @Test
    void zeroUnknownAndSuppressedAreThreeValues() {
        var full = FairnessSheet.of(OCTOBER, Counted.FULL, officers("Ironwood Police", 5), NAMES);
        assertThat(full.groups().getFirst().rows()).anySatisfy(r -> assertThat(r.acceptances()).isZero());
        assertThat(full.groups().getFirst().rows())
                .anySatisfy(r -> assertThat(r.cents()).as("nothing was earned").isZero());
        var unknown = FairnessSheet.of(OCTOBER, Counted.NOT, officers("Ironwood Police", 5), NAMES);
        assertThat(unknown.groups().getFirst().rows()).allSatisfy(r -> {
            assertThat(r.opportunities()).isNull();
            assertThat(r.minutes()).as("worked hours are known all the same").isNotNegative();
        });
        assertThat(unknown.groups().getFirst().spread().opportunities()).isNull();
    }

    @Test
    void dollarsAreUnknownWhereOneShiftHasNoRateAndThenNothingIsSaidOfHowEvenlyTheyWereShared() {
        var shares = new ArrayList<>(officers("Ironwood Police", 5));
        assertThat(FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES).overall().cents())
                .isEqualTo(new FairnessSheet.Measure(0.4, 24_000, 0));
        shares.add(share(6, "Ironwood Police", 9, 6, 360, null));
        var sheet = FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES);
        assertThat(sheet.overall().cents()).isNull();
        assertThat(sheet.groups().getFirst().spread().cents()).isNull();
        assertThat(sheet.groups().getFirst().rows()).filteredOn(r -> r.cents() == null).singleElement()
                .satisfies(r -> assertThat(r.minutes()).isEqualTo(360));
        assertThat(SheetJson.rows(sheet)).extracting(List::getLast).contains("unknown", "0.00", "240.00");
    }

    @Test
    void aSheetPublishedBeforeRatesWereKeptIsStillRead() {
        var old = "{\"version\":1,\"month\":\"2026-09\",\"counted\":\"FULL\",\"groups\":[{\"department\":\"Ironwood Police\",\"suppressed\":false,\"rows\":[{\"pseudonym\":\"ABCD-EFGH\","
                + "\"opportunities\":3,\"offers\":1,\"acceptances\":2,\"minutes\":120,\"dollars\":null}],\"spread\":{\"opportunities\":null,\"acceptances\":null,"
                + "\"minutes\":{\"gini\":null,\"most\":120,\"least\":120}}}],\"overall\":null}";
        var sheet = new SheetJson().read(old);
        assertThat(sheet.groups().getFirst().rows().getFirst())
                .isEqualTo(new FairnessSheet.Row("ABCD-EFGH", 3L, 1L, 2L, 120, null));
        assertThat(sheet.groups().getFirst().spread().cents()).isNull();
    }

    @Test
    void aPseudonymHoldsForTheMonthAndIsAnotherOneTheNextAndWithAnotherSecret() {
        var officer = UUID.fromString("01987000-0000-7000-8000-000000000001");
        assertThat(NAMES.of(OCTOBER, officer)).isEqualTo(NAMES.of(OCTOBER, officer))
                .matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(NAMES.of(OCTOBER.plusMonths(1), officer)).isNotEqualTo(NAMES.of(OCTOBER, officer));
        assertThat(new Pseudonyms(new byte[32]).of(OCTOBER, officer)).isNotEqualTo(NAMES.of(OCTOBER, officer));
        var many = IntStream.range(0, 5000).mapToObj(i -> NAMES.of(OCTOBER, new UUID(i, i)))
                .collect(Collectors.toSet());
        assertThat(many).hasSize(5000);
    }

    @Test
    void neitherNameNorIdOfAnOfficerIsInTheSheetAndItsRowsStandInNoTellingOrder() {
        var shares = officers("Ironwood Police", 9);
        var stored = new SheetJson().write(FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES));
        assertThat(shares).noneMatch(s -> stored.contains(s.name()) || stored.contains(s.officer().toString())
                || stored.contains(s.group().toString()));
        var names = FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES).groups().getFirst().rows().stream()
                .map(FairnessSheet.Row::pseudonym).toList();
        assertThat(names).isSorted();
    }

    @Test
    void whatIsStoredIsReadAgainAsItWas() {
        var json = new SheetJson();
        var sheet = FairnessSheet.of(OCTOBER, Counted.PARTLY, officers("Ironwood Police", 6), NAMES);
        assertThat(json.read(json.write(sheet))).isEqualTo(sheet);
    }

    @Test
    void hoursAreRoundedToATenth() {
        assertThat(List.of(SheetJson.hours(0), SheetJson.hours(2), SheetJson.hours(3), SheetJson.hours(450),
                SheetJson.hours(599))).containsExactly("0.0", "0.0", "0.1", "7.5", "10.0");
    }

    @Test
    void theExampleIsWhatComesOut() throws Exception {
        var shares = new ArrayList<>(officers("Copper Valley Police", 5));
        shares.add(share(90, "Copper County Sheriff", 3, 1, 60));
        var sheet = FairnessSheet.of(OCTOBER, Counted.FULL, shares, NAMES);
        var text = String.join(",", SheetJson.HEADER) + "\n" + SheetJson.rows(sheet).stream()
                .map(r -> r.stream().map(Csv::cell).collect(Collectors.joining(","))).collect(Collectors.joining("\n"))
                + "\n";
        assertThat(text).isEqualTo(Files.readString(Path.of("docs/formats/examples/fairness-sheet.csv")));
    }

    /** Officer n was shown n + 3 posts, took n of them and worked n hours. */
    private static List<Share> officers(String department, int count) {
        return IntStream.range(0, count).mapToObj(n -> share(n, department, n + 3, n, n * 60L)).toList();
    }

    private static Share share(int n, String department, long shown, long accepted, long minutes) {
        return share(n, department, shown, accepted, minutes, minutes * 100);
    }

    private static Share share(int n, String department, long shown, long accepted, long minutes,
            @org.jspecify.annotations.Nullable Long cents) {
        return new Share(new UUID(0x01987000_0000_7000L, 0x8000_0000_0000_0000L + n), "Officer " + (char) ('A' + n),
                new UUID(7, department.length()), department, shown, 1, accepted,
                0, 0, shown - accepted, 0, 0, minutes, cents);
    }
}
