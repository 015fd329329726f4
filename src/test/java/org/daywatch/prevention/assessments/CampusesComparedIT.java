package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.results.Answer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A safety director reads of all campuses which path is the weakest, by how much, and what mending would cost; what
 * nobody knows stands last.
 */
@DaywatchIT
class CampusesComparedIT {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Path EXAMPLE = Path.of("docs/formats/examples/instrument.json");
    private static final String UNNOTICED = "Agave School";
    private static final String LATE = "Barrel School";
    private static final String UNKNOWN = "Cholla School";
    private static final String IN_TIME = "Desert School";
    private static final String NEVER = "Encelia School";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AssessmentCommands commands;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private Visit walker;
    private Visit director;
    private UUID walkerId;

    @BeforeEach
    void fiveSchoolsAndAShortInstrument() throws IOException {
        cast = story.cast();
        walkerId = join("walker");
        walker = visitor.signedIn(walkerId, cast.mesquite(), Role.SAFETY_DIRECTOR);
        director = visitor.signedIn(join("director"), cast.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(walker.upload("/instruments", "doors.json", Files.readString(EXAMPLE)).statusCode()).isEqualTo(302);
    }

    @Test
    void ofFourSchoolsEachKnowsItsWeakestPathItsMarginAndWhatMendingCosts() {
        assessed(UNNOTICED, Map.of("DESK-1", Answer.NOT), List.of(), true, Map.of());
        assessed(LATE, Map.of("DOOR-1", Answer.PARTLY, "DOOR-2", Answer.NOT), List.of(100), true,
                Map.of("DOOR-2", "4000"));
        assessed(UNKNOWN, Map.of("DOOR-2", Answer.NOT), List.of(), false, Map.of("DOOR-2", ""));
        assessed(IN_TIME, Map.of(), List.of(240, 60, 100, 20), true, Map.of());
        school(NEVER);
        var page = director.get("/assessments").body();
        assertThat(row(page, UNNOTICED)).contains("By the front door", "Not noticed",
                "1 assessment gap without a measure");
        assertThat(row(page, LATE)).as("5 s at the door, 3 s in the hall, against 30 s of alarm and 100 s on the way")
                .contains("By the front door", "Help arrives 2 min 2 s too late",
                        "$4,000 + 1 assessment gap without a measure");
        assertThat(row(page, UNKNOWN)).contains("Response time unknown", "1 without an estimate").doesNotContain("$0");
        assertThat(row(page, IN_TIME)).as("60 s and 120 s, against 30 s and the slower of the two in the middle: 100 s")
                .contains("Help arrives 50 s early", "Nothing");
        assertThat(row(page, NEVER)).contains("Never assessed here", "Unknown");
        var csv = director.get("/assessments.csv").body();
        assertThat(cells(csv, UNNOTICED)).isEqualTo("FRONT,NOT_NOTICED,,0,0,1");
        assertThat(cells(csv, LATE)).isEqualTo("FRONT,TOO_LATE,-122,4000,0,1");
        assertThat(cells(csv, UNKNOWN)).isEqualTo("FRONT,NOT_KNOWN,,0,1,0");
        assertThat(cells(csv, IN_TIME)).isEqualTo("FRONT,IN_TIME,50,0,0,0");
        assertThat(cells(csv, NEVER)).isEqualTo(",,,,,");
        theWeakestOrTheDearestStandsFirstAndWhatIsUnknownLast();
        whoLooksForWeakOrDueOnesFindsThese();
    }

    @Test
    void aYearLaterWithAnotherEditionItSaysWhatChangedLayerByLayerAndPathByPath() throws Exception {
        var school = school(LATE);
        String first = assessed(school, Map.of("DOOR-2", Answer.NOT, "DESK-1", Answer.NOT), true);
        clock.move(Duration.ofDays(365));
        String second = Files.readString(EXAMPLE).replace("\"edition\": 1", "\"edition\": 2").replace("DOOR-1",
                "DOOR-3");
        assertThat(walker.upload("/instruments", "doors.json", second).statusCode()).isEqualTo(302);
        String here = assessed(school, Map.of("DOOR-2", Answer.PARTLY), true, "DOOR-3", "DOOR-2", "DESK-1");
        assertThat(walker.get(first).body()).contains("DOORS 1");
        var compared = director.get(here + "/comparison").body();
        assertThat(words(compared, "<h2>Layers", "</section>")).contains(
                "Building doors and walls Tier 1 not reached → Now Tier 1 reached",
                "Inside Tier 1 not reached → Now Tier 1 not reached",
                "Whole campus Tier 1 not reached → Now Tier 1 not reached");
        assertThat(words(compared, "<h2>Paths", "</section>"))
                .contains("By the front door Not noticed → Now Help arrives 27 s too late");
        assertThat(words(compared, "<h2>Better", "</section>"))
                .contains("DOOR-2", "Not in place → Now Partly", "DESK-1", "Not in place → Now In place")
                .doesNotContain("DOOR-1", "DOOR-3");
        assertThat(compared).doesNotContain("<h2>Worse").contains("1 item is new since last time.",
                "1 item from last time is no longer asked.");
        assertThat(words(compared, "<h2>Status of findings", "</section>")).contains("Classrooms lock from inside.",
                "seen again: 1",
                "Somebody sits at the entrance.", "found in place this time; must be verified and closed");
        var said = new StringBuilder();
        try (var pdf = new PdfReader(director.bytes(here + "/report.pdf"))) {
            for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++)
                said.append(new PdfTextExtractor(pdf).getTextFromPage(sheet)).append('\n');
        }
        assertThat(said.toString().replaceAll("\\s+", " ")).contains(LATE, "Doors only (DOORS 2)",
                "Since last time: 2 better, 0 worse", "Help arrives 27 s too late", "Accepted by Robin director");
    }

