package org.daywatch.transparency.programs.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION;
import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION_END;
import static org.daywatch_db.transparency.Tables.PLAN_STANDARDS;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK_STEP;
import static org.daywatch_db.transparency.Tables.REVIEW_LINK;
import static org.daywatch_db.transparency.Tables.REVIEW_OPENING;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.Due;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The operational plan no room tells: recorded by the principal, it counts; taken back, it does not. And what of
 * programs is forgotten when its time is over.
 */
@DaywatchIT
class FiledPapersIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Instant LONG_AGO = Instant.parse("2019-03-04T17:00:00Z");
    private static final Instant SIX_YEARS_AGO = Instant.parse("2020-11-17T17:00:00Z");
    private static final Instant LATELY = Instant.parse("2026-11-10T17:00:00Z");
    private static final UUID WHO = new UUID(1, 1);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired MeterQueries meters;
    @Autowired Campuses campuses;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;

    @BeforeEach
    void aSchoolWithAFundedPost() {
        clock.setTo("2026-11-17T17:00:00Z");
        day = new PostedDay(app);
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
            app.getBean(FundedPostRegister.class).join("AZ-SSP", day.cast.mesquite(), LocalDate.of(2026, 7, 1));
        });
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                "kim" + day.cast.suffix() + "@papers.example", "Kim Alder", Role.PRINCIPAL, day.school));
        principal = visitor.signedIn(person, day.cast.mesquite(), Role.PRINCIPAL);
    }

    private Due plan() {
        return story.as(day.cast.agency(), () -> meters.of(campuses.find(day.school).orElseThrow(), TODAY)).due()
                .stream().filter(d -> d.requirement().subject().equals("PLAN:OPERATIONAL")).findFirst().orElseThrow();
    }

    private HttpResponse<String> file(String... fields) {
        return principal.post("/program/schools/" + day.school + "/papers", fields);
    }

    @Test
    void theOperationalPlanIsRecordedOnceCountsAndIsTakenBack() {
        assertThat(plan().doneOn()).isNull();
        assertThat(principal.get("/program/schools/" + day.school).body())
                .contains("/papers/new?subject=PLAN:OPERATIONAL");
        var form = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            file("form", form, "subject", "PLAN:OPERATIONAL", "day", "2026-09-14", "title", "Operational plan 2026-27",
                    "kept", "Office, binder Safety");
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(plan().doneOn()).isEqualTo(LocalDate.of(2026, 9, 14)));
        var list = principal.get("/program/papers").body();
        var ids = Pattern.compile("/program/papers/([0-9a-f-]{36})").matcher(list).results().map(m -> m.group(1))
                .distinct().toList();
        assertThat(ids).as("a second click records nothing").hasSize(1);
        assertThat(principal.get(plan().evidence()).body()).contains("Office, binder Safety", "Kim Alder");
        principal.post("/program/papers/" + ids.getFirst() + "/withdrawal", "reason", "no");
        assertThat(principal.get(plan().evidence()).body()).as("a reason of two letters is none")
                .doesNotContain("withdrew this");
        principal.post("/program/papers/" + ids.getFirst() + "/withdrawal", "reason", "It was last year's plan.");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(plan().doneOn()).isNull());
        assertThat(principal.get("/program/papers/" + ids.getFirst()).body()).contains("withdrew this",
                "It was last year");
    }

    @Test
    void wrongInputIsNamedAndKept() {
        var answer = file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-12-24",
                "title", "Operational plan 2026-27", "kept", "Office");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("today or earlier", "value=\"Operational plan 2026-27\"");
        assertThat(file("form", UUID.randomUUID().toString(), "subject", "PLAN:EMERGENCY", "day", "2026-09-14", "title",
                "A plan", "kept", "Office").body()).contains("Choose a required document from the list");
        assertThat(file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-09-14",
                "title", "A plan", "kept", "x").body()).contains("where it is kept");
    }

    @Test
    void nobodyElsewhereReadsOrRecordsIt() {
        file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-09-14", "title",
                "Operational plan", "kept", "Office");
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.saguaro(),
                "lou" + day.cast.suffix() + "@papers.example", "Lou Birch", Role.SAFETY_DIRECTOR, null));
        var elsewhere = visitor.signedIn(person, day.cast.saguaro(), Role.SAFETY_DIRECTOR);
        assertThat(elsewhere.get("/program/papers").body()).doesNotContain("Operational plan");
        assertThat(elsewhere.post("/program/schools/" + day.school + "/papers", "form", UUID.randomUUID().toString(),
                "subject", "PLAN:OPERATIONAL").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> story.run(day.cast.saguaro(), () -> db.execute(
                "insert into transparency.filed_paper (agency_id, id, district_id, school_id, subject, day, title, kept, filed_by, filed_name, filed_at)"
                        + " values (?, gen_random_uuid(), ?, ?, 'X', date '2026-09-14', 'Title', 'Office', gen_random_uuid(), 'Lou', now())",
                day.cast.agency(), day.cast.mesquite(), day.school)))
                .as("row security refuses it").isInstanceOf(RuntimeException.class);
    }

    @Test
    void clocksAreForgottenOnlyWhenTheyWereAnsweredOrWithdrawnLongAgo() {
        var answered = oldClock("ANSWERED", LONG_AGO);
        var withdrawn = oldClock("WITHDRAWN", LONG_AGO);
        var running = oldClock("RUNNING", LONG_AGO);
        var young = oldClock("ANSWERED", LATELY);
        assertThat(forget("PROGRAM_CLOCK")).isEqualTo(2);
        story.run(day.cast.agency(), () -> {
            assertThat(db.select(PROGRAM_CLOCK.ID).from(PROGRAM_CLOCK)
                    .where(PROGRAM_CLOCK.ID.in(answered, withdrawn, running, young)).fetchSet(PROGRAM_CLOCK.ID))
                    .containsExactlyInAnyOrder(running, young);
            assertThat(db.select(PROGRAM_CLOCK_STEP.CLOCK_ID).from(PROGRAM_CLOCK_STEP)
                    .where(PROGRAM_CLOCK_STEP.CLOCK_ID.in(answered, withdrawn, running, young))
                    .fetchSet(PROGRAM_CLOCK_STEP.CLOCK_ID))
                    .as("each with its steps").containsExactlyInAnyOrder(running, young);
        });
        assertThat(forget("PROGRAM_CLOCK")).as("nothing more").isZero();
    }

    @Test
    void exceptionsAreForgottenSixYearsAfterTheirLastDayAndOneThatHasNoneStays() {
        var ranOut = exception(LocalDate.of(2020, 3, 4), null);
        var ended = exception(null, LocalDate.of(2020, 3, 4));
        var holds = exception(null, null);
        var endedLately = exception(null, LocalDate.of(2026, 11, 1));
        assertThat(forget("CAMPUS_EXCEPTION")).isEqualTo(2);
        story.run(day.cast.agency(), () -> {
            assertThat(db.select(CAMPUS_EXCEPTION.ID).from(CAMPUS_EXCEPTION)
                    .where(CAMPUS_EXCEPTION.ID.in(ranOut, ended, holds, endedLately)).fetchSet(CAMPUS_EXCEPTION.ID))
                    .containsExactlyInAnyOrder(holds, endedLately);
            assertThat(db.select(CAMPUS_EXCEPTION_END.EXCEPTION_ID).from(CAMPUS_EXCEPTION_END)
                    .where(CAMPUS_EXCEPTION_END.EXCEPTION_ID.in(ended, endedLately))
                    .fetchSet(CAMPUS_EXCEPTION_END.EXCEPTION_ID))
                    .containsExactly(endedLately);
        });
    }

    @Test
    void reviewLinksAreForgottenWithTheirOpeningsWhenTheyEndedLongAgo() {
        var expired = link(LONG_AGO, null);
        var revoked = link(SIX_YEARS_AGO.minus(Duration.ofDays(1)), SIX_YEARS_AGO.minus(Duration.ofHours(1)));
        var young = link(LATELY.minus(Duration.ofDays(60)), LATELY);
        assertThat(forget("REVIEW_LINK")).isEqualTo(2);
        story.run(day.cast.agency(), () -> {
            assertThat(db.select(REVIEW_LINK.ID).from(REVIEW_LINK).where(REVIEW_LINK.ID.in(expired, revoked, young))
                    .fetchSet(REVIEW_LINK.ID)).containsExactly(young);
            assertThat(db.select(REVIEW_OPENING.LINK_ID).from(REVIEW_OPENING)
                    .where(REVIEW_OPENING.LINK_ID.in(expired, revoked, young)).fetchSet(REVIEW_OPENING.LINK_ID))
                    .containsExactly(young);
        });
    }

    @Test
    void theLastThatWasToldOfAPlansStandardsStaysWhateverItsAge() {
        var plan = Ids.next();
        for (var at : List.of(LONG_AGO, LONG_AGO.plusSeconds(60))) told(plan, at);
        assertThat(forget("PLAN_STANDARDS")).isOne();
        assertThat(story.as(day.cast.agency(),
                () -> db.select(PLAN_STANDARDS.TOLD_AT).from(PLAN_STANDARDS).where(PLAN_STANDARDS.PLAN_ID.eq(plan))
                        .fetch(PLAN_STANDARDS.TOLD_AT)))
                .containsExactly(LONG_AGO.plusSeconds(60));
    }

    private int forget(String kind) {
        var keeper = app.getBeansOfType(RecordKeeper.class).values().stream().filter(k -> k.kind().equals(kind))
                .findFirst().orElseThrow();
        return story.as(day.cast.agency(), () -> keeper.forget(SIX_YEARS_AGO));
    }

    private UUID oldClock(String state, Instant at) {
        var id = Ids.next();
        story.run(day.cast.agency(), () -> {
            var c = db.newRecord(PROGRAM_CLOCK);
            c.setAgencyId(day.cast.agency());
            c.setId(id);
            c.setDistrictId(day.cast.mesquite());
            c.setSchoolId(day.school);
            c.setKind("INCIDENT_REPORT");
            c.setStartedAt(at.minusSeconds(7_200));
            c.setWarnAt(at.minusSeconds(3_600));
            c.setDueAt(at);
            c.setState(state);
            c.setStateAt(at);
            if (state.equals("ANSWERED")) c.setDoneAt(at);
            c.insert();
            db.insertInto(PROGRAM_CLOCK_STEP).set(PROGRAM_CLOCK_STEP.AGENCY_ID, day.cast.agency())
                    .set(PROGRAM_CLOCK_STEP.ID, Ids.next()).set(PROGRAM_CLOCK_STEP.DISTRICT_ID, day.cast.mesquite())
                    .set(PROGRAM_CLOCK_STEP.CLOCK_ID, id).set(PROGRAM_CLOCK_STEP.AT, at)
                    .set(PROGRAM_CLOCK_STEP.STEP, "STARTED").execute();
        });
        return id;
    }

    private UUID exception(@Nullable LocalDate renewBy, @Nullable LocalDate ended) {
        var id = Ids.next();
        var e = CAMPUS_EXCEPTION;
        var end = CAMPUS_EXCEPTION_END;
        story.run(day.cast.agency(), () -> {
            db.insertInto(e).set(e.AGENCY_ID, day.cast.agency()).set(e.ID, id).set(e.DISTRICT_ID, day.cast.mesquite())
                    .set(e.SCHOOL_ID, day.school).set(e.REASON, "FUNDING")
                    .set(e.ALTERNATIVE, "A trained marshal").set(e.BOARD_DAY, LocalDate.of(2019, 3, 4))
                    .set(e.RENEW_BY, renewBy).set(e.ADDED_BY, WHO).set(e.ADDED_NAME, "Ana Cruz")
                    .set(e.ADDED_AT, LONG_AGO).execute();
            if (ended != null)
                db.insertInto(end).set(end.AGENCY_ID, day.cast.agency()).set(end.ID, Ids.next())
                        .set(end.DISTRICT_ID, day.cast.mesquite()).set(end.EXCEPTION_ID, id).set(end.LAST_DAY, ended)
                        .set(end.REASON, "An officer was found").set(end.ENDED_BY, WHO).set(end.ENDED_NAME, "Ana Cruz")
                        .set(end.ENDED_AT, LONG_AGO).execute();
        });
        return id;
    }

    private UUID link(Instant made, @Nullable Instant revoked) {
        var id = Ids.next();
        var l = REVIEW_LINK;
        var o = REVIEW_OPENING;
        story.run(day.cast.agency(), () -> {
            db.insertInto(l).set(l.AGENCY_ID, day.cast.agency()).set(l.ID, id).set(l.DISTRICT_ID, day.cast.mesquite())
                    .set(l.TOKEN_HASH, id.toString().getBytes(StandardCharsets.UTF_8))
                    .set(l.FOR_WHOM, "Grants desk").set(l.MADE_BY, WHO).set(l.MADE_NAME, "Ana Cruz")
                    .set(l.MADE_AT, made).set(l.EXPIRES_AT, made.plus(Duration.ofDays(90)))
                    .set(l.REVOKED_AT, revoked).set(l.REVOKED_BY, revoked == null ? null : WHO).execute();
            db.insertInto(o).set(o.AGENCY_ID, day.cast.agency()).set(o.ID, Ids.next())
                    .set(o.DISTRICT_ID, day.cast.mesquite()).set(o.LINK_ID, id).set(o.AT, made).set(o.WHAT, "LIST")
                    .execute();
        });
        return id;
    }

    private void told(UUID plan, Instant at) {
        var t = PLAN_STANDARDS;
        story.run(day.cast.agency(),
                () -> db.insertInto(t).set(t.AGENCY_ID, day.cast.agency()).set(t.PLAN_ID, plan).set(t.TOLD_AT, at)
                        .set(t.DISTRICT_ID, day.cast.mesquite())
                        .set(t.SCHOOL_ID, day.school).set(t.EDITION, 1).execute());
    }
}
