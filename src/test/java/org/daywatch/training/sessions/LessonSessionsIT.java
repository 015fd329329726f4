package org.daywatch.training.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.training.Tables.LESSON_SESSION;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.Members;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Lessons from the timetable to the officer's hours, against a real database. */
@DaywatchIT
class LessonSessionsIT {

    private static final String FRIDAY = "2026-08-07";

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired SessionTimers timers;
    @Autowired DSLContext db;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Visit phone;
    private Visit principal;

    @BeforeEach
    void danaIsOnPostOnFriday() {
        clock.setTo("2026-08-07T14:10:00Z"); // 07:10 in Phoenix
        day = new PostedDay(app);
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(7, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
        });
        story.run(day.cast.mesquite(),
                () -> app.getBean(ClassRosters.class).setPeriods(
                        app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        ClassPeriod.read("3 09:00-09:50\n4 10:00-10:50")));
        dana = day.officer("Dana Vega");
        var post = day.post(clock.instant());
        phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        var accepted = phone.post("/offers/" + post + "/acceptance").headers().firstValue("location").orElseThrow();
        phone.post("/shifts/" + accepted.substring(accepted.lastIndexOf('/') + 1) + "/check-in", "code",
                day.deskCode());
        principal = member("principal", day.cast.mesquite(), Role.PRINCIPAL, day.school);
    }

    @Test
    void aLessonIsPlannedBegunEndedWrittenDownAndBecomesHoursOfItsOfficer() {
        var form = UUID.randomUUID();
        var id = planned(plan(phone, form, "label", "Civics, period 3", "period", "3", "number", "1", "lessons", "8",
                "audience", "COHORT"));
        plan(phone, form, "label", "Civics, period 3", "period", "3", "number", "1", "lessons", "8", "audience",
                "COHORT");
        assertThat(sessions()).as("the same form twice is one lesson").hasSize(1);
        assertThat(phone.get("/log").body()).contains("Today’s lessons", "/lessons/sessions/" + id);
        assertThat(phone.get("/lessons/sessions/week").body()).contains("Civics, period 3, lesson 1 of 8",
                "/lessons/sessions/" + id);

        clock.setTo("2026-08-07T16:02:00Z");
        phone.post("/lessons/sessions/" + id + "/begin");
        clock.move(Duration.ofMinutes(47));
        assertThat(phone.post("/lessons/sessions/" + id + "/end").headers().firstValue("location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/record"));
        assertThat(phone.get("/lessons/sessions/" + id + "/record").body()).contains("value=\"47\"", "value=\"09:02\"");
        assertThat(record(id, "minutes", "none", "people", "", "mark0", "DONE").body())
                .contains("This number is out of range. Enter another number.", "Mark this point");
        assertThat(record(id, taught(id, "47")).statusCode()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines(id))
                        .extracting(l -> l.getKind(), l -> l.getMinutes(), l -> l.getSubject(), l -> l.getOfficerId())
                        .containsExactlyInAnyOrder(tuple("LESSON_COHORT", 47, "LRE:COHORT", dana.id()),
                                tuple("LESSON_PREPARATION", 20, "LRE:PREPARATION", dana.id())));
        assertThat(phone.get("/lessons/sessions/" + id).body()).contains("Taught", "points done", "26");
        assertThat(principal.get("/program/schools/" + day.school + "/evidence?subject=LRE:COHORT").body())
                .contains("class=\"number\">47<");
        assertThat(phone.get("/lessons/sessions.csv").body()).contains("BULLYING-BYSTANDER", ",TAUGHT,");

        var typed = phone.post("/log", "id", UUID.randomUUID().toString(), "kind", "LESSON_COHORT", "school",
                day.school.toString(), "minutes", "30", "day", FRIDAY, "time", "09:10", "label",
                "Civics, period 3", "people", "26");
        assertThat(typed.body()).as("The same time cannot count twice, and the log names the lesson")
                .contains("Civics, period 3", "already recorded as a lesson");

        assertThat(record(id, taught(id, "45")).body()).contains("Enter a reason of at least 5 characters");
        var corrected = new ArrayList<>(List.of(taught(id, "45")));
        corrected.addAll(List.of("why", "The clock ran on."));
        record(id, corrected.toArray(String[]::new));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines(id)).extracting(l -> l.getKind(), l -> l.getMinutes())
                        .containsExactlyInAnyOrder(tuple("LESSON_COHORT", 45), tuple("LESSON_PREPARATION", 20)));
    }

    @Test
    void anAssemblyWithATeacherBesideFillsTheUniversalMeterAndNotTheOther() {
        story.run(day.cast.agency(), () -> app.getBean(Members.class).join("AZ-SSP", day.cast.mesquite(), day.school,
                LocalDate.of(2026, 7, 1), null));
        var id = planned(plan(phone, UUID.randomUUID(), "label", "Grade 9 assembly", "period", "3", "audience",
                "UNIVERSAL", "beside", "Lena Ortiz"));
        assertThat(phone.get("/lessons/sessions/" + id).body()).contains("Grade 9 assembly", "Lena Ortiz");
        clock.setTo("2026-08-07T17:30:00Z");
        var told = new ArrayList<>(List.of(taught(id, "47")));
        told.set(told.indexOf("people") + 1, "180");
        assertThat(record(id, told.toArray(String[]::new)).statusCode()).isEqualTo(302);
        assertThat(phone.get("/lessons/sessions/" + id).body()).contains("Taught", "180", "Lena Ortiz");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines(id))
                        .extracting(l -> l.getKind(), l -> l.getMinutes(), l -> l.getSubject())
                        .containsExactlyInAnyOrder(tuple("LESSON_UNIVERSAL", 47, "LRE:UNIVERSAL"),
                                tuple("LESSON_PREPARATION", 20, "LRE:PREPARATION")));
        String evidence = "/program/schools/" + day.school + "/evidence?subject=";
        assertThat(principal.get(evidence + "LRE:UNIVERSAL").body()).contains("class=\"number\">47<");
        assertThat(principal.get(evidence + "LRE:COHORT").body()).doesNotContain("class=\"number\">47<");
        var meters = story.as(day.cast.agency(), () -> app.getBean(MeterQueries.class)
                .of(app.getBean(Campuses.class).find(day.school).orElseThrow(), LocalDate.of(2026, 8, 7)));
        assertThat(meters.dials()).filteredOn(m -> m.requirement().subject().startsWith("LRE"))
                .extracting(m -> m.requirement().subject() + " " + m.amount())
                .contains("LRE:UNIVERSAL 47", "LRE:COHORT 0", "LRE 47");
    }

    @Test
    void whatTheOfficerHadTypedOfTheSameTimeGivesWayToTheLessonsOwnRecord() {
        clock.setTo("2026-08-07T17:55:00Z");
        assertThat(phone.post("/log", "id", UUID.randomUUID().toString(), "kind", "LESSON_COHORT", "school",
                day.school.toString(), "minutes", "50", "day", FRIDAY, "time", "10:00", "label", "Civics",
                "people", "26").statusCode()).isEqualTo(302);
        var id = planned(plan(principal, UUID.randomUUID(), "label", "Civics", "period", "4", "officer",
                dana.id().toString(), "audience", "COHORT"));
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("LESSON_PLANNED"))))
                .as("the officer is told what the principal planned for them").isOne();
        clock.setTo("2026-08-07T18:10:00Z");
        var body = new ArrayList<>(List.of(taught(id, "45")));
        body.set(body.indexOf("from") + 1, "10:05");
        assertThat(record(id, body.toArray(String[]::new)).statusCode()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.selectFrom(ACTIVITY).where(ACTIVITY.OFFICER_ID.eq(dana.id()))
                                .and(ACTIVITY.SUBJECT.eq("LRE:COHORT")).and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch()))
                        .extracting(l -> l.getMinutes(), l -> l.getSource()).containsExactly(tuple(45, "FACT")));
    }

    @Test
    void nobodyTeachesTwoClassesAtOnceAndNothingLiesOutsideTheBellsWithoutAWordWhy() {
        planned(plan(phone, UUID.randomUUID(), "label", "Civics, period 3", "period", "3", "audience", "COHORT"));
        assertThat(plan(phone, UUID.randomUUID(), "label", "Health 9", "period", "-", "from", "09:30", "to", "10:00",
                "audience", "COHORT").body()).contains("Dana Vega teaches", "Civics, period 3",
                        "Choose another time");
        assertThat(plan(principal, UUID.randomUUID(), "label", "Civics, period 3", "period", "3", "audience", "COHORT")
                .body()).as("the class sits there already").contains("Civics, period 3 has");
        assertThat(plan(phone, UUID.randomUUID(), "label", "Families", "period", "-", "from", "18:00", "to", "19:00",
                "audience", "PARENTS").body()).contains("School ends before this lesson ends");
        assertThat(plan(phone, UUID.randomUUID(), "label", "Families", "period", "-", "from", "18:00", "to", "19:00",
                "audience", "PARENTS", "outsideWhy", "Evening for families").statusCode()).isEqualTo(302);
        assertThat(planOn(phone, "2026-08-08", "label", "Health 9", "period", "3", "audience", "COHORT").body())
                .contains("There is no school on this day");
        assertThat(planOn(phone, "2026-08-06", "label", "Health 9", "period", "3", "audience", "COHORT").body())
                .contains("This day is in the past");
        assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute(
                "insert into training.lesson_session (agency_id, id, district_id, school_id, group_id, lesson, edition, language, title, "
                        + "lesson_minutes, day, starts_at, ends_at, officer_id, teacher_name, state, planned_at, planned_by) select agency_id, gen_random_uuid(), district_id, school_id, group_id, lesson, edition, "
                        + "language, title, lesson_minutes, day, starts_at + interval '10 minutes', ends_at, officer_id, teacher_name, 'PLANNED', now(), 'x' from training.lesson_session where period = '3'")))
                .as("the database refuses it as well").isInstanceOf(DataAccessException.class)
                .hasMessageContaining("one_lesson_of");
    }

    @Test
    void noHourCountsForTwoLessonsAndATeacherAloneCreditsNoOfficerWithHours() {
        var third = planned(
                plan(phone, UUID.randomUUID(), "label", "Civics, period 3", "period", "3", "audience", "COHORT"));
        var fourth = planned(plan(phone, UUID.randomUUID(), "label", "Health 9", "period", "4", "audience", "COHORT"));
        clock.setTo("2026-08-07T18:30:00Z");
        assertThat(record(third, taught(third, "47")).statusCode()).isEqualTo(302);
        assertThat(record(fourth, taught(fourth, "45")).body()).as("09:02 again").contains("Dana Vega taught",
                "to Civics, period 3 from 9:02 AM", "The same time cannot count twice");
        var teacher = member("teacher", day.cast.mesquite(), Role.TEACHER, day.school);
        assertThat(teacher.get("/lessons/sessions/" + fourth).body()).contains("Health 9")
                .doesNotContain("/lessons/sessions/" + fourth + "/record");
        var fields = new ArrayList<>(List.of(taught(fourth, "45")));
        fields.set(fields.indexOf("from") + 1, "10:05");
        assertThat(teacher.post("/lessons/sessions/" + fourth + "/record", fields.toArray(String[]::new)).statusCode())
                .isEqualTo(404);
        assertThat(
                principal.post("/lessons/sessions/" + fourth + "/record", fields.toArray(String[]::new)).statusCode())
                .as("who answers for the school").isEqualTo(302);
    }

    @Test
    void aSeriesIsShownBeforeItIsPlannedAndWhatNobodyBeganWasMissed() {
        String[] wish = {"label", "Health 9", "period", "4", "count", "3", "audience", "COHORT"};
        var preview = planOn(phone, "2026-08-11", wish).body();
        assertThat(preview).contains("Tue, Aug 11, 2026", "Tue, Aug 18, 2026", "Tue, Aug 25, 2026",
                "Plan these lessons");
        assertThat(sessions()).isEmpty();
        var fields = new ArrayList<>(List.of("school", day.school.toString(), "lesson", "BULLYING-BYSTANDER",
                "language", "en", "day", "2026-08-11", "form", UUID.randomUUID().toString()));
        fields.addAll(List.of("label", "Health 9", "period", "4", "audience", "COHORT", "day0", "2026-08-11", "lesson0",
                "BULLYING-BYSTANDER", "take0", "true", "day1", "2026-08-18", "lesson1", "BULLYING-ONLINE",
                "take1", "true", "day2", "2026-08-25", "lesson2", "BULLYING-ONLINE"));
        phone.post("/lessons/sessions/series", fields.toArray(String[]::new));
        assertThat(story.as(day.cast.agency(), () -> db.selectFrom(LESSON_SESSION).orderBy(LESSON_SESSION.DAY).fetch()))
                .extracting(s -> s.getLesson(), s -> s.getNumber(), s -> s.getLessons())
                .containsExactly(tuple("BULLYING-BYSTANDER", 1, 2), tuple("BULLYING-ONLINE", 2, 2));
        var second = sessions().getLast();
        assertThat(principal.post("/lessons/sessions/" + second + "/call-off", "why", "State testing").statusCode())
                .isEqualTo(302);
        clock.setTo("2026-08-12T14:00:00Z");
        assertThat(story.as(day.cast.agency(), () -> timers.missed())).isOne();
        assertThat(phone.get("/lessons/sessions?state=MISSED").body()).contains("Health 9");
        assertThat(phone.get("/lessons/sessions/today").body()).contains("Not recorded yet");
    }

    @Test
    void aClassBelongsToAStudyAndOthersReadNothingOfIt() {
        var id = planned(plan(phone, UUID.randomUUID(), "label", "Health 9", "period", "3", "audience", "COHORT"));
        UUID group = story.as(day.cast.agency(), () -> db.select(LESSON_SESSION.GROUP_ID).from(LESSON_SESSION)
                .where(LESSON_SESSION.ID.eq(id)).fetchSingle(LESSON_SESSION.GROUP_ID));
        phone.post("/lessons/classes/" + group + "/study", "arm", "WAIT_LIST", "study", "Bullying lessons");
        assertThat(principal.get("/lessons/classes/" + group).body()).contains("Bullying lessons",
                "Waits, taught later");
        assertThat(principal.get("/lessons/classes.csv").body()).contains("Bullying lessons,WAIT_LIST");
        assertThat(member("teacher", day.cast.mesquite(), Role.TEACHER, UUID.randomUUID())
                .get("/lessons/sessions/" + id).statusCode()).as("another school").isEqualTo(404);
        assertThat(member("director", day.cast.saguaro(), Role.SAFETY_DIRECTOR, null).get("/lessons/sessions/" + id)
                .statusCode()).as("another district").isEqualTo(404);
        assertThat(visitor.signedIn(day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER)
                .get("/lessons/sessions/" + id).statusCode()).as("an officer who never stood there").isEqualTo(404);
        assertThat(phone.get("/lessons/own-training").body()).contains("School safety officer course", "Valid",
                "Required training", "rules for officers", "You meet all requirements");
    }

    private HttpResponse<String> plan(Visit who, UUID form, String... fields) {
        return planOn(who, form, FRIDAY, fields);
    }

    private HttpResponse<String> planOn(Visit who, String on, String... fields) {
        return planOn(who, UUID.randomUUID(), on, fields);
    }

    private HttpResponse<String> planOn(Visit who, UUID form, String on, String... fields) {
        var all = new ArrayList<>(List.of("school", day.school.toString(), "lesson", "BULLYING-BYSTANDER", "language",
                "en", "day", on, "form", form.toString()));
        all.addAll(List.of(fields));
        return who.post("/lessons/sessions/new", all.toArray(String[]::new));
    }

    private static UUID planned(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var location = answer.headers().firstValue("location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> record(UUID id, String... fields) {
        return phone.post("/lessons/sessions/" + id + "/record", fields);
    }

    private String[] taught(UUID id, String minutes) {
        var fields = new ArrayList<>(List.of("minutes", minutes, "people", "26", "preparation", "20", "teacherThere",
                "yes", "used", "1 en", "day", FRIDAY, "from", "09:02"));
        for (int i = 0; i < points(id); i++) fields.addAll(List.of("mark" + i, i == 1 ? "PARTLY" : "DONE"));
        return fields.toArray(String[]::new);
    }

    private int points(UUID id) {
        var page = phone.get("/lessons/sessions/" + id + "/record").body();
        int points = 0;
        while (page.contains("name=\"mark" + points + "\"")) points++;
        assertThat(points).as("points of the fidelity list").isPositive();
        return points;
    }

    private List<org.daywatch_db.transparency.tables.records.ActivityRecord> lines(UUID id) {
        return story.as(day.cast.agency(), () -> db.selectFrom(ACTIVITY).where(ACTIVITY.ORIGIN.eq("lesson " + id))
                .and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch());
    }

    private List<UUID> sessions() {
        return story.as(day.cast.agency(), () -> db.select(LESSON_SESSION.ID).from(LESSON_SESSION)
                .orderBy(LESSON_SESSION.STARTS_AT).fetch(LESSON_SESSION.ID));
    }

    private Visit member(String name, UUID org, Role role, UUID school) {
        UUID person = story.as(day.cast.agency(), () -> organizations.join(org,
                name + day.cast.suffix() + "@lessons.example", "Kim " + name, role, school));
        return visitor.signedIn(person, org, role);
    }
}
