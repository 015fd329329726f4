package org.daywatch.training.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.training.Tables.COURSE_EDITION;
import static org.daywatch_db.training.Tables.OWN_COURSE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.training.courses.file.CourseReaderTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Courses an agency or a district adds: taken by its own people only, changed by another edition, retired and not
 * deleted.
 */
@DaywatchIT
class OwnCoursesIT {

    private static final String EXAMPLE = CourseReaderTest.EXAMPLE;
    private static final String CODE = "STAFF-FRONT-DOOR";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Courses courses;
    @Autowired DSLContext db;
    @Autowired List<RecordKeeper> keepers;

    private PostedDay day;
    private Visit admin;
    private Visit director;
    private Visit teacher;

    @BeforeEach
    void people() {
        clock.setTo("2026-08-07T16:00:00Z");
        day = new PostedDay(app);
        admin = member(day.cast.agency(), Role.AGENCY_ADMIN, null);
        director = member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        teacher = member(day.cast.mesquite(), Role.TEACHER, day.school);
    }

    @Test
    void aDistrictsOwnCourseIsTakenByItsStaffAndSeenByNoOtherDistrict() {
        assertThat(add(director, EXAMPLE).headers().firstValue("location").orElse(""))
                .endsWith("/courses/own/" + CODE + "/1/en");
        assertThat(director.get("/courses/own/" + CODE + "/1/en").body()).contains("One way in", "(correct)",
                "K-12 School Security Guide");
        assertThat(new String(director.bytes("/courses/own/" + CODE + "/1/en/course.json"), StandardCharsets.UTF_8))
                .isEqualTo(EXAMPLE);
        assertThat(add(director, CourseReaderTest.spanish(EXAMPLE)).statusCode()).isEqualTo(302);
        assertThat(director.get("/courses/own").body()).contains("The front door: who comes in, and how",
                "Edition 1, English", "Edition 1, Spanish", "for this district");

        assertThat(teacher.get("/courses").body()).contains("The front door: who comes in, and how");
        assertThat(teacher.get("/courses/" + CODE + "/parts/1?language=es").body()).contains("La puerta principal");
        var answers = new ArrayList<String>(List.of("language", "en"));
        for (String q : List.of("Q1", "Q2", "Q3")) answers.addAll(List.of(q, "2"));
        assertThat(teacher.post("/courses/" + CODE + "/questions", answers.toArray(String[]::new)).statusCode())
                .isEqualTo(302);
        assertThat(director.get("/courses/completions?q=front+door&state=DONE").body()).contains("Alex Reyes",
                "The front door: who comes in, and how");

        assertThat(admin.get("/courses/own/" + CODE + "/1/en").statusCode()).as("the agency reads it").isEqualTo(200);
        assertThat(admin.get("/courses/own/" + CODE + "/retirement").statusCode()).as("and does not change it")
                .isEqualTo(404);
        var far = member(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null);
        assertThat(far.get("/courses/own/" + CODE + "/1/en").statusCode()).isEqualTo(404);
        assertThat(far.get("/courses/own/" + CODE + "/1/en/course.json").statusCode()).isEqualTo(404);
        assertThat(far.get("/courses").body()).doesNotContain("The front door");
        assertThat(far.get("/courses/" + CODE).statusCode()).isEqualTo(404);
        assertThat(far.post("/courses/own/" + CODE + "/retirement").statusCode()).isEqualTo(404);
        assertThat(add(far, EXAMPLE).body())
                .contains("Another organization of your program has a course with this code");
        assertThat(story.as(story.cast().agency(), () -> courses.newest(CODE, "en"))).as("another agency").isEmpty();
        assertThat(teacher.get("/courses/own").statusCode()).as("a teacher adds none").isEqualTo(403);
        assertThat(teacher.upload("/courses/own", "course.json", EXAMPLE, "form", UUID.randomUUID().toString())
                .statusCode()).isEqualTo(403);
    }

    @Test
    void theExampleToBeginWithIsACourseThatIsRightAndOnlyNeedsACodeOfItsOwn() {
        String example = new String(director.bytes("/courses/own/example.json"), StandardCharsets.UTF_8);
        assertThat(add(director, example).body()).contains("A course that comes with Daywatch has this code");
        assertThat(add(director, example.replace("STAFF-OFFICER-AT-SCHOOL", "OUR-OFFICER")).headers()
                .firstValue("location").orElse("")).endsWith("/courses/own/OUR-OFFICER/1/en");
        director.post("/language", "lang", "es");
        assertThat(new String(director.bytes("/courses/own/example.json"), StandardCharsets.UTF_8))
                .contains("\"language\": \"es\"");
    }

