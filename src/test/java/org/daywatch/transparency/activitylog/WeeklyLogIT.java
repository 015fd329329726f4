package org.daywatch.transparency.activitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.transparency.Tables.ACTIVITY;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.PlanningEvent.DrillConcluded;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.prevention.PreventionEvent.RoundWalked;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A Friday at a school: the clock, a drill and the officer's own taps become a log that two people sign. */
@DaywatchIT
class WeeklyLogIT {

    private static final Instant START = Instant.parse("2026-08-07T14:10:00Z"); // Friday 07:10 in Phoenix
    private static final String WEEK = "2026-08-03";

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired Facts facts;
    @Autowired Organizations organizations;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Browser phone;
    private String shift;

    @BeforeEach
    void danaHasAShiftOnFriday() {
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        var post = day.post(START);
        phone = person(dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/offers");
        var path = phone.post("/offers/" + post + "/acceptance").uri().getPath();
        shift = path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void clockDrillAndTapsBecomeALogThatOfficerAndPrincipalSignAndACorrectionOpensAgain() {
        assertThat(phone.get("/log").body()).as("nobody writes for a school at which they were not")
                .contains("have not checked in");
        workTheDay();
        assertThat(signed("signature")).contains("still on post");
        checkOut();

        var week = phone.get("/logs/" + dana.id() + "/" + WEEK).body();
        assertThat(week).contains("Drill", "Civics, period 3", "Court, subpoena",
                "0.83 h as taught, 1 as class periods", "Improper request").doesNotContain("Maria");
        assertThat(count("ON_POST")).isEqualTo(2);
        assertThat(minutes("ON_POST") + minutes("OFF_CAMPUS")).as("every paid minute once").isEqualTo(420);
        assertThat(minutes("OFF_CAMPUS")).isEqualTo(110);
        assertThat(signed("signature")).contains("Signed. The school signs next.");

        var principal = principal("morgan", day.school);
        assertThat(principal.get("/school").body()).contains("1 weekly activity log needs the school");
        assertThat(principal.get("/logs/" + dana.id() + "/" + WEEK).body())
                .contains("Sign for the school", "Asked to do lunch duty").doesNotContain("Withdraw entry");
        assertThat(
                principal.post("/log/entries/" + lineOf("IMPROPER_LUNCH_DUTY") + "/withdrawal", "reason=I never asked")
                        .statusCode())
                .as("a principal removes nothing").isEqualTo(403);
        assertThat(
                principal.post("/logs/" + dana.id() + "/" + WEEK + "/administrator-signature", "log=" + log()).body())
                .contains("The week is locked", "Signed for the school by Morgan");

        assertThat(phone.get("/log").statusCode()).isEqualTo(200);
        assertThat(tap("kind=LUNCH", "minutes=30", "time=11:40", "day=2026-08-07").body())
                .as("a locked week needs a reason").contains("signed and locked");
        assertThat(tap("kind=LUNCH", "minutes=30", "time=11:40", "day=2026-08-07", "correction=Forgot lunch presence")
                .body()).contains("Entry saved.");
        assertThat(phone.get("/logs/" + dana.id() + "/" + WEEK).body()).contains("Reopened", "Forgot lunch presence",
                "Signed for the school by Morgan", "Sign my week");
        assertThat(phone.get("/logs/" + dana.id() + "/" + WEEK + ".csv").body())
                .contains("LRE:COHORT,26,\"Civics, period 3\"");
        assertThat(phone.get("/logs/" + dana.id() + "/" + WEEK + ".pdf").body()).startsWith("%PDF");
    }

    @Test
    void aStudentsNameIsSentBackBeforeAnythingIsWrittenDownAndTheWordsStay() {
        story.run(day.cast.mesquite(),
                () -> db.insertInto(ROSTER_PERSON).set(ROSTER_PERSON.DISTRICT_ID, day.cast.mesquite())
                        .set(ROSTER_PERSON.ID, UUID.randomUUID())
                        .set(ROSTER_PERSON.SOURCED_ID, "p-1").set(ROSTER_PERSON.ROLE, "student")
                        .set(ROSTER_PERSON.GIVEN_NAME, "Maria").set(ROSTER_PERSON.FAMILY_NAME, "Ocotero")
                        .set(ROSTER_PERSON.EMAIL, "")
                        .set(ROSTER_PERSON.SCHOOL_ID, day.school).execute());
        workTheDay();
        int before = story.as(day.cast.agency(), () -> db.fetchCount(ACTIVITY));
        for (String field : List.of("label", "note")) {
            var back = tap("kind=LESSON_COHORT", "minutes=20", "time=11:00", "day=2026-08-07", "people=9",
                    field.equals("label") ? "note=Quiet" : "label=Civics, period 4", field + "=with María Ocotero");
            assertThat(back.statusCode()).as(field).isEqualTo(400);
            assertThat(back.body()).as(field).contains(
                    "This text names a student. Enter the class, audience or topic instead",
                    "value=\"with María Ocotero\"");
        }
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(ACTIVITY))).as("nothing was saved")
                .isEqualTo(before);
        assertThat(tap("kind=LESSON_COHORT", "minutes=20", "time=11:00", "day=2026-08-07", "people=9",
                "label=Civics, period 4", "note=Maria alone is anybody").body()).contains("Entry saved.");
        for (String end : List.of("", ".csv"))
            assertThat(phone.get("/logs/" + dana.id() + "/" + WEEK + end).body()).as("week" + end)
                    .contains("Civics, period 4").doesNotContain("Ocotero");
    }

