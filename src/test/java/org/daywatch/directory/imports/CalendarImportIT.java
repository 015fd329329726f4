package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.directory.imports.NcesImportIT.assertCounts;
import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.imports.titles.TitleDecisions;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportWatch;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ReadTitle;
import org.daywatch.directory.intake.ReadYear;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class CalendarImportIT {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/calendar.ics");
    private static final int DAYS = 20;
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired Imports runs;
    @Autowired ImportStore store;
    @Autowired ImportUndo undo;
    @Autowired TestClock clock;
    @Autowired TitleDecisions decisions;
    @Autowired Calendars calendars;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private Story.Cast cast;

    @BeforeEach
    void anAgencyOfItsOwn() {
        cast = story.cast();
    }

    @Test
    void takesTheCalendarOnceAndFindsItUnchangedTheSecondTime() {
        assertCounts(take(EXAMPLE), 14, 12, 2, 7, 0, 5);
        assertThat(days()).isEqualTo(DAYS);
        assertCounts(take(EXAMPLE), 14, 12, 2, 0, 0, 12);
        assertThat(days()).isEqualTo(DAYS);
    }

    @Test
    void aPreviewWritesNothing() {
        assertCounts(bound(cast.agency(), () -> imports.preview(ImportKind.CALENDAR, file(EXAMPLE, cast.mesquite()))),
                14, 12,
                2, 7, 0, 5);
        assertThat(days()).isZero();
    }

    @Test
    void theDistrictMayTakeItInForItself() {
        bound(cast.mesquite(), () -> imports.take(ImportKind.CALENDAR, file(EXAMPLE, null)));
        assertThat(days()).isEqualTo(DAYS);
    }

    @Test
    void theAgencyMustSayForWhichDistrict() {
        assertThatThrownBy(() -> bound(cast.agency(), () -> imports.take(ImportKind.CALENDAR,
                file(EXAMPLE, null)))).isInstanceOf(Refused.class);
    }

    @Test
    void aDayTheCalendarNoLongerHasIsRemovedAndUndoingPutsItBack() throws IOException {
        take(EXAMPLE);
        story.run(cast.agency(), () -> {
            var calendar = db.selectFrom(CALENDAR).fetchSingle();
            db.insertInto(CALENDAR_DAY).set(CALENDAR_DAY.AGENCY_ID, cast.agency()).set(CALENDAR_DAY.ID, Ids.next())
                    .set(CALENDAR_DAY.DISTRICT_ID, cast.mesquite()).set(CALENDAR_DAY.CALENDAR_ID, calendar.getId())
                    .set(CALENDAR_DAY.DAY, LocalDate.of(2027, 2, 1)).set(CALENDAR_DAY.KIND, "WEATHER").execute();
        });
        String shorter = Files.readString(EXAMPLE).replace("DTEND;VALUE=DATE:20261010", "DTEND;VALUE=DATE:20261007");
        UUID run = begin(Files.writeString(folder.resolve("calendar.ics"), shorter));
        assertThat(days()).as("three days of recess fewer, the day entered by hand stays").isEqualTo(DAYS - 3 + 1);
        assertThat(bound(cast.agency(), () -> undo.undo(run))).isEqualTo(new FileImports.Undone(0, 3, 0, List.of()));
        assertThat(days()).isEqualTo(DAYS + 1);
    }

    @Test
    void daysOfAnEventThatIsRefusedThisTimeStayAsTheyAre() throws IOException {
        take(EXAMPLE);
        String damaged = Files.readString(EXAMPLE).replace("DTSTART;VALUE=DATE:20261005",
                "DTSTART;VALUE=DATE:20261035");
        Path file = Files.writeString(folder.resolve("calendar.ics"), damaged);
        var report = take(file);
        assertThat(report.notes()).contains("Days that refused events brought earlier stay as they are: 5.");
        assertThat(recess()).as("the recess is not taken for school because its event could not be read").hasSize(5);
    }

    @Test
    void daysThatAreOverStayAsTheyAreAndThePreviewSaysWhich() throws IOException {
        take(EXAMPLE);
        clock.setTo("2026-10-07T16:00:00Z"); // Wednesday of the October recess, 09:00 in Phoenix
        String without = Files.readString(EXAMPLE)
                .replaceAll("(?s)BEGIN:VEVENT(?:(?!END:VEVENT).)*DTSTART;VALUE=DATE:20261005.*?END:VEVENT\\R", "");
        Path file = Files.writeString(folder.resolve("calendar.ics"), without);
        var before = recess();
        assertThat(before).hasSize(5);
        var preview = bound(cast.agency(), () -> imports.preview(ImportKind.CALENDAR, file(file, cast.mesquite())));
        assertThat(preview.notes()).contains(
                "Days that are over or have begun stay as they are, though the calendar differs: 2026-10-05, 2026-10-06.");
        UUID run = begin(file);
        assertThat(recess()).as("Monday and Tuesday are over, the rest of the week is school")
                .isEqualTo(before.subList(0, 2));
        clock.setTo("2026-10-09T16:00:00Z");
        bound(cast.agency(), () -> undo.undo(run));
        assertThat(recess()).as("Wednesday and Thursday have been since")
                .isEqualTo(List.of(before.get(0), before.get(1), before.get(4)));
    }

    @Test
    void aTitleThatIsNotSureClosesNoSchoolUntilSomebodySaysSoAndIsKnownTheNextTime() throws IOException {
        Path file = doubtful();
        var asWritten = take(file);
        assertThat(asWritten.calendar().questions()).extracting(q -> q.title() + " " + q.reads() + " " + q.sureness())
                .containsExactly("Presidents' Day HOLIDAY LIKELY", "Veterans Day HOLIDAY ASK");
        assertThat(closed()).as("only what is sure").containsExactly(LocalDate.of(2026, 9, 7));
        assertThat(asWritten.calendar().year())
                .isEqualTo(new ReadYear(LocalDate.of(2026, 8, 3), LocalDate.of(2027, 5, 21), 209, 208, 180));

        var likely = bound(cast.agency(), () -> imports.take(ImportKind.CALENDAR,
                file(file, cast.mesquite()).with(new ImportFile.ForCalendar(true, null, null))));
        assertThat(likely.calendar().questions()).extracting(ReadTitle::title).containsExactly("Veterans Day");
        assertThat(closed()).containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2027, 2, 15));
        take(file);
        assertThat(closed()).as("what was agreed to once stays while nobody decides against it").hasSize(2);

        story.run(cast.agency(), () -> decisions.decide(cast.mesquite(),
                Map.of("Veterans Day", "STAFF_ONLY", "presidents’ day", "NONE"), null));
        var decided = take(file);
        assertThat(decided.calendar().questions()).isEmpty();
        assertThat(decided.calendar().titles()).filteredOn(t -> t.title().equals("Veterans Day")).singleElement()
                .satisfies(t -> assertThat(t.reason() + " " + t.decidedOn())
                        .isEqualTo("DECIDED " + LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"))));
        assertThat(closed()).containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 11, 11));
    }

    @Test
    void aFileThatDoesNotTellItsYearIsTakenForTheSchoolYearThatIsThereOrIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("events.ics"), Files.readString(doubtful())
                .replaceAll("(?s)BEGIN:VEVENT\\R(?:(?!END:VEVENT).)*SUMMARY:School year\\REND:VEVENT\\R", ""));
        assertThatThrownBy(() -> take(file)).isInstanceOf(org.daywatch.platform.intake.IntakeRefused.class)
                .hasMessageContaining("--first-day");
        var said = bound(cast.agency(), () -> imports.preview(ImportKind.CALENDAR, file(file, cast.mesquite())
                .with(new ImportFile.ForCalendar(false, LocalDate.of(2026, 8, 3), LocalDate.of(2027, 5, 21)))));
        assertThat(said.created()).isEqualTo(1);
        story.run(cast.agency(), () -> calendars.create(cast.mesquite(), "By hand", LocalDate.of(2026, 8, 10),
                LocalDate.of(2027, 5, 28)));
        var taken = take(file);
        assertThat(taken.notes()).anyMatch(note -> note.contains("those of the school year \"By hand\" are used"));
        assertThat(story.as(cast.agency(), () -> db.fetchCount(CALENDAR)))
                .as("the days stand in the year that is there").isEqualTo(1);
        assertThat(closed()).containsExactly(LocalDate.of(2026, 9, 7));
    }

    @Test
    void universalTimeCountsForTheDayOfTheDistrictWhereTheCalendarNamesNoZone() throws IOException {
        String event = "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART:%s\r\nSUMMARY:No School\r\nEND:VEVENT\r\n";
        Path file = Files.writeString(folder.resolve("utc.ics"),
                "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Mesquite\r\nBEGIN:VEVENT\r\nUID:y\r\nDTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20270522\r\nSUMMARY:School year\r\nEND:VEVENT\r\n"
                        + event.formatted("a", "20260907T070000Z") + event.formatted("b", "20260910T060000Z")
                        + "END:VCALENDAR\r\n");
        assertThat(take(file).refused()).isEmpty();
        assertThat(closed()).as("midnight in Phoenix, and 11 in the evening of the day before")
                .containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 9));
    }

    /** Labor Day is sure, Presidents' Day likely, Veterans Day asked. */
    private Path doubtful() throws IOException {
        String event = "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n";
        return Files.writeString(folder.resolve("doubtful.ics"),
                "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Mesquite\r\nX-WR-CALDESC:180 instructional days\r\n"
                        + "BEGIN:VEVENT\r\nUID:y\r\nDTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20270522\r\nSUMMARY:School year\r\nEND:VEVENT\r\n"
                        + event.formatted("a", "20260907", "Labor Day")
                        + event.formatted("b", "20270215", "Presidents' Day")
                        + event.formatted("c", "20261111", "Veterans Day")
                        + event.formatted("d", "20261218", "Holiday Concert") + "END:VCALENDAR\r\n");
    }

    private List<LocalDate> closed() {
        return story.as(cast.agency(),
                () -> db.select(CALENDAR_DAY.DAY).from(CALENDAR_DAY).orderBy(CALENDAR_DAY.DAY).fetch(CALENDAR_DAY.DAY));
    }

    private List<LocalDate> recess() {
        return story.as(cast.agency(),
                () -> db.select(CALENDAR_DAY.DAY).from(CALENDAR_DAY)
                        .where(CALENDAR_DAY.DAY.between(LocalDate.of(2026, 10, 5),
                                LocalDate.of(2026, 10, 9)))
                        .orderBy(CALENDAR_DAY.DAY).fetch(CALENDAR_DAY.DAY));
    }

    @Test
    void undoingTheFirstImportRemovesTheCalendar() {
        UUID run = begin(EXAMPLE);
        bound(cast.agency(), () -> undo.undo(run));
        assertThat(days()).isZero();
        assertThat(story.as(cast.agency(), () -> db.fetchCount(CALENDAR))).isZero();
    }

    private ImportReport take(Path path) {
        return bound(cast.agency(), () -> imports.take(ImportKind.CALENDAR, file(path, cast.mesquite())));
    }

    private UUID begin(Path path) {
        return bound(cast.agency(), () -> {
            UUID id = Ids.next();
            store.begin(id, ImportKind.CALENDAR, file(path, cast.mesquite()), "", RunState.RUNNING, null);
            runs.take(id, ImportKind.CALENDAR, file(path, cast.mesquite()), ImportWatch.NOBODY);
            return id;
        });
    }

    private static ImportFile file(Path path, UUID district) {
        return new ImportFile(path, path.getFileName().toString(), district);
    }

    private int days() {
        return story.as(cast.agency(), () -> db.fetchCount(CALENDAR_DAY));
    }

    private <R> R bound(UUID tenant, Supplier<R> work) {
        return Tenancy.as(Scope.system(tenant), work::get);
    }
}
