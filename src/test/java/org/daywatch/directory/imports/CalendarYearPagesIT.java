package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A calendar that does not tell when school begins and ends, as a coordinator sends it on the page. */
@DaywatchIT
class CalendarYearPagesIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 20);
    private static final String EVENT = "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n";
    private static final String WITHOUT_ENDS = "BEGIN:VCALENDAR\r\n" + EVENT.formatted("a", "20260907", "Labor Day")
            + EVENT.formatted("b", "20261111", "Veterans Day") + "END:VCALENDAR\r\n";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired ApplicationContext app;
    @LocalServerPort int port;

    private Story.Cast cast;
    private Browser coordinator;

    @BeforeEach
    void theCoordinatorIsSignedIn() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        coordinator = Browser.of(app, port, cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void withoutItsDaysTheFileIsRefusedAndThePageSaysWhereTheyAreGiven() {
        assertThat(coordinator.get("/imports").body()).contains("name=\"firstDay\"", "name=\"lastDay\"",
                "Only if the calendar file does not name them.");
        shows(sent(WITHOUT_ENDS, "", ""), "File rejected", "give its first and last day with the file");
    }

    @Test
    void daysGivenWithTheFileCountForThePreviewForTheOneAfterADecisionAndForTheImport() {
        String here = sent(WITHOUT_ENDS, FIRST.toString(), " " + LAST + " ");
        shows(here, "Ready to import", "Titles to decide: 1");
        assertThat(coordinator.post(here + "/titles", "reads." + question(here) + "=HOLIDAY").body())
                .contains("1 titles decided");
        shows(here, "Ready to import", "Decided by the district on ");
        coordinator.post(here + "/intake");
        shows(here, "Undo this import");
        assertThat(story.as(cast.agency(),
                () -> db.select(CALENDAR.FIRST_DAY, CALENDAR.LAST_DAY).from(CALENDAR)
                        .where(CALENDAR.DISTRICT_ID.eq(cast.mesquite())).fetch(CalendarYearPagesIT::ends)))
                .containsExactly(List.of(FIRST, LAST));
        assertThat(story.as(cast.agency(),
                () -> db.select(CALENDAR_DAY.DAY).from(CALENDAR_DAY).orderBy(CALENDAR_DAY.DAY).fetch(CALENDAR_DAY.DAY)))
                .containsExactly(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 11, 11));
    }

    @Test
    void daysThatCannotBeASchoolYearAreNamedAndTheFormKeepsWhatWasGiven() {
        wrong("2026-08-10", "", "You entered a first day (Mon, Aug 10, 2026) but no last day.");
        wrong("", "2027-05-20", "You entered a last day (Thu, May 20, 2027) but no first day.");
        wrong("2027-05-20", "2026-08-10",
                "The last day (Mon, Aug 10, 2026) must be after the first day (Thu, May 20, 2027).");
        wrong("2026-08-10", "2026-08-10", "must be after the first day");
        wrong("2026-08-10", "2028-05-20",
                "The last day (Sat, May 20, 2028) is more than 400 days after the first day (Mon, Aug 10, 2026).");
        wrong("8/10/2026", "2027-05-20", "“8/10/2026” is not a date. Enter it like 2026-08-03.");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(IMPORT_RUN))).as("nothing was begun").isZero();
    }

    @Test
    void daysThatDifferFromThoseTheFileTellsGoBeforeThemAndTheReportSaysSo() throws Exception {
        shows(sent(Files.readString(Path.of("docs/formats/examples/calendar.ics")), FIRST.toString(), LAST.toString()),
                "Ready to import",
                "The file tells a school year from 2026-08-03 to 2027-05-21; the days given with it are used: 2026-08-10 to 2027-05-20.");
    }

    @Test
    void withAnotherKindOfFileTheyAreNotAskedFor() throws Exception {
        var list = Files.readAllBytes(Path.of("docs/formats/examples/nces.csv"));
        coordinator.get("/imports");
        var preview = coordinator.upload("/imports", "file", "nces.csv", list, "kind=nces", "firstDay=2026-08-10",
                "lastDay=");
        shows(preview.uri().getPath(), "Would be created");
        assertThat(story.as(cast.agency(),
                () -> db.select(IMPORT_RUN.FIRST_DAY).from(IMPORT_RUN).fetchSingle(IMPORT_RUN.FIRST_DAY))).isNull();
    }

    private void wrong(String first, String last, String says) {
        coordinator.get("/imports");
        var answer = coordinator.upload("/imports", "file", "calendar.ics",
                WITHOUT_ENDS.getBytes(StandardCharsets.UTF_8), fields(first, last));
        assertThat(answer.uri().getPath()).isEqualTo("/imports");
        assertThat(answer.body()).contains(says);
        for (String given : List.of(first, last))
            if (!given.isEmpty()) assertThat(answer.body()).contains("value=\"" + given + "\"");
    }

    /** @return where its preview stands */
    private String sent(String calendar, String first, String last) {
        coordinator.get("/imports");
        return coordinator.upload("/imports", "file", "calendar.ics", calendar.getBytes(StandardCharsets.UTF_8),
                fields(first, last)).uri().getPath();
    }

    private String[] fields(String first, String last) {
        return new String[] {"kind=calendar", "district=" + cast.mesquite(), "firstDay=" + first, "lastDay=" + last};
    }

    /** The line of the one title that is asked about. */
    private String question(String here) {
        var found = java.util.regex.Pattern.compile("name=\"reads\\.(\\d+)\"").matcher(coordinator.get(here).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void shows(String path, String... words) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(coordinator.get(path).body()).contains(words));
    }

    private static List<LocalDate> ends(Record2<LocalDate, LocalDate> row) {
        return List.of(row.value1(), row.value2());
    }
}