    @Test
    void fiftyEntriesOfWhichTheAnswersToHalfWereLostAreSentAgainAndStandOnce() {
        workTheDay();
        var entries = new java.util.ArrayList<String[]>();
        var at = java.time.LocalTime.of(7, 12);
        for (int i = 0; i < 50; i++) {
            entries.add(new String[] {"id", UUID.randomUUID().toString(), "school", day.school.toString(), "kind",
                    "ARRIVAL", "other", "" + (i + 1), "time", "" + at.plusMinutes(2L * i), "day", "2026-08-07", "note",
                    "Entry " + i});
        }
        var queue = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        for (int sent : new int[] {25, 50})
            entries.subList(0, sent).forEach(e -> assertThat(queue.queued("/log/entries", e).statusCode())
                    .as("half, of which the phone never hears, then all").isEqualTo(200));
        var kept = story.as(day.cast.agency(), () -> db.select(ACTIVITY.ID, ACTIVITY.MINUTES, ACTIVITY.NOTE)
                .from(ACTIVITY).where(ACTIVITY.KIND.eq("ARRIVAL")).fetch());
        assertThat(kept.getValues(ACTIVITY.ID)).hasSize(50)
                .containsExactlyInAnyOrderElementsOf(entries.stream().map(e -> UUID.fromString(e[1])).toList());
        assertThat(kept.getValues(ACTIVITY.MINUTES))
                .containsExactlyInAnyOrderElementsOf(java.util.stream.IntStream.rangeClosed(1, 50).boxed().toList());
        assertThat(kept.getValues(ACTIVITY.NOTE)).doesNotHaveDuplicates();
        assertThat(minutes("ARRIVAL")).as("1 + 2 + … + 50").isEqualTo(1275);
    }

