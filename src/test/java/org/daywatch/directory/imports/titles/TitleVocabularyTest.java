package org.daywatch.directory.imports.titles;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.intake.Sureness;
import org.junit.jupiter.api.Test;

/**
 * Titles as American school calendars write them, sorted by hand before they were read: how many schools would stand
 * closed by mistake, and how many closings would go by unseen. The rules were written with one half of the list in
 * sight; the other half was only counted.
 */
class TitleVocabularyTest {
    private static final Path TITLES = Path.of("src/test/resources/calendars/titles.csv");
    private static final Path CALENDARS = Path.of("src/test/resources/calendars/calendar-titles.csv");
    private static final List<String> HALVES = List.of("develop", "held-out", "later", "last", "further",
            "further-held-out", "third");
    private static final TitleReader READER = new TitleReader();
    private static final List<Row> READ = new ArrayList<>();

    /**
     * @param expected CLOSED, OPEN, BELLS, FIRST, LAST; or DIFFERS: closed in some districts and open in others, or
     * only perhaps, which no reader can know
     */
    private record Row(String title, String expected, String half, TitleReading reading) {

        boolean closesSurely() {
            return reading.closes() && reading.sureness() == Sureness.SURE;
        }

        boolean isShown() { return reading.sureness() != Sureness.SURE || reading.closes(); }

        boolean isAsked() { return reading.sureness() != Sureness.SURE; }

        boolean wasAtHome() {
            return expected.equals("CLOSED");
        }
    }

    @Test
    void aSchoolIsClosedByMistakeByAtMostOneTitleInAThousand() throws IOException {
        for (String half : HALVES) {
            var rows = rows(half);
            System.out.println(figures(half, rows));
            var wrong = wrong(rows, row -> row.closesSurely() && !row.wasAtHome());
            assertThat(wrong.size() * 1000L).as("closed by mistake: " + wrong).isLessThanOrEqualTo(rows.size());
        }
    }

    @Test
    void aClosingIsAtLeastAskedAbout() throws IOException {
        for (String half : HALVES) {
            var rows = rows(half);
            assertThat(wrong(rows, row -> row.wasAtHome() && !row.isShown())).as("closed, and nobody would be asked")
                    .isEmpty();
            var silent = wrong(rows, row -> row.expected().equals("DIFFERS") && !row.isShown());
            assertThat(silent).as("perhaps closed, and nobody would be asked").isEmpty();
        }
    }

    @Test
    void noSchoolOfAnyCalendarIsClosedByMistakeAndMostClosingsNeedNoQuestion() throws IOException {
        var rows = rows(null);
        System.out.println(figures("all", rows));
        assertThat(wrong(rows, row -> row.closesSurely() && !row.wasAtHome())).isEmpty();
        long closed = rows.stream().filter(Row::wasAtHome).count();
        assertThat(rows.stream().filter(row -> row.wasAtHome() && row.closesSurely()).count() * 100)
                .isGreaterThanOrEqualTo(closed * 80);
    }

    @Test
    void aWordNobodyKnowsMakesAClosingLikelyInsteadOfSure() {
        assertThat(READER.read("No School - Teacher Work Day").sureness()).isEqualTo(Sureness.SURE);
        for (String title : List.of("No School - Zorb Day", "No School at Lakeside", "Winter Break Zorbing",
                "No School - Elementary Only", "Summer Break (Employees)")) {
            assertThat(READER.read(title).sureness()).as(title).isNotEqualTo(Sureness.SURE);
        }
        assertThat(READER.read("Remote Learning Day (No Students on campus)").sureness()).isEqualTo(Sureness.ASK);
    }

