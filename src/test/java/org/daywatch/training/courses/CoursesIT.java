package org.daywatch.training.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.training.Tables.COURSE_COMPLETION;
import static org.daywatch_db.training.Tables.COURSE_COUNT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Staff complete a course with their accounts, families by a code without one. */
@DaywatchIT
class CoursesIT {

    private static final String STAFF = "STAFF-OFFICER-AT-SCHOOL";
    private static final Pattern CODE = Pattern.compile("/course/([0-9A-Z]{6})");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Courses courses;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit teacher;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-07T16:00:00Z");
        day = new PostedDay(app);
        principal = member("Pat Greer", Role.PRINCIPAL);
        teacher = member("Lee Moss", Role.TEACHER);
    }

    @Test
    void aTeacherCompletesItOnceAllAnswersAreRightAndTheOfficeSeesWhoHasNot() {
        assertThat(teacher.get("/courses").body()).contains("Not completed");
        assertThat(teacher.get("/courses/" + STAFF + "/parts/1").body()).contains("What the officer does");
        assertThat(teacher.get("/courses/" + STAFF + "/parts/9").statusCode()).isEqualTo(404);
        var some = new ArrayList<>(answers(STAFF, "en"));
        some.set(1, some.get(1).equals("1") ? "2" : "1");
        var again = teacher.post("/courses/" + STAFF + "/questions", some.toArray(String[]::new));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("7 of 8 are correct", "Not quite right.", "It is a school matter");
        assertThat(completions()).isZero();
        for (int twice = 0; twice < 2; twice++)
            assertThat(teacher.post("/courses/" + STAFF + "/questions", answers(STAFF, "en").toArray(String[]::new))
                    .statusCode()).isEqualTo(302);
        assertThat(completions()).as("once a year, however often").isOne();
        assertThat(teacher.get("/courses").body()).contains("Completed").doesNotContain("Not completed");

        var list = principal.get("/courses/completions").body();
        assertThat(list).contains("1 of 2 completed", "Lee Moss", "Completed Aug 7, 2026", "Pat Greer",
                "Not completed");
        assertThat(principal.get("/courses/completions.csv?state=DONE").body().lines()).hasSize(2).last().asString()
                .startsWith("Lee Moss,TEACHER,Ocotillo High," + STAFF);
        clock.setTo("2026-12-01T16:00:00Z");
        assertThat(principal.get("/courses/completions?state=LATE").body()).contains("Pat Greer")
                .doesNotContain("Lee Moss");
        assertThat(teacher.get("/courses/completions").statusCode()).isEqualTo(403);
        clock.setTo("2027-08-20T16:00:00Z");
        assertThat(teacher.get("/courses").body()).as("a new school year, a new completion").contains("Not completed");
    }

    @Test
    void familiesTakeACourseByItsCodeAndOnlyTheirNumberIsKept() {
        var made = principal.post("/courses/links", "course", "PARENTS-BULLYING", "school", day.school.toString())
                .headers().firstValue("location").orElseThrow();
        var found = CODE.matcher(principal.get(made).body());
        assertThat(found.find()).isTrue();
        String code = found.group(1);
        assertThat(principal.post("/courses/links", "course", "PARENTS-BULLYING", "school", day.school.toString())
                .headers().firstValue("location")).as("one code for a course at a school").hasValue(made);

        var family = visitor.stranger();
        assertThat(family.get("/course").body()).contains("You do not need to give your name");
        assertThat(family.post("/course", "code", "AAAAAA", "language", "en").body())
                .contains("No course has this code");
        assertThat(family
                .post("/course", "code", code.substring(0, 3).toLowerCase() + " " + code.substring(3), "language", "es")
                .headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/course/" + code + "?language=es"));
        assertThat(family.get("/course/" + code + "?language=es").body())
                .contains("Acoso escolar: qué pueden hacer las familias", "Ocotillo High");
        assertThat(family.get("/course/" + code + "?language=en").statusCode()).as("the same browser looks again")
                .isEqualTo(200);
        assertThat(family.post("/course/" + code, "language", "es", "form", UUID.randomUUID().toString()).body())
                .contains("Algunas respuestas aún no son correctas");
        var right = new ArrayList<>(answers("PARENTS-BULLYING", "es"));
        right.addAll(List.of("form", UUID.randomUUID().toString()));
        for (int twice = 0; twice < 2; twice++)
            assertThat(family.post("/course/" + code, right.toArray(String[]::new)).body())
                    .contains("Gracias. Ya terminó.");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(DSL.sum(COURSE_COUNT.OPENED), DSL.sum(COURSE_COUNT.COMPLETED)).from(COURSE_COUNT)
                        .fetchSingle())
                .valuesRow().toString())
                .as("opened once, completed once though sent twice").contains("1, 1");
        visitor.stranger().get("/course/" + code);
        assertThat(story
                .as(day.cast.agency(),
                        () -> db.select(DSL.sum(COURSE_COUNT.OPENED)).from(COURSE_COUNT).fetchSingle().value1())
                .intValue()).as("another browser").isEqualTo(2);
        assertThat(principal.post("/courses/links", "course", "NO-SUCH", "school", day.school.toString()).body())
                .as("what was chosen stays").contains("courses/links", "selected");
        assertThat(principal.get("/courses/links.csv").body()).contains("PARENTS-BULLYING", code);
        assertThat(visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).get("/courses/links")
                .statusCode()).isEqualTo(403);
        principal.post(made + "/end");
        assertThat(family.get("/course/" + code).statusCode()).isEqualTo(404);
        assertThat(teacher.get(made).statusCode()).isEqualTo(403);
    }

    private List<String> answers(String code, String language) {
        var answers = new ArrayList<String>();
        story.as(day.cast.agency(), () -> courses.newest(code, language)).orElseThrow().questions()
                .forEach(q -> answers.addAll(List.of(q.id(), Integer.toString(q.answer()))));
        answers.addAll(List.of("language", language));
        return answers;
    }

    private int completions() {
        return story.as(day.cast.agency(), () -> db.fetchCount(COURSE_COMPLETION));
    }

    private Visit member(String name, Role role) {
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name.replace(' ', '.').toLowerCase() + day.cast.suffix() + "@courses.example", name, role, day.school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