    @Test
    void aPunchTheCoordinatorCorrectsReplacesItsLineAndOpensTheSignedWeek() {
        workTheDay();
        checkOut();
        assertThat(signed("signature")).contains("Signed.");
        var desk = person(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        desk.get("/shifts/" + shift);
        Assertions.assertThat(
                desk.post("/shifts/" + shift + "/correction", "from=2026-08-07T07:10", "to=2026-08-07T13:10",
                        "reason=They left an hour early", "note=").statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(minutes("ON_POST") + minutes("OFF_CAMPUS")).isEqualTo(360));
        assertThat(state()).isEqualTo("REOPENED");
        assertThat(phone.get("/logs/" + dana.id() + "/" + WEEK).body()).contains("They left an hour early",
                "Replaced by:");
    }

    @Test
    void aLogIsReadBySchoolDistrictAndAgencyAndByNobodyElse() {
        workTheDay();
        var address = "/logs/" + dana.id() + "/" + WEEK;
        assertThat(person(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).get(address).statusCode())
                .isEqualTo(200);
        assertThat(
                member("director", day.cast.mesquite(), Role.SAFETY_DIRECTOR, null).get("/logs?state=improper").body())
                .contains("Dana Vega", "1 improper");
        assertThat(member("other", day.cast.saguaro(), Role.SAFETY_DIRECTOR, null).get(address).statusCode())
                .as("another district").isEqualTo(404);
        assertThat(principal("elsewhere", UUID.randomUUID()).get(address).statusCode()).as("another school")
                .isEqualTo(404);
        assertThat(
                person(day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER).get(address).statusCode())
                .as("another officer").isEqualTo(404);
        assertThat(member("teacher", day.cast.mesquite(), Role.TEACHER, day.school).get(address).statusCode())
                .isEqualTo(403);
        assertThat(story.as(day.cast.mesquite(), () -> db.update(ACTIVITY).set(ACTIVITY.NOTE, "changed").execute()))
                .as("a district changes no line").isZero();
        assertThat(story.as(day.cast.mesquite(),
                () -> db.deleteFrom(ACTIVITY).where(ACTIVITY.SCHOOL_ID.eq(day.school)).execute()))
                .as("and removes none").isZero();
    }

    @Test
    void ofTwoFundedPostsTheOneOfTheOfficersKindPays() {
        var posts = story.as(day.cast.agency(), () -> {
            var register = app.getBean(FundedPostRegister.class);
            java.util.function.Function<String, UUID> post = kind -> register.add(new FundedPostRegister.NewPost(
                    "AZ-SSP", "Award " + kind, kind, List.of(day.school), java.time.LocalDate.of(2026, 7, 1)));
            return List.of(post.apply("JPO"), post.apply("SSO"));
        });
        workTheDay();
        var paid = story.as(day.cast.agency(), () -> db.selectDistinct(ACTIVITY.FUNDED_POST_ID).from(ACTIVITY)
                .where(ACTIVITY.OFFICER_ID.eq(dana.id())).and(ACTIVITY.KIND.in("ON_POST", "LESSON_COHORT"))
                .fetch(ACTIVITY.FUNDED_POST_ID));
        assertThat(paid).as("they stood on a post for an off-duty officer").containsExactly(posts.get(1));
    }

    @Test
    void aRoundWithItsOwnRecordTakesThePlaceOfWhatWasTypedAndIsNotTypedAgain() {
        workTheDay();
        assertThat(tap("kind=PERIMETER", "minutes=20", "time=08:00", "day=2026-08-07").body()).contains("Entry saved.");
        var walked = new RoundWalked(day.cast.agency(), UUID.randomUUID(), clock.instant(), day.cast.mesquite(),
                day.school, dana.id(), false, java.time.LocalDate.of(2026, 8, 7),
                java.time.ZonedDateTime.of(2026, 8, 7, 8, 10, 0, 0, PostedDay.ZONE).toInstant(), 25, 16, 16, 0, null,
                "Dana Vega");
        story.run(day.cast.agency(), () -> facts.tell(walked));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.select(ACTIVITY.MINUTES).from(ACTIVITY)
                                .where(ACTIVITY.KIND.eq("PERIMETER")).and(ACTIVITY.OFFICER_ID.eq(dana.id()))
                                .and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch(ACTIVITY.MINUTES)))
                        .as("counted once, as it was walked").containsExactly(25));
        assertThat(tap("kind=PERIMETER", "minutes=15", "time=08:20", "day=2026-08-07").body())
                .contains("is already in the weekly activity log");
        assertThat(tap("kind=PERIMETER", "minutes=15", "time=09:00", "day=2026-08-07").body())
                .as("another time is another walk").contains("Entry saved.");
    }

    @Test
    void anHourOfLessonsCountsOnceAndOnlyWhileSheWasThere() {
        workTheDay();
        checkOut();
        assertThat(lesson("11:30", "40").body()).as("overlaps the one she tapped")
                .contains("“Civics, period 3” from 11:20 AM to 12:10 PM is already recorded");
        assertThat(lesson("09:30", "40").body()).as("she was in court")
                .contains("off campus from 9:10 AM to 11:00 AM (Court, subpoena)");
        assertThat(lesson("13:50", "40").body()).as("she checked out")
                .contains("You were on post here from 7:10 AM to 2:10 PM");
        assertThat(lesson("12:10", "40").body()).contains("Entry saved.");
        assertThat(minutes("LESSON_COHORT")).isEqualTo(90);
    }

    @Test
    void whereDoorsAreKeptOneByOneATapIsNoSweepOfTheWeek() {
        workTheDay();
        assertThat(tap("kind=DOOR_SWEEP", "minutes=15", "time=07:30", "day=2026-08-07").body())
                .contains("Entry saved.");
        story.run(day.cast.agency(),
                () -> app.getBean(CheckpointCommands.class).add(day.cast.agency(),
                        app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        CheckpointForm.read(Map.of("kind", "DOOR", "name", "Gym door", "outer", "yes")), "Pat Greer"));
        assertThat(tap("kind=DOOR_SWEEP", "minutes=15", "time=08:30", "day=2026-08-07").body())
                .contains("Entry saved.");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(ACTIVITY.SUBJECT).from(ACTIVITY).where(ACTIVITY.KIND.eq("DOOR_SWEEP"))
                        .and(ACTIVITY.OFFICER_ID.eq(dana.id()))
                        .orderBy(ACTIVITY.STARTS_AT).fetch(ACTIVITY.SUBJECT)))
                .as("before the school named a door, and after").containsExactly("SWEEP:DOORS", "");
    }

    private java.net.http.HttpResponse<String> lesson(String time, String minutes) {
        return tap("kind=LESSON_COHORT", "minutes=" + minutes, "time=" + time, "day=2026-08-07",
                "label=Health, period 5", "people=20");
    }

    @Test
    void anAssessmentWithItsOwnRecordTakesThePlaceOfWhatWasTypedOfThatDayAndIsNotTypedAgain() {
        workTheDay();
        assertThat(tap("kind=SITE_ASSESSMENT", "minutes=60", "time=08:00", "day=2026-08-07").body())
                .contains("Entry saved.");
        var done = new AssessmentCompleted(day.cast.agency(), UUID.randomUUID(), clock.instant(), day.cast.mesquite(),
                day.school, dana.id(), "CAMPUS 1", java.time.LocalDate.of(2026, 8, 7), 240, true,
                "Dana Vega");
        story.run(day.cast.agency(), () -> facts.tell(done));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.select(ACTIVITY.MINUTES).from(ACTIVITY)
                                .where(ACTIVITY.KIND.eq("SITE_ASSESSMENT")).and(ACTIVITY.OFFICER_ID.eq(dana.id()))
                                .and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch(ACTIVITY.MINUTES)))
                        .as("counted once, as it was handed in").containsExactly(240));
        assertThat(tap("kind=SITE_ASSESSMENT", "minutes=30", "time=09:00", "day=2026-08-07").body())
                .contains("It counts once");
    }

    private void workTheDay() {
        clock.setTo(START);
        phone = person(dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-in", "code=" + day.deskCode());
        clock.setTo(START.plus(Duration.ofMinutes(120)));
        phone.post("/shifts/" + shift + "/absences", "reason=Court, subpoena");
        clock.setTo(START.plus(Duration.ofMinutes(230)));
        phone.post("/shifts/" + shift + "/absences/end");
        var drill = new DrillConcluded(day.cast.agency(), UUID.randomUUID(), clock.instant(), day.cast.mesquite(),
                day.school, "DRILL:LOCKDOWN", java.time.LocalDate.of(2026, 8, 7), clock.instant(), 14,
                List.of(dana.id()), "Morgan Sedgewick");
        story.run(day.cast.agency(), () -> facts.tell(drill));
        story.run(day.cast.agency(), () -> facts.tell(drill));
        clock.setTo(START.plus(Duration.ofMinutes(300)));
        assertThat(tap("kind=LESSON_COHORT", "minutes=50").body()).contains("Enter the class or audience",
                "Enter the number of people");
        assertThat(
                tap("kind=LESSON_COHORT", "minutes=50", "label=Civics, period 3", "people=26", "lesson=4", "lessons=8")
                        .body())
                .contains("Entry saved.");
        assertThat(tap("kind=IMPROPER_LUNCH_DUTY", "note=Asked to take the line alone").body())
                .contains("Entry saved.");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(count("DRILL")).as("once for the school and once for her, though heard twice").isEqualTo(2);
            assertThat(minutes("OFF_CAMPUS")).isEqualTo(110);
            assertThat(count("ON_POST")).isEqualTo(2);
        });
    }

    private void checkOut() {
        clock.setTo(START.plus(Duration.ofHours(7)));
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-out", "note=Quiet.");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(minutes("ON_POST") + minutes("OFF_CAMPUS")).isEqualTo(420));
    }

    private java.net.http.HttpResponse<String> tap(String... fields) {
        phone.get("/log");
        var all = new java.util.ArrayList<>(List.of("id=" + UUID.randomUUID(), "school=" + day.school));
        all.addAll(List.of(fields));
        return phone.post("/log", all.toArray(String[]::new));
    }

    private String signed(String what) {
        phone.get("/logs/" + dana.id() + "/" + WEEK);
        return phone.post("/logs/" + dana.id() + "/" + WEEK + "/" + what, "log=" + log()).body();
    }

    private UUID log() {
        return story.as(day.cast.agency(), () -> db.select(WEEKLY_LOG.ID).from(WEEKLY_LOG).fetchSingle(WEEKLY_LOG.ID));
    }

    private String state() {
        return story.as(day.cast.agency(),
                () -> db.select(WEEKLY_LOG.STATE).from(WEEKLY_LOG).fetchSingle(WEEKLY_LOG.STATE));
    }

    private UUID lineOf(String kind) {
        return story.as(day.cast.agency(),
                () -> db.select(ACTIVITY.ID).from(ACTIVITY).where(ACTIVITY.KIND.eq(kind)).fetchSingle(ACTIVITY.ID));
    }

    private int count(String kind) {
        return story.as(day.cast.agency(),
                () -> db.fetchCount(ACTIVITY, ACTIVITY.KIND.eq(kind).and(ACTIVITY.WITHDRAWN_AT.isNull())));
    }

    private int minutes(String kind) {
        return story
                .as(day.cast.agency(),
                        () -> db.select(ACTIVITY.MINUTES).from(ACTIVITY).where(ACTIVITY.KIND.eq(kind))
                                .and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch(ACTIVITY.MINUTES))
                .stream().mapToInt(Integer::intValue).sum();
    }

    private Browser principal(String name, UUID school) {
        return member(name, day.cast.mesquite(), Role.PRINCIPAL, school);
    }

    private Browser member(String name, UUID org, Role role, UUID school) {
        return person(story.as(org, () -> organizations.join(org, name + day.cast.suffix() + "@story.example",
                name.equals("morgan") ? "Morgan Sedgewick" : "Kit Alder", role, school)), org, role);
    }

    private Browser person(UUID person, UUID org, Role role) {
        return Browser.of(app, port, person, org, role);
    }
}
