package org.daywatch.prevention.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A Texas auditor asks for the door sweeps of the last weeks with school: as many as the program's rule says, on the
 * sheet, in the list and on the program's first screen.
 */
@DaywatchIT
class TexasSweepsIT {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired CheckpointCommands checkpoints;
    @Autowired CheckpointStore store;
    @Autowired RoundCommands rounds;

    private Story.Cast cast;
    private UUID district;
    private Campus school;
    private UUID principal;

    @BeforeEach
    void aTexasSchoolWithAWeekOfThanksgiving() {
        clock.setTo("2026-10-01T15:00:00Z");
        cast = story.cast();
        district = story.as(cast.agency(), () -> organizations.findOrCreate("DISTRICT",
                "Llano Unified " + cast.suffix(), "TX", "TX" + cast.suffix()));
        school = story.as(cast.agency(), () -> {
            var id = app.getBean(Schools.class).add(new Schools.NewSchool(district, "Palo Duro High", SchoolLevel.HIGH,
                    "9", "12", 900, "1 Mesa Drive", "Llano", "TX", "79101", "", CHICAGO));
            var calendar = app.getBean(Calendars.class).create(district, "2026-27", LocalDate.of(2026, 8, 10),
                    LocalDate.of(2027, 5, 28));
            app.getBean(Calendars.class).close(calendar, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27),
                    DayKind.HOLIDAY, "Thanksgiving");
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            return app.getBean(Campuses.class).find(id).orElseThrow();
        });
        principal = story.as(cast.agency(), () -> organizations.join(district,
                "principal" + cast.suffix() + "@texas.example", "Pat Greer", Role.PRINCIPAL, school.id()));
        story.run(district, () -> {
            for (int door = 1; door <= 4; door++)
                checkpoints.add(cast.agency(), school,
                        CheckpointForm.read(Map.of("kind", "DOOR", "name", "Door " + door, "outer", "yes")),
                        "Pat Greer");
        });
    }

    @Test
    void sixWeeksWithSchoolAreAtHandAndFourWhereTheRuleSaysFour() throws Exception {
        swept("2026-10-05T14:00:00Z", 4);
        swept("2026-10-12T14:00:00Z", 4);
        swept("2026-10-20T14:00:00Z", 4);
        swept("2026-10-26T14:00:00Z", 4);
        swept("2026-11-03T14:00:00Z", 3);
        swept("2026-11-16T03:00:00Z", 4); // Monday in London, and still Sunday evening at the school: of the week before
        swept("2026-11-30T14:00:00Z", 4);
        clock.setTo("2026-12-02T18:00:00Z");
        var leads = visitor.signedIn(principal, district, Role.PRINCIPAL);
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(leads.get("/rounds/sweeps/" + school.id()).body()).contains("4 of 6 school weeks complete",
                "Week of Nov 23, 2026", "There was no school this week, so no door check was due.");
        assertThat(paper(leads)).contains("last 6 school weeks", "4 of 6 school weeks complete",
                "Week of Nov 30, 2026: All doors checked", "Week of Nov 23, 2026: No school",
                "Week of Nov 16, 2026: No door check", "Week of Nov 9, 2026: All doors checked",
                "Week of Nov 2, 2026: Not all doors", "Week of Oct 26, 2026: All doors checked",
                "Week of Oct 19, 2026: All doors checked").doesNotContain("Week of Oct 12");
        firstScreenSays(coordinator, "Door checks, last 6 weeks", "4 of 6 weeks");
        var director = visitor.signedIn(
                story.as(cast.agency(),
                        () -> organizations.join(district, "director" + cast.suffix() + "@texas.example", "Kit Moss",
                                Role.SAFETY_DIRECTOR, null)),
                district,
                Role.SAFETY_DIRECTOR);
        assertThat(director.get("/board").body()).as("the last week with school was the one before the holidays")
                .contains("Last school week’s door check was not done at Palo Duro High");
        fourAreAskedFromTodayOn();
        assertThat(leads.get("/rounds/sweeps/" + school.id()).body())
                .contains("2 of 4 school weeks complete", "Print 4 weeks").doesNotContain("Week of Oct 26");
        assertThat(paper(leads))
                .contains("last 4 school weeks", "2 of 4 school weeks complete", "Week of Nov 2, 2026: Not all doors")
                .doesNotContain("Week of Oct 26");
        assertThat(coordinator.get("/rounds/sweeps.csv").body()).contains("Palo Duro High,SWEPT,2,4,2026-11-30,4,4,");
        firstScreenSays(coordinator, "Door checks, last 4 weeks", "2 of 4 weeks");
    }

    /** The program hears of sweeps after they were stored. */
    private static void firstScreenSays(Visit coordinator, String heading, String cell) {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(coordinator.get("/program?state=TX").body()).contains(heading, cell));
    }

    private void fourAreAskedFromTodayOn() {
        var person = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@texas.example", "Lee Ash", Role.AGENCY_ADMIN, null));
        var admin = visitor.signedIn(person, cast.agency(), Role.AGENCY_ADMIN);
        var set = admin.post("/programs/TX-SCHOOLS/numbers/TX-SCHOOLS-SWEEPS-AT-HAND/apply", "value", "4", "scope",
                "DISTRICT:" + district, "from", "2026-12-02", "words",
                "The sheets of the last 4 weeks are at hand.", "source", "Board minutes of November");
        assertThat(set.headers().firstValue("location").orElse(set.body())).endsWith("/programs/TX-SCHOOLS");
    }

    private void swept(String at, int seen) {
        var began = Instant.parse(at);
        clock.setTo(began.plus(Duration.ofMinutes(30)));
        story.run(district, () -> {
            var id = Ids.next();
            var by = new By(principal, "Pat Greer");
            rounds.start(cast.agency(), id, school, Kind.SWEEP, new Walker(principal, "Pat Greer", null), began);
            for (var c : store.active(List.of(school.id())).stream().filter(Checkpoint::outer).limit(seen).toList()) {
                rounds.see(new Sighting(Ids.next(), id, c.id(), Result.AS_IT_MUST_BE, Reason.NONE, Done.UNSAID, "",
                        Way.LIST, began.plusSeconds(60), null), by);
            }
            rounds.finish(id, began.plus(Duration.ofMinutes(25)), by);
        });
    }

    private String paper(Visit leads) throws Exception {
        var said = new StringBuilder();
        try (var pdf = new PdfReader(leads.bytes("/rounds/sweeps/" + school.id() + "/sheet.pdf"))) {
            for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++)
                said.append(new PdfTextExtractor(pdf).getTextFromPage(sheet)).append('\n');
        }
        return said.toString().replaceAll("\\s+", " ");
    }
}