    @Test
    void aDistrictIsAskedFewQuestionsAboutItsCalendar() throws IOException {
        var read = rows(null).stream().collect(Collectors.toMap(Row::title, row -> row));
        Map<String, List<Row>> calendars;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(CALENDARS)) {
            calendars = csv.stream().collect(Collectors.groupingBy(row -> row.getField("calendar"),
                    Collectors.mapping(row -> read.get(row.getField("title")), Collectors.toList())));
        }
        var asked = calendars.values().stream().map(titles -> titles.stream().filter(Row::isAsked).count()).sorted()
                .toList();
        var titles = calendars.values().stream().map(List::size).sorted().toList();
        System.out.printf(
                "%d calendars: of %d titles (median) %d are asked about (median), %d in nine of ten, %d at most.%n",
                asked.size(), titles.get(titles.size() / 2),
                asked.get(asked.size() / 2), asked.get(asked.size() * 9 / 10), asked.getLast());
        assertThat(calendars).hasSizeGreaterThanOrEqualTo(200);
        assertThat(asked.get(asked.size() / 2)).isLessThanOrEqualTo(8);
        assertThat(asked.get(asked.size() * 9 / 10)).isLessThanOrEqualTo(12);
    }

    @Test
    void aTitleOfAPagesLengthKeepsNobodyWaiting() {
        for (String part : List.of("no school teacher - ", "-", "grades 1-", "closed ", "early release ", "a")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                    () -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(2),
                            () -> READER.read(part.repeat(20_000)))))
                    .as(part).isNull();
        }
    }

    @Test
    void everyReasonHasASentenceInBothLanguages() throws IOException {
        var texts = new org.daywatch.platform.texts.Texts();
        for (Row row : rows(null)) {
            assertThat(texts.has("titles.reason." + row.reading().reason())).as(row.reading().reason()).isTrue();
        }
    }

    @Test
    void firstAndLastDayOfSchoolAreKnown() throws IOException {
        var rows = rows("develop").stream().filter(row -> !row.expected().equals("DIFFERS")).toList();
        assertThat(wrong(rows, row -> List.of("FIRST", "LAST").contains(row
                .expected()) != (row.reading().marks() == Marks.FIRST_DAY || row.reading().marks() == Marks.LAST_DAY)))
                .isEmpty();
    }

    @Test
    void ordinaryEventsAskNobody() throws IOException {
        for (String half : HALVES) {
            var open = rows(half).stream().filter(row -> row.expected().equals("OPEN")).toList();
            assertThat(wrong(open, Row::isShown).size() * 100).as(wrong(open, Row::isShown).toString())
                    .isLessThanOrEqualTo(open.size() * 20);
        }
    }

    private static List<String> wrong(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(row -> row.title() + " = " + row.reading().reads() + " "
                + row.reading().sureness() + " " + row.reading().reason()).toList();
    }

    private static String figures(String half, List<Row> rows) {
        long closed = rows.stream().filter(Row::wasAtHome).count();
        long sure = rows.stream().filter(Row::closesSurely).count();
        long right = rows.stream().filter(row -> row.closesSurely() && row.wasAtHome()).count();
        long shown = rows.stream().filter(row -> row.wasAtHome() && row.isShown()).count();
        long differs = rows.stream().filter(row -> row.expected().equals("DIFFERS")).count();
        long asked = rows.stream().filter(row -> row.expected().equals("DIFFERS") && row.isShown()).count();
        long open = rows.stream().filter(row -> row.expected().equals("OPEN")).count();
        long quiet = rows.stream().filter(row -> row.expected().equals("OPEN") && !row.isShown()).count();
        long bells = rows.stream().filter(row -> row.expected().equals("BELLS")).count();
        long rung = rows.stream().filter(row -> row.expected().equals("BELLS") && row.reading().kind() != null
                && row.reading().kind().isSchoolDay() && row.reading().sureness() == Sureness.SURE).count();
        return ("%s: %d titles. Closed as sure %d, of them right %d (precision %.4f), of %d closings (recall %.4f; shown %d). Closed by mistake %d. Depends on the district %d, asked %d."
                + " Open %d, without a question %d. Other bells %d, read %d.").formatted(half, rows.size(), sure, right,
                        right / (double) sure, closed, right / (double) closed, shown, sure - right,
                        differs, asked, open, quiet, bells, rung);
    }

    /** @param half null: all of them */
    private static List<Row> rows(String half) throws IOException {
        if (READ.isEmpty()) {
            try (var csv = CsvReader.builder().ofNamedCsvRecord(TITLES)) {
                csv.forEach(row -> READ.add(new Row(row.getField("title"), row.getField("expected"),
                        row.getField("half"), READER.read(row.getField("title")))));
            }
        }
        return READ.stream().filter(row -> half == null || row.half().equals(half)).toList();
    }
}
