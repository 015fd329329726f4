package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.prevention.Tables.ASSESSMENT;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_ANSWER;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.MEASURE;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.instruments.Instruments;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A campus assessed on the pages people use, accepted by somebody else, and again a year later: what changed is shown.
 */
@DaywatchIT
class AssessmentYearIT {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired AssessmentCommands commands;
    @Autowired Instruments instruments;
    @Autowired java.util.List<RecordKeeper> keepers;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private Story.Cast cast;
    private Campus school;
    private UUID walkerId;
    private Visitor.Visit walker;
    private Visitor.Visit director;

    @BeforeEach
    void aSchoolAndTwoSafetyDirectors() {
        cast = story.cast();
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        school = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        signIn();
    }

    private void signIn() {
        walkerId = join("walker");
        walker = visitor.signedIn(walkerId, cast.mesquite(), Role.SAFETY_DIRECTOR);
        director = visitor.signedIn(join("director"), cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void aYearLaterItShowsWhatChanged() {
        String first = assessed(
                Map.of("B-01", Answer.NOT, "B-02", Answer.PARTLY, "I-07", Answer.NOT, "G-09", Answer.NOT_APPLICABLE));
        assertThat(director.get(first).body()).contains("Accepted by", "Counts as the required assessment",
                "Tier 1 not reached");
        assertThat(story.as(cast.agency(), () -> db.select(FINDING.ITEM).from(FINDING)
                .where(FINDING.SCHOOL_ID.eq(school.id())).fetchSet(FINDING.ITEM)))
                .containsExactlyInAnyOrder("B-01", "B-02", "I-07");
        var day = LocalDate.ofInstant(clock.instant(), school.zone());
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(story.as(cast.agency(),
                () -> db.select(ACTIVITY.SUBJECT, ACTIVITY.DAY).from(ACTIVITY)
                        .where(ACTIVITY.SCHOOL_ID.eq(school.id())).and(ACTIVITY.KIND.eq("SITE_ASSESSMENT")).fetch()))
                .singleElement().satisfies(line -> {
                    assertThat(line.value1()).isEqualTo("AUDIT:SAFETY");
                    assertThat(line.value2()).isEqualTo(day);
                }));
        clock.move(Duration.ofDays(365));
        signIn();
        String second = assessed(Map.of("B-02", Answer.IN_PLACE, "I-07", Answer.PARTLY, "D-05", Answer.NOT, "G-09",
                Answer.NOT_APPLICABLE));
        var compared = director.get(second + "/comparison").body();
        assertThat(compared).contains("Changes at " + school.name());
        assertThat(between(compared, "<h2>Better</h2>", "<h2>Worse</h2>"))
                .contains("B-01", "B-02", "I-07", "Not in place", "Partly").doesNotContain("D-05", "G-09");
        assertThat(compared.substring(compared.indexOf("<h2>Worse</h2>"))).contains("D-05").doesNotContain("B-01");
        assertThat(story.as(cast.agency(),
                () -> db.select(FINDING.SEEN_AGAIN).from(FINDING).where(FINDING.SCHOOL_ID.eq(school.id()))
                        .and(FINDING.ITEM.eq("I-07")).fetchOne(FINDING.SEEN_AGAIN)))
                .as("still open: seen again, not opened twice").isEqualTo(1);
        assertThat(story.as(cast.agency(),
                () -> db.select(FINDING.ITEM, FINDING.STATE).from(FINDING).where(FINDING.SCHOOL_ID.eq(school.id()))
                        .fetchMap(FINDING.ITEM, FINDING.STATE)))
                .as("what the newer assessment found in place waits to be verified by somebody else")
                .isEqualTo(Map.of("B-01", "FIXED", "B-02", "FIXED", "I-07", "OPEN", "D-05", "OPEN"));
        assertThat(director.get("/assessments/schools/" + school.id()).body()).contains("Daywatch uses 5 years");
        assertThat(director.get("/assessments.csv").body())
                .contains(school.name() + "," + day.plusDays(365) + ",CAMPUS 1,0,")
                .contains("," + day.plusDays(365).plusYears(5));
        assertThat(director.get(second + "/report.pdf").body()).startsWith("%PDF");
    }

    @Test
    void whatWasHandedInNoLongerChangesOnThePageOrInTheTable() {
        String here = begun();
        var id = UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
        walker.post(here + "/items/B-01", "answer", "IN_PLACE", "evidence", "Pulled all 14 doors.", "place",
                "All sides");
        assertThat(walker.get(here + "/walk/BUILDING_PERIMETER").body()).contains("Pulled all 14 doors.",
                "1 of 19 here", "aria-pressed=\"true\"");
        walker.post(here + "/items/B-01", "answer", "UNKNOWN");
        assertThat(walker.get(here + "/walk/BUILDING_PERIMETER").body()).contains("0 of 19 here");
        assertThat(walker.post(here + "/submission", "day", today(), "minutes", "90", "capacity", "STAFF").body())
                .contains("No items are answered yet");
        walker.post(here + "/items/B-01", "answer", "NOT");
        var future = walker.post(here + "/submission", "day", LocalDate.parse(today()).plusDays(1).toString(),
                "minutes", "90", "capacity", "PROVIDER", "organization", "Safe Sites", "credential", "R-1201").body();
        assertThat(future).as("everything that was typed is still there").contains("is in the future", "value=\"90\"",
                "value=\"Safe Sites\"", "value=\"R-1201\"");
        assertThat(walker.post(here + "/submission", "day", today(), "minutes", "90").body())
                .contains("Choose your role in this assessment.");
        walker.post(here + "/submission", "day", today(), "minutes", "90", "capacity", "PROVIDER", "organization",
                "Safe Sites", "credential", "R-1201", "validTo", today());
        assertThat(walker.get(here).body()).contains("Outside provider, Safe Sites; R-1201, valid until");
        assertThat(walker.post(here + "/items/B-01", "answer", "IN_PLACE", "evidence", "Mended meanwhile.").body())
                .contains("This assessment was submitted");
        assertThatThrownBy(() -> story.run(cast.mesquite(),
                () -> db.update(ASSESSMENT_ANSWER).set(ASSESSMENT_ANSWER.ANSWER, "IN_PLACE")
                        .where(ASSESSMENT_ANSWER.ASSESSMENT_ID.eq(id)).execute()))
                .hasStackTraceContaining("no longer change");
        assertThat(walker.post(here + "/acceptance").body()).as("own work").contains("another person must accept it");
        assertThat(director.post(here + "/acceptance", "counts", "true", "words", "Read twice.").body()).contains(
                "Read twice.",
                "items are not answered. An assessment counts for the program only when all items are answered");
        director.post(here + "/return", "words", "The other doors are missing.");
        assertThat(walker.get(here).body()).contains("Sent back by", "The other doors are missing.");
        walker.post(here + "/withdrawal", "words", "We begin anew.");
        assertThatThrownBy(() -> story.run(cast.mesquite(),
                () -> db.update(ASSESSMENT).set(ASSESSMENT.STATE, "DRAFT").where(ASSESSMENT.ID.eq(id)).execute()))
                .hasStackTraceContaining("and stays so");
    }

    @Test
    void whoeverAnsweredInItIsNotAskedToAcceptIt() {
        String here = begun();
        walker.post(here + "/items/B-01", "answer", "IN_PLACE");
        director.post(here + "/items/B-02", "answer", "NOT");
        walker.post(here + "/submission", "day", today(), "minutes", "90", "capacity", "STAFF");
        String waits = "The assessment of " + school.name() + " was submitted and awaits your acceptance.";
        assertThat(director.get("/alert").body()).as("they answered in it").doesNotContain(waits);
        assertThat(director.get(here).body()).contains(
                "You submitted this assessment or answered items in it, so another safety director must accept it.")
                .doesNotContain(here + "/acceptance");
        var third = visitor.signedIn(join("third"), cast.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(third.get("/alert").body()).contains(waits);
        assertThat(third.get(here).body()).contains(here + "/acceptance");
        assertThat(walker.get("/alert").body()).as("they handed it in").doesNotContain(waits);
    }

    @Test
    void anOptionBecomesAMeasureWhoseCostIsKnownOrIsSaidToBeUnknown() {
        String here = begun();
        fill(here, Map.of("B-05", Answer.NOT, "B-02", Answer.NOT));
        walker.post(here + "/items/B-05/measures", "option", "1", "dollars", "148,000", "payer", "Bond", "form",
                Ids.next().toString());
        walker.post(here + "/items/B-02/measures", "option", "1", "dollars", "", "payer", "", "form",
                Ids.next().toString());
        assertThat(walker.post(here + "/items/B-02/measures", "option", "0", "dollars", "a lot", "payer", "The board",
                "form", Ids.next().toString()).body())
                .contains("is not a whole dollar amount", "value=\"a lot\"", "value=\"The board\"");
        assertThat(walker.get(here).body()).contains("$148,000 + 1 without an estimate");
        var id = story.as(cast.mesquite(), () -> db.select(MEASURE.ID).from(MEASURE).where(MEASURE.ITEM.eq("B-05"))
                .and(MEASURE.SCHOOL_ID.eq(school.id())).fetchSingle(MEASURE.ID));
        director.post("/measures/" + id + "/approval", "dollars", "150000");
        director.post("/measures/" + id + "/done", "words", "Built in the summer.", "paid", "152300");
        assertThat(director.get("/measures/" + id).body()).contains("Built in the summer.", "Actual cost: $152,300.");
        assertThat(director.get("/measures.csv?state=DONE").body()).contains(",CAPITAL,150000,Bond,DONE,152300");
        assertThat(walker.get(here + "/paths/INTRUDER-FRONT").body()).contains("Response time unknown",
                "The response time is unknown.");
        walker.post(here + "/response", "seconds", "240", "source", "Dispatch log of 2026");
        walker.post(here + "/paths/INTRUDER-FRONT/steps/4", "seconds", "300", "noticed", "", "how",
                "Stop watch, twice");
        assertThat(walker.get(here + "/paths/INTRUDER-FRONT").body()).contains(
                "Help takes 4 min to arrive. Source: Dispatch log of 2026.", "measured: Stop watch, twice",
                "Help arrives");
        walker.post(here + "/paths/INTRUDER-FRONT/steps/4", "seconds", "0", "noticed", "", "how", "Stop watch, twice");
        assertThat(walker.get(here + "/paths/INTRUDER-FRONT").body()).contains("too late");
    }

    @Test
    void aGapHasOneLedgerItsFinding() {
        String here = assessed(Map.of("B-02", Answer.NOT, "B-05", Answer.NOT));
        assertThat(director.get(here).body()).contains("Accepted by Robin director, District safety director")
                .contains("District or school staff; no credential entered");
        walker.post(here + "/items/B-02/measures", "option", "1", "dollars", "1850", "payer", "", "form",
                Ids.next().toString());
        walker.post(here + "/items/B-05/measures", "option", "1", "dollars", "148000", "payer", "", "form",
                Ids.next().toString());
        var measure = story.as(cast.mesquite(), () -> db.select(MEASURE.ID).from(MEASURE).where(MEASURE.ITEM.eq("B-02"))
                .and(MEASURE.SCHOOL_ID.eq(school.id())).fetchSingle(MEASURE.ID));
        director.post("/measures/" + measure + "/approval");
        director.post("/measures/" + measure + "/done", "words", "A new closer.");
        assertThat(director.get("/measures/" + measure).body()).as("done, and nobody has looked at the gap")
                .contains("the assessment gap is still open");
        var finding = story.as(cast.mesquite(), () -> db.select(FINDING.ID).from(FINDING).where(FINDING.ITEM.eq("B-02"))
                .and(FINDING.SCHOOL_ID.eq(school.id())).fetchSingle(FINDING.ID));
        assertThat(director.get("/findings/" + finding).body()).as("it costs what its measure costs")
                .contains("Measures to fix it", "/measures/" + measure, "$1,850");
        assertThat(story.as(cast.mesquite(), () -> db.select(FINDING.ITEM, FINDING.ESTIMATE).from(FINDING)
                .where(FINDING.SCHOOL_ID.eq(school.id())).fetchMap(FINDING.ITEM, FINDING.ESTIMATE)))
                .isEqualTo(Map.of("B-02", 1850, "B-05", 148000));
        clock.move(Duration.ofHours(2));
        director.post("/findings/" + finding + "/fixed", "words", "A new closer.");
        assertThat(director.get("/measures/" + measure).body()).contains("Needs verification by a second person.");
        assertThat(walker.post("/findings/" + finding + "/verification", "words", "It latches.").statusCode())
                .as("somebody else looked").isEqualTo(302);
        assertThat(director.get("/measures/" + measure).body())
                .contains("The assessment gap is fixed and verified by another person.");
        assertThat(director.get(here).body()).contains("1 of 2 assessment gaps are still open", "Fixed since then",
                "$148,000");
        assertThat(director.get("/assessments.csv").body()).as("of two gaps one is mended").contains(",2,1,0,");
    }

    @Test
    void campusesAreComparedByOneEditionAndWhatIsUnknownStandsLast() throws IOException {
        assessed(Map.of());
        load(Files.readString(Path.of("docs/formats/examples/instrument.json")));
        String doors = begun("DOORS");
        walker.post(doors + "/items/DOOR-1", "answer", "IN_PLACE");
        clock.move(Duration.ofDays(1));
        signIn();
        walker.post(doors + "/submission", "day", today(), "minutes", "20", "capacity", "STAFF");
        assertThat(director.post(doors + "/acceptance").statusCode()).isEqualTo(302);
        var campus = director.get("/assessments?instrument=CAMPUS+1").body();
        assertThat(campus).contains("CAMPUS 1 (one campus)", "DOORS 1 (one campus)", "Tier 4 reached",
                "with DOORS 1 on");
        assertThat(director.get("/assessments?instrument=DOORS+1").body()).contains("2 of 3 unanswered")
                .doesNotContain("Tier 1 not reached");
        assertThat(director.get("/assessments.csv?instrument=DOORS+1").body()).as("unknown is no tier, and no 0")
                .contains(",DOORS 1,,");
    }

    @Test
    void aDistrictLoadsItsOwnInstrumentAndAnEditionNeverChanges() throws IOException {
        var file = Files.readString(Path.of("docs/formats/examples/instrument.json"));
        assertThat(load(file.replace("\"tier\": 1", "\"tier\": 9")).body()).contains("items[0].tier",
                "Write a whole number from 1 to 4.");
        assertThat(load(file.replace("\"code\": \"DOORS\"", "\"code\": \"CAMPUS\"")).body())
                .contains("comes with Daywatch");
        assertThat(load(file).statusCode()).isEqualTo(302);
        assertThat(load(file).body()).contains("DOORS 1 already exists");
        assertThat(walker.get("/instruments/DOORS/1").body()).contains("Outer doors are locked in school hours.");
        String here = begun("DOORS");
        assertThat(walker.get(here).body()).contains("0 of 3 answered");
        assertThat(walker.post("/instruments/DOORS/1/retirement").statusCode()).isEqualTo(302);
        assertThat(walker.get(here).body()).as("what was begun with it goes on").contains("0 of 3 answered");
        var other = story.cast();
        var stranger = visitor.signedIn(
                story.as(other.agency(),
                        () -> organizations.join(other.mesquite(), "stranger" + other.suffix() + "@story.example",
                                "Kim Vega", Role.SAFETY_DIRECTOR, null)),
                other.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(stranger.get("/instruments/DOORS/1").statusCode()).isEqualTo(404);
        assertThat(stranger.get(here).statusCode()).isEqualTo(404);
    }

    @Test
    void theLastAcceptedAssessmentIsKeptWhenOlderOnesAreForgotten() {
        String first = assessed(Map.of());
        clock.move(Duration.ofDays(365));
        signIn();
        assessed(Map.of());
        var keeper = keepers.stream().filter(k -> k.kind().equals("SITE_ASSESSMENT")).findFirst().orElseThrow();
        assertThat(story.as(cast.agency(), () -> keeper.forget(clock.instant().plusSeconds(1)))).isEqualTo(1);
        assertThat(director.get(first).statusCode()).isEqualTo(404);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(ASSESSMENT, ASSESSMENT.SCHOOL_ID.eq(school.id()))))
                .isEqualTo(1);
    }

    private String assessed(Map<String, Answer> except) {
        String here = begun();
        fill(here, except);
        walker.post(here + "/submission", "day", today(), "minutes", "240", "capacity", "STAFF");
        director.post(here + "/acceptance", "counts", "true", "words", "Read through.");
        return here;
    }

    private String begun() {
        return begun("CAMPUS");
    }

    private String begun(String instrument) {
        String campus = "/assessments/schools/" + school.id();
        var form = FORM.matcher(walker.get(campus).body());
        assertThat(form.find()).isTrue();
        var answer = walker.post(campus, "instrument", instrument, "form", form.group(1));
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("location").orElseThrow()).getPath();
    }

    /** All other items are in place. */
    private void fill(String here, Map<String, Answer> except) {
        var id = UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
        var answers = new HashMap<String, Answer>();
        instruments.get("CAMPUS", 1).items()
                .forEach(i -> answers.put(i.id(), except.getOrDefault(i.id(), Answer.IN_PLACE)));
        story.run(cast.mesquite(), () -> answers.forEach((item, answer) -> commands.answer(id, item,
                new Found(answer, "", "", clock.instant(), "Walker", walkerId))));
    }

    private HttpResponse<String> load(String file) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(walker.get("/instruments").body());
        assertThat(token.find()).isTrue();
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"doors.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + file + "\r\n--b--\r\n";
        return walker.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/instruments"))
                .header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), school.zone()).toString();
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private UUID join(String who) {
        return story.as(cast.agency(), () -> organizations.join(cast.mesquite(), who + cast.suffix() + "@story.example",
                "Robin " + who, Role.SAFETY_DIRECTOR, null));
    }
}