    @Test
    void anEditionIsNeverOverwrittenAndAChangeIsTheNextOne() {
        add(admin, EXAMPLE);
        assertThat(teacher.get("/courses").body()).as("the agency adds for all its districts")
                .contains("The front door");
        assertThat(add(admin, EXAMPLE.replace("One way in", "Another way in")).body())
                .contains("already exists in this language");
        assertThat(add(admin, edition(3)).body()).contains("or the next one");
        assertThat(add(admin, edition(2).replace("\"audience\": \"STAFF\"", "\"audience\": \"PARENTS\"")).body())
                .contains("The audience must be the same");
        assertThat(add(admin, edition(2).replace("One way in", "Another way in")).statusCode()).isEqualTo(302);
        assertThat(teacher.get("/courses/" + CODE + "/parts/1").body()).contains("Another way in");
        assertThat(admin.get("/courses/own/" + CODE + "/1/en").body()).contains("One way in");
        assertThat(
                add(admin, CourseReaderTest.spanish(edition(2)).replaceFirst("\"answer\": 2", "\"answer\": 1")).body())
                .contains("$.questions[0]", "must be built as in the en edition");
        assertThat(add(admin, EXAMPLE.replace(CODE, "STAFF-OFFICER-AT-SCHOOL")).body()).contains("comes with Daywatch");
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.update(COURSE_EDITION).set(COURSE_EDITION.FILE, "x").execute()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void everyFaultIsNamedNothingIsTakenHalfwayAndADoubleClickAddsOnce() {
        var answer = add(director,
                EXAMPLE.replace("\"topic\": \"OTHER\"", "\"topic\": \"CARS\"").replace("\"about\"", "\"abuot\""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("door.json", "$.topic", "CARS", "$.abuot", "$.about");
        assertThat(director.upload("/courses/own", "", "", "form", UUID.randomUUID().toString()).body())
                .contains("Choose a course file.");
        String sheet = EXAMPLE.replaceFirst("(?s)\\{\\s*\"title\": \"A family at the door.*?\\]\\s*\\}",
                "{\"sheet\": \"NO-SUCH-LESSON\", \"edition\": 1}");
        assertThat(add(director, sheet).body()).contains("$.parts[1].sheet", "NO-SUCH-LESSON",
                "the library has no edition 1 of this lesson");
        assertThat(story.as(day.cast.agency(), () -> courses.newest(CODE, "en"))).isEmpty();
        assertThat(add(director, sheet.replace("NO-SUCH-LESSON", "BULLYING-ONLINE")).statusCode())
                .as("a sheet of a lesson that is there").isEqualTo(302);
        String form = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++)
            assertThat(director.upload("/courses/own", "door.json", edition(2), "form", form).statusCode())
                    .isEqualTo(302);
    }

    @Test
    void aRetiredCourseIsDueForNobodyItsCompletionsStayAndItIsForgottenAfterYears() {
        add(director, EXAMPLE);
        add(director,
                EXAMPLE.replace(CODE, "FAMILIES-FRONT-DOOR")
                        .replace("\"audience\": \"STAFF\"", "\"audience\": \"PARENTS\"")
                        .replace("The front door", "Our front door"));
        var principal = member(day.cast.mesquite(), Role.PRINCIPAL, day.school);
        assertThat(principal.post("/courses/links", "course", "FAMILIES-FRONT-DOOR", "school", day.school.toString())
                .statusCode()).isEqualTo(302);
        assertThat(principal.get("/courses/links").body()).contains("Our front door");
        assertThat(director.get("/courses/own/" + CODE + "/retirement").body()).contains("no longer due for anyone");
        director.post("/courses/own/" + CODE + "/retirement");
        assertThat(director.get("/courses/own").body()).contains("retired");
        assertThat(teacher.get("/courses").body()).doesNotContain("The front door");
        assertThat(director.get("/courses/completions").body()).doesNotContain("The front door");
        var keeper = keepers.stream().filter(k -> k.kind().equals("OWN_COURSE")).findFirst().orElseThrow();
        var later = clock.instant().plus(Duration.ofDays(1));
        director.post("/courses/own/" + CODE + "/return");
        assertThat(story.as(day.cast.agency(), () -> keeper.forget(later))).as("in use").isZero();
        director.post("/courses/own/" + CODE + "/retirement");
        assertThat(story.as(day.cast.agency(), () -> keeper.forget(later))).isOne();
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(OWN_COURSE, OWN_COURSE.AGENCY_ID.eq(day.cast.agency())))).isOne();
    }

    private static String edition(int number) {
        return EXAMPLE.replace("\"edition\": 1", "\"edition\": " + number);
    }

    private static HttpResponse<String> add(Visit visit, String file) {
        return visit.upload("/courses/own", "door.json", file, "form", UUID.randomUUID().toString());
    }

    private Visit member(UUID org, Role role, UUID school) {
        UUID person = story.as(day.cast.agency(), () -> organizations.join(org,
                role + "-" + UUID.randomUUID() + "@story.example", "Alex Reyes", role, school));
        return visitor.signedIn(person, org, role);
    }
}