    /** What is read between two places of a page. */
    private static String words(String page, String from, String to) {
        int begin = page.indexOf(from);
        assertThat(begin).as(from).isPositive();
        return page.substring(begin, page.indexOf(to, begin)).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private String assessed(SchoolRoll school, Map<String, Answer> except, boolean counts, String... items) {
        String campus = "/assessments/schools/" + school.school();
        var form = FORM.matcher(walker.get(campus).body());
        assertThat(form.find()).isTrue();
        String here = URI.create(walker.post(campus, "instrument", "DOORS", "form", form.group(1)).headers()
                .firstValue("location").orElseThrow()).getPath();
        var id = UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
        story.run(cast.mesquite(), () -> List.of(items.length > 0 ? items : new String[] {"DOOR-1", "DOOR-2", "DESK-1"})
                .forEach(item -> commands.answer(id, item, new Found(except.getOrDefault(item, Answer.IN_PLACE), "", "",
                        clock.instant(), "Walker", walkerId))));
        walker.post(here + "/response", "seconds", "60", "source", "Dispatch log");
        walker.post(here + "/submission", "day",
                LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("America/Phoenix")).toString(), "minutes",
                "30", "capacity", "STAFF");
        assertThat(director.post(here + "/acceptance", "counts", String.valueOf(counts), "words", "Read.").statusCode())
                .isEqualTo(302);
        return here;
    }

    private void theWeakestOrTheDearestStandsFirstAndWhatIsUnknownLast() {
        assertThat(order("sort=weakest")).containsExactly(UNNOTICED, LATE, IN_TIME, UNKNOWN, NEVER);
        assertThat(order("sort=-weakest")).containsExactly(IN_TIME, LATE, UNNOTICED, NEVER, UNKNOWN);
        assertThat(order("sort=cost")).as("unknown is neither cheap nor dear").containsExactly(IN_TIME, LATE, UNNOTICED,
                UNKNOWN, NEVER);
        assertThat(order("sort=-cost")).containsExactly(LATE, IN_TIME, UNNOTICED, UNKNOWN, NEVER);
    }

    private void whoLooksForWeakOrDueOnesFindsThese() {
        assertThat(order("state=WEAK")).containsExactly(UNNOTICED, LATE);
        assertThat(order("state=DUE")).as("one does not count, one was never assessed").containsExactly(UNKNOWN, NEVER);
        assertThat(order("state=NEVER")).containsExactly(NEVER);
        clock.move(Duration.ofDays(365 * 5)); // the last of them is due in five years and a day
        assertThat(order("state=DUE")).containsExactly(UNNOTICED, LATE, UNKNOWN, IN_TIME, NEVER);
    }

    /** Both the page and the file, which must agree. */
    private List<String> order(String asked) {
        var body = director.get("/assessments?" + asked).body();
        var shown = Stream.of(UNNOTICED, LATE, UNKNOWN, IN_TIME, NEVER)
                .filter(s -> body.contains(">" + s + "</a></th>") || body.contains(">" + s + "</a>"))
                .sorted(java.util.Comparator.comparingInt(s -> body.indexOf(">" + s + "</a>"))).toList();
        var written = director.get("/assessments.csv?" + asked).body().lines().skip(1)
                .map(l -> l.substring(0, l.indexOf(','))).toList();
        assertThat(written).isEqualTo(shown);
        return shown;
    }

    private static String row(String page, String school) {
        int from = page.indexOf(">" + school + "</a>");
        return page.substring(from, page.indexOf("</tr>", from));
    }

    /** From the weakest path to the gaps without a measure. */
    private static String cells(String csv, String school) {
        var line = csv.lines().filter(l -> l.startsWith(school)).findFirst().orElseThrow().split(",", -1);
        return String.join(",", List.of(line).subList(line.length - 7, line.length - 1));
    }

