package org.daywatch.directory.imports.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.titles.TitleReader;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/calendar.ics");
    @TempDir Path folder;
    private ImportRun run;

    @Test
    void takesTheYearAndTheDaysThatDifferFromTheExample() {
        var file = read(EXAMPLE);
        assertThat(file.name()).isEqualTo("Sonoran Unified 2026-27");
        assertThat(file.firstDay()).isEqualTo(LocalDate.of(2026, 8, 3));
        assertThat(file.lastDay()).isEqualTo(LocalDate.of(2027, 5, 21));
        assertThat(days(file, DayKind.HOLIDAY)).containsExactly("2026-09-07", "2026-10-05", "2026-10-06", "2026-10-07",
                "2026-10-08",
                "2026-10-09", "2026-11-11");
        assertThat(days(file, DayKind.EARLY_RELEASE)).containsExactly("2026-08-05", "2026-08-12", "2026-08-19",
                "2026-08-26",
                "2026-09-09", "2026-09-16", "2026-09-23", "2026-09-30");
        assertThat(days(file, DayKind.STAFF_ONLY)).containsExactly("2026-10-12");
        assertThat(days(file, DayKind.LATE_START)).containsExactly("2026-11-02");
        assertThat(days(file, DayKind.EXAM)).containsExactly("2026-12-16", "2026-12-17", "2026-12-18");
        assertThat(
                file.events().stream().filter(e -> e.event().kind() == DayKind.EXAM).flatMap(e -> e.slots().stream()))
                .allMatch(slot -> slot.level() == SchoolLevel.HIGH);
    }

    @Test
    void namesLineAndReasonOfEveryEventItCannotUse() {
        read(EXAMPLE);
        var report = run.report();
        assertThat(report.read()).isEqualTo(14);
        assertThat(report.refused()).extracting(c -> c.line() + " " + c.field() + " " + c.value() + ": "
                + c.reason().substring(0, 20))
                .containsExactly("97 DTSTART 20261340: is not a date of the",
                        "91 SUMMARY Half day: says HALF_DAY for 20");
        assertThat(report.calendar().questions())
                .extracting(q -> q.line() + " " + q.title() + ": " + q.reads() + " " + q.sureness() + " " + q.reason()
                        + " " + q.days() + " from " + q.firstDay())
                .containsExactly("85 Spring break begins: HOLIDAY ASK TALKS_OF_ONE_END 1 from 2027-03-15");
        assertThat(report.calendar().titles()).filteredOn(t -> t.title().equals("Picture day")).singleElement()
                .satisfies(t -> assertThat(t.reads() + " " + t.applied()).isEqualTo("NONE true"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No School                               | HOLIDAY
            NO SCHOOL: winter storm                 | WEATHER
            Winter Break                            | HOLIDAY
            Thanksgiving Recess                     | HOLIDAY
            Dr. Martin Luther King Jr. Day          | HOLIDAY
            Schools closed for parade               | CLOSURE
            Hurricane day                           | WEATHER
            Teacher Work Day (No School)            | STAFF_ONLY
            Staff development day                   | STAFF_ONLY
            Professional Learning - no students     | STAFF_ONLY
            Early Release - Professional Learning   | EARLY_RELEASE
            Early dismissal                         | EARLY_RELEASE
            Half Day                                | HALF_DAY
            Late Start Wednesday                    | LATE_START
            Two-hour delay                          | LATE_START
            Final Exams                             | EXAM
            Early Release - exams                   | EARLY_RELEASE
            Columbus Day - school in session        | REGULAR
            Snow make-up day                        | REGULAR
            Homecoming dance                        |
            Breakfast with the principal            |
            Weathervane club                        |
            """)
    void readsTheWordsSchoolCalendarsUse(String title, DayKind kind) {
        assertThat(new TitleReader().read(title).kind()).isEqualTo(kind);
    }

    @Test
    void knowsForWhichLevelsATitleSpeaks() {
        assertThat(levels("Early release (elementary and middle schools)")).containsExactly(SchoolLevel.ELEMENTARY,
                SchoolLevel.MIDDLE);
        assertThat(levels("Junior High School half day")).containsExactly(SchoolLevel.MIDDLE);
        assertThat(levels("No school")).isEmpty();
    }

    @Test
    void refusesACalendarThatDoesNotTellItsYear() {
        assertThatThrownBy(() -> read(calendar("DTSTART;VALUE=DATE:20260907", "SUMMARY:Labor Day")))
                .isInstanceOf(IntakeRefused.class).hasMessageContaining("first and last day");
    }

    @Test
    void refusesTextThatIsNoCalendar() {
        assertThatThrownBy(() -> read(Files.writeString(folder.resolve("x.ics"),
                "Name,City\n"))).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("not a calendar");
    }

    @Test
    void takesFirstAndLastDayAsEventsOfTheirOwnAndTheLastMayEndEarly() throws IOException {
        var file = read(Files.writeString(folder.resolve("x.ics"), """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260803
                SUMMARY:First day of school
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270521
                SUMMARY:Last day of school - early release
                END:VEVENT
                END:VCALENDAR
                """));
        assertThat(file.name()).isEqualTo("x");
        assertThat(file.lastDay()).isEqualTo(LocalDate.of(2027, 5, 21));
        assertThat(days(file, DayKind.EARLY_RELEASE)).containsExactly("2027-05-21");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20260230                                  | DTSTART  | not a date of the calendar
            DTSTART;VALUE=DATE:2026-09-07                                | DTSTART  | not a date of the calendar
            DTSTART;VALUE=DATE:00000907                                  | DTSTART  | not a date of the calendar
            DTSTART;TZID="A:B;C":20260230T070000                         | DTSTART  | not a date of the calendar
            DTSTART;VALUE=DATE:20260907~DTEND;VALUE=DATE:20260931        | DTEND    | not a date of the calendar
            DTSTART;VALUE=DATE:20260907~RRULE:FREQ=DAILY;COUNT=2~EXDATE;VALUE=DATE:20260931 | EXDATE | not a date of the calendar
            DTSTART:20260907T070000Z                                     | DTSTART  | universal time
            DTSTART;VALUE=DATE:20260907~DTEND;VALUE=DATE:20260901        | DTEND    | before the start
            DTSTART;VALUE=DATE:20260907~DURATION:P1DT12H                 | DURATION | not a number of days
            DTSTART;VALUE=DATE:20260907~RRULE:FREQ=FORTNIGHTLY           | VEVENT   | cannot be read as a calendar event
            DTSTART;VALUE=DATE:20260907~RRULE:FREQ=SECONDLY              | RRULE    | repeats within a day
            DTSTART;VALUE=DATE:20260907~RDATE;VALUE=DATE:20260931        | RDATE    | not a date of the calendar
            DTSTART;VALUE=DATE:20260907~RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260907 | RECURRENCE-ID | from this day on
            DTSTART;VALUE=DATE:20260907~RRULE:FREQ=DAILY;INTERVAL=0      | RRULE    | repeats every 0 days
            """)
    void refusesAnEventWhoseDaysAreNotCertainAndNamesTheProperty(String lines, String field, String reason)
            throws IOException {
        var file = read(year(lines.replace("~", "\n"), "SUMMARY:No school"));
        assertThat(days(file, DayKind.HOLIDAY)).isEmpty();
        assertThat(run.report().refused()).singleElement().satisfies(cell -> {
            assertThat(cell.line()).isEqualTo(7);
            assertThat(cell.field()).isEqualTo(field);
            assertThat(cell.reason()).contains(reason);
        });
        assertThat(file.refusedUids()).containsExactly("day-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20260907                                  | 2026-09-07
            DTSTART:20260907T073000                                      | 2026-09-07
            DTSTART;TZID=America/Phoenix:20260907T000000~DTEND;TZID=America/Phoenix:20260907T235900 | 2026-09-07
            DTSTART;TZID=Mars/Olympus:20260907T073000                    | 2026-09-07
            DTSTART;VALUE=DATE:20260907~DURATION:P3D                     | 2026-09-07 2026-09-08 2026-09-09
            DTSTART;VALUE=DATE:20260907~DURATION:P1W                     | 2026-09-07 2026-09-08 2026-09-09 2026-09-10 2026-09-11
            DTSTART:20260907T073000~DURATION:PT1H30M                     | 2026-09-07
            DTSTART;VALUE=DATE:20260907~RRULE:FREQ=WEEKLY;COUNT=3~EXDATE;VALUE=DATE:20260914 | 2026-09-07 2026-09-21
            DTSTART;VALUE=DATE:20260907~STATUS:CANCELLED                 |
            DTSTART;VALUE=DATE:20260907~RDATE;VALUE=DATE:20260915,20261001 | 2026-09-07 2026-09-15 2026-10-01
            DTSTART;VALUE=DATE:20190902~RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO | 2026-09-07
            DTSTART;VALUE=DATE:20241101~RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20261002 | 2026-08-07 2026-09-04 2026-10-02
            DTSTART;TZID=America/Phoenix:20240906T080000~RRULE:FREQ=WEEKLY;INTERVAL=13;UNTIL=20261212T065959Z | 2026-09-04 2026-12-04
            """)
    void takesADayAnHourASpanAndASeriesForWhatTheyMean(String lines, String expected) throws IOException {
        var file = read(year(lines.replace("~", "\n"), "SUMMARY:No school"));
        assertThat(run.report().refused()).isEmpty();
        assertThat(String.join(" ", days(file, DayKind.HOLIDAY))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void refusesACalendarThatStopsInTheMiddle() throws IOException {
        String whole = Files.readString(EXAMPLE);
        var half = Files.writeString(folder.resolve("half.ics"), whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> read(half)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("without END:VCALENDAR");
    }

    private static List<SchoolLevel> levels(String title) {
        return new TitleReader().read(title).levels();
    }

    private Path year(String... lines) throws IOException {
        return Files.writeString(folder.resolve("x.ics"), """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260803
                DTEND;VALUE=DATE:20270522
                SUMMARY:School year
                END:VEVENT
                BEGIN:VEVENT
                UID:day-1
                """ + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private Path calendar(String... lines) throws IOException {
        return Files.writeString(folder.resolve("x.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private CalendarFile read(Path path) {
        run = new ImportRun(ImportKind.CALENDAR, new ImportFile(path, path.getFileName().toString(), null), true,
                new NoLedger());
        return CalendarFile.read(TextFile.open(path, path.getFileName().toString()), run, Titles.asWritten(),
                YearEnds.Known.NOTHING);
    }

    private static List<String> days(CalendarFile file, DayKind kind) {
        return file.events().stream().filter(e -> e.event().kind() == kind).flatMap(e -> e.slots().stream())
                .map(slot -> slot.day().toString()).sorted().toList();
    }

    static final class NoLedger implements ImportLedger {
        @Override
        public void inTransaction(Runnable step) {
            step.run();
        }

        @Override
        public void created(String table, Collection<UUID> ids) {}

        @Override
        public void updating(String table, Collection<UUID> ids, Runnable update) {}

        @Override
        public void removing(String table, Collection<UUID> ids, Runnable delete) {}

        @Override
        public void progress(ImportReport soFar, long bytesDone, long bytesAll) {}
    }
}
