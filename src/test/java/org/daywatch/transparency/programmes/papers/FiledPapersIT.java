package org.daywatch.transparency.programmes.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.Due;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programmes.posts.FundedPostRegister;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The operational plan no room tells: recorded by the principal, it counts; taken back, it does not. */
@DaywatchIT
class FiledPapersIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

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
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3), LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
            app.getBean(FundedPostRegister.class).join("AZ-SSP", day.cast.mesquite(), LocalDate.of(2026, 7, 1));
        });
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(), "kim" + day.cast.suffix() + "@papers.example", "Kim Alder", Role.PRINCIPAL, day.school));
        principal = visitor.signedIn(person, day.cast.mesquite(), Role.PRINCIPAL);
    }

    private Due plan() {
        return story.as(day.cast.agency(), () -> meters.of(campuses.find(day.school).orElseThrow(), TODAY)).due().stream().filter(d -> d.requirement().subject().equals("PLAN:OPERATIONAL")).findFirst().orElseThrow();
    }

    private HttpResponse<String> file(String... fields) {
        return principal.post("/programme/schools/" + day.school + "/papers", fields);
    }

    @Test
    void theOperationalPlanIsRecordedOnceCountsAndIsTakenBack() {
        assertThat(plan().doneOn()).isNull();
        assertThat(principal.get("/programme/schools/" + day.school).body()).contains("/papers/new?subject=PLAN:OPERATIONAL");
        var form = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) file("form", form, "subject", "PLAN:OPERATIONAL", "day", "2026-09-14", "title", "Operational plan 2026-27", "kept", "Office, binder Safety");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(plan().doneOn()).isEqualTo(LocalDate.of(2026, 9, 14)));
        var list = principal.get("/programme/papers").body();
        var ids = Pattern.compile("/programme/papers/([0-9a-f-]{36})").matcher(list).results().map(m -> m.group(1)).distinct().toList();
        assertThat(ids).as("a second click records nothing").hasSize(1);
        assertThat(principal.get(plan().evidence()).body()).contains("Office, binder Safety", "Kim Alder");
        principal.post("/programme/papers/" + ids.getFirst() + "/withdrawal", "reason", "no");
        assertThat(principal.get(plan().evidence()).body()).as("a reason of two letters is none").doesNotContain("took this back");
        principal.post("/programme/papers/" + ids.getFirst() + "/withdrawal", "reason", "It was last year's plan.");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(plan().doneOn()).isNull());
        assertThat(principal.get("/programme/papers/" + ids.getFirst()).body()).contains("took this back", "It was last year");
    }

    @Test
    void wrongInputIsNamedAndKept() {
        var answer = file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-12-24", "title", "Operational plan 2026-27", "kept", "Office");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("today or earlier", "value=\"Operational plan 2026-27\"");
        assertThat(file("form", UUID.randomUUID().toString(), "subject", "PLAN:EMERGENCY", "day", "2026-09-14", "title", "A plan", "kept", "Office").body()).contains("Choose one of the papers demanded here");
        assertThat(file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-09-14", "title", "A plan", "kept", "x").body()).contains("where it lies");
    }

    @Test
    void nobodyElsewhereReadsOrRecordsIt() {
        file("form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL", "day", "2026-09-14", "title", "Operational plan", "kept", "Office");
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.saguaro(), "lou" + day.cast.suffix() + "@papers.example", "Lou Birch", Role.SAFETY_DIRECTOR, null));
        var elsewhere = visitor.signedIn(person, day.cast.saguaro(), Role.SAFETY_DIRECTOR);
        assertThat(elsewhere.get("/programme/papers").body()).doesNotContain("Operational plan");
        assertThat(elsewhere.post("/programme/schools/" + day.school + "/papers", "form", UUID.randomUUID().toString(), "subject", "PLAN:OPERATIONAL").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> story.run(day.cast.saguaro(), () -> db.execute("insert into transparency.filed_paper (agency_id, id, district_id, school_id, subject, day, title, kept, filed_by, filed_name, filed_at)"
                + " values (?, gen_random_uuid(), ?, ?, 'X', date '2026-09-14', 'Title', 'Office', gen_random_uuid(), 'Lou', now())", day.cast.agency(), day.cast.mesquite(), day.school)))
                .as("row security refuses it").isInstanceOf(RuntimeException.class);
    }
}