    /**
     * @param arrivals of the police at this school, in seconds after an alert; @param measures dollars by item, empty:
     * no estimate
     */
    private void assessed(String name, Map<String, Answer> except, List<Integer> arrivals, boolean counts,
            Map<String, String> measures) {
        var school = school(name);
        arrivals.forEach(seconds -> arrived(school, "ACTUAL", seconds));
        if (!arrivals.isEmpty()) List.of(1, 2, 3).forEach(seconds -> arrived(school, "EXERCISE", seconds)); // who comes to a drill waits around the corner
        String campus = "/assessments/schools/" + school.school();
        var form = FORM.matcher(walker.get(campus).body());
        assertThat(form.find()).isTrue();
        String here = URI.create(walker.post(campus, "instrument", "DOORS", "form", form.group(1)).headers()
                .firstValue("location").orElseThrow()).getPath();
        var id = UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
        story.run(cast.mesquite(), () -> List.of("DOOR-1", "DOOR-2", "DESK-1")
                .forEach(item -> commands.answer(id, item, new Found(except.getOrDefault(item, Answer.IN_PLACE), "", "",
                        clock.instant(), "Walker", walkerId))));
        measures.forEach((item, dollars) -> walker.post(here + "/items/" + item + "/measures", "option", "0", "dollars",
                dollars, "payer", "", "form", Ids.next().toString()));
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(MEASURE, MEASURE.SCHOOL_ID.eq(school.school()))))
                .isEqualTo(measures.size());
        var path = walker.get(here + "/paths/FRONT").body();
        if (arrivals.isEmpty()) assertThat(path).contains("The response time is unknown.");
        else
            assertThat(path).as("drills are not among them").contains(
                    "Help takes 1 min 40 s to arrive (median of " + arrivals.size() + " arrivals measured here).");
        walker.post(here + "/submission", "day",
                LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("America/Phoenix")).toString(), "minutes",
                "30", "capacity", "STAFF");
        assertThat((counts
                ? director.post(here + "/acceptance", "counts", "true", "words", "Read.")
                : director.post(here + "/acceptance", "words", "Read.")).statusCode()).isEqualTo(302);
    }

    private SchoolRoll school(String name) {
        return story.as(cast.mesquite(), () -> {
            var roll = SchoolRoll.write(db, cast, cast.mesquite(), 1, 1);
            db.update(SCHOOL).set(SCHOOL.NAME, name).where(SCHOOL.ID.eq(roll.school())).execute();
            return roll;
        });
    }

    private void arrived(SchoolRoll school, String status, int seconds) {
        Instant raised = clock.instant().minus(Duration.ofDays(30));
        story.run(cast.mesquite(), () -> {
            var alert = school.alert(db, cast, status, "LOCKDOWN", raised);
            db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.ENDED_BY, "Robin Sage, Pat Greer")
                    .where(ALERT.ID.eq(alert)).execute();
            db.insertInto(INCIDENT).set(INCIDENT.AGENCY_ID, cast.agency()).set(INCIDENT.ID, alert)
                    .set(INCIDENT.DISTRICT_ID, cast.mesquite()).set(INCIDENT.SCHOOL_ID, school.school())
                    .set(INCIDENT.ALERT_ID, alert).set(INCIDENT.STATUS, status).set(INCIDENT.OPENED_AT, raised)
                    .set(INCIDENT.STATE, "OPEN").set(INCIDENT.SINCE, raised)
                    .set(INCIDENT.VERSION, 1).execute();
            db.insertInto(INCIDENT_RESOURCE).set(INCIDENT_RESOURCE.AGENCY_ID, cast.agency())
                    .set(INCIDENT_RESOURCE.ID, Ids.next()).set(INCIDENT_RESOURCE.INCIDENT_ID, alert)
                    .set(INCIDENT_RESOURCE.DISTRICT_ID, cast.mesquite()).set(INCIDENT_RESOURCE.KIND, "LAW")
                    .set(INCIDENT_RESOURCE.NAME, "Unit 4").set(INCIDENT_RESOURCE.UNDER_ROLE, "OPERATIONS")
                    .set(INCIDENT_RESOURCE.STATE, "ARRIVED").set(INCIDENT_RESOURCE.ORDERED_AT, raised)
                    .set(INCIDENT_RESOURCE.ARRIVED_AT, raised.plusSeconds(seconds))
                    .set(INCIDENT_RESOURCE.SINCE, raised).execute();
        });
    }

    private UUID join(String who) {
        return story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                who + cast.suffix() + "@compared.example", "Robin " + who, Role.SAFETY_DIRECTOR, null));
    }
}
