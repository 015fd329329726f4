package org.daywatch.transparency.programs.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.programs.command.ProgramCommand;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/**
 * A district's proposal says the same in the four places that tell it: the command, the site-visit file, the tile with
 * what it counts, and each school's own due list.
 */
@DaywatchIT
class ProposalEverywhereIT {

    private static final String RULE = "AZ-SSP-PROPOSAL@2000-01-01";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @TempDir Path folder;

    private PostedDay day;
    private UUID second;
    private Visit coordinator;

    @BeforeEach
    void twoSchoolsOfADistrictShareAPost() {
        clock.setTo("2026-11-17T17:00:00Z");
        day = new PostedDay(app);
        second = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), "Saltbush Middle", SchoolLevel.MIDDLE, "6", "8",
                                500, "2 Mesa Drive", "Mesa", "AZ",
                                "85201", "", ZoneId.of("America/Phoenix"))));
        story.run(day.cast.agency(),
                () -> app.getBean(FundedPostRegister.class).add(new FundedPostRegister.NewPost("AZ-SSP", "Award 7",
                        "SSO", List.of(day.school, second), LocalDate.of(2026, 7, 1))));
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    @Test
    void fourPlacesSayByWhichDayItIsDueUntilOneSchoolHasFiledItAndOnWhichDayItWasFiledFromThenOn() throws IOException {
        assertThat(command("")).contains("by 2027-04-15  DUE        REPORT:PROPOSAL 1 of 1");
        assertThat(tile()).contains("Apr 15, 2027");
        for (var school : List.of(day.school, second)) {
            assertThat(dues(school)).containsOnlyOnce("Proposal 1: due by Apr 15, 2027").contains(RULE);
            assertThat(printed(school)).contains("Proposal10Onpacenext due by Apr 15, 2027".replace(" ", ""), RULE);
        }
        var filed = coordinator.post("/program/schools/" + second + "/papers", "form", UUID.randomUUID().toString(),
                "subject", "REPORT:PROPOSAL", "day", "2026-11-16", "title", "Proposal 2027-30", "kept",
                "District office");
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(302);
        assertThat(command("date,drill\n2026-11-16,REPORT:PROPOSAL\n"))
                .contains("REPORT:PROPOSAL 1 of 1, from 2026-07-01, done on 2026-11-16");
        assertThat(tile()).doesNotContain("Apr 15, 2027");
        for (var school : List.of(day.school, second)) {
            assertThat(dues(school)).containsOnlyOnce("Proposal 1: done Nov 16, 2026").contains(RULE);
            assertThat(printed(school)).contains("Proposal11Met");
        }
        assertThat(coordinator.get("/program/schools/" + second).body()).as("it opens where it was filed")
                .containsPattern("<a href=\"/program/papers/[0-9a-f-]{36}\">Proposal 1</a>");
        assertThat(coordinator.get("/program/schools/" + day.school).body()).as("and nowhere it was not")
                .doesNotContain(">Proposal 1</a>");
    }

    @Test
    void fourPlacesSayThatItsDayIsOver() throws IOException {
        clock.setTo("2027-04-16T17:00:00Z");
        var late = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(command("")).contains("by 2027-04-15  LATE       REPORT:PROPOSAL 1 of 1");
        assertThat(late.get("/program/counted?state=AZ&what=PROPOSALS").body()).contains("Apr 15, 2027");
        assertThat(text(late.get("/program/schools/" + second).body()))
                .containsOnlyOnce("Proposal 1: overdue since Apr 15, 2027").contains(RULE);
        assertThat(PaperText.of(late.bytes("/program/schools/" + second + "/site-visit.pdf")))
                .contains("Proposal: overdue since Apr 15, 2027");
    }

    private String tile() {
        return coordinator.get("/program/counted?state=AZ&what=PROPOSALS").body();
    }

    private String dues(UUID school) {
        return text(coordinator.get("/program/schools/" + school).body());
    }

    /** As it is read, without the mark-up. */
    private static String text(String body) {
        return body.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    private String printed(UUID school) {
        return PaperText.of(coordinator.bytes("/program/schools/" + school + "/site-visit.pdf")).replaceAll("\\s+", "");
    }

    private String command(String done) throws IOException {
        var out = new StringWriter();
        var asked = new ArrayList<>(
                List.of("due", "--state", "AZ", "--calendar", "docs/formats/examples/school-year.ics", "--as-of",
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix")).toString()));
        if (!done.isEmpty())
            asked.addAll(List.of("--done", Files.writeString(folder.resolve("done.csv"), done).toString()));
        new CommandLine(new ProgramCommand()).setOut(new PrintWriter(out)).execute(asked.toArray(String[]::new));
        return out.toString();
    }
}
