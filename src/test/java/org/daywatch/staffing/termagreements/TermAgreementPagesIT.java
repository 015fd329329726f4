package org.daywatch.staffing.termagreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A term for many schools: chosen, looked at, agreed once, and withdrawn. */
@DaywatchIT
class TermAgreementPagesIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired DepartmentTerms terms;
    @Autowired DSLContext db;
    @Autowired org.daywatch.staffing.requests.RequestCommands requests;

    private Story.Cast cast;
    private UUID silent;
    private Visit coordinator;

    @BeforeEach
    void twoSchoolsWithBellsAndOneWithout() {
        clock.setTo("2026-08-03T16:00:00Z");
        cast = story.cast();
        story.run(cast.agency(), () -> {
            terms.put(AgreedTerms.usual(Tenancy.tenant(), cast.department(), 1, "TEST", Set.of(WorkKind.TOWING),
                    ZoneId.of("America/Phoenix")));
            schools.add(school("Ocotillo High", SchoolLevel.HIGH));
            schools.add(school("Juniper High", SchoolLevel.HIGH));
            silent = schools.add(school("Quail Elementary", SchoolLevel.ELEMENTARY));
            calendars.create(cast.mesquite(), "2026-27", MONDAY, LocalDate.of(2027, 5, 21));
            bells.apply(new BellChange(new CalendarScope(cast.mesquite(), null, SchoolLevel.HIGH), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), MONDAY));
        });
        coordinator = visitors.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void agreeingOpensThePostsOfTheFirstWeeksInTheSameGoAndTellsOfficersOnce() throws Exception {
        var place = look(coordinator, "department", cast.department().toString());
        assertThat(settled(coordinator, place)).contains("Open posts through", "value=\"2026-08-21\"");

        coordinator.post(place + "/agreement", "openTo", "2026-09-01");
        assertThat(settled(coordinator, place)).as("a day beyond the term agrees nothing")
                .contains("Open posts through");
        assertThat(requests()).isZero();

        assertThat(coordinator.post(place + "/agreement", "openTo", "2026-08-14").statusCode()).isEqualTo(302);
        assertThat(settled(coordinator, place)).contains("2 requests accepted and 10 posts open through Aug 14, 2026",
                "href=\"/board\"");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(POST, POST.STATE.eq("OPEN")))).isEqualTo(10);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("PostsPosted"))))
                .isOne();
    }

    @Test
    void aCoordinatorLooksFirstThenAgreesForEverySchoolThatCanBeCovered() throws Exception {
        var place = look(coordinator, "department", cast.department().toString());
        var preview = settled(coordinator, place);
        assertThat(preview).contains("Agree: 2 schools, 20 posts", "Quail Elementary", "no bell schedule on file");
        assertThat(requests()).isZero();
        assertThat(coordinator.post(place + "/agreement").statusCode()).isEqualTo(302);
        assertThat(settled(coordinator, place)).contains("Agreed: 2 requests accepted.", "R-2026-");
        assertThat(requests()).isEqualTo(2);
        assertThat(coordinator.post(place + "/agreement").statusCode()).isEqualTo(409);
        assertThat(coordinator.get(place + ".csv?show=refused").body()).contains("Quail Elementary,0,NO_BELLS");

        var again = look(coordinator, "department", cast.department().toString());
        assertThat(settled(coordinator, again)).contains("already covered by request").doesNotContain("Agree: ");

        assertThat(coordinator.post(place + "/withdrawal", "reason", "The board took the money back").statusCode())
                .isEqualTo(302);
        assertThat(settled(coordinator, place)).contains("Withdrawn: 2 requests");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(DETAIL_REQUEST, DETAIL_REQUEST.STATE.eq("WITHDRAWN"))))
                .isEqualTo(2);
    }

    @Test
    void aDistrictAsksForItsSchoolsAndTheAgencyDecides() throws Exception {
        var director = story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                "safety" + cast.suffix() + "@story.example", "Kim Vale", Role.SAFETY_DIRECTOR, null));
        var district = visitors.signedIn(director, cast.mesquite(), Role.SAFETY_DIRECTOR);
        var place = look(district, "level", "HIGH", "words", "juniper");
        assertThat(settled(district, place)).contains("Send 1 request, 10 posts", "Juniper High")
                .doesNotContain("Ocotillo High");
        assertThat(district.post(place + "/agreement").statusCode()).isEqualTo(302);
        assertThat(settled(district, place)).contains("Sent: 1 request went to the agency.");
        assertThat(coordinator.get("/requests?state=SUBMITTED").body()).contains("Juniper High");
        assertThat(coordinator.get(place).statusCode()).isEqualTo(404);
    }

    @Test
    void aSchoolWithoutBellsSaysThatThereAreNoPostsYetAndBellsFromALaterDayAreBells() {
        var request = story.as(cast.agency(), () -> {
            var id = requests.draft(org.daywatch.staffing.requests.Content.term(silent));
            requests.submit(id);
            requests.accept(id);
            return id;
        });
        var page = "/requests/" + request;
        coordinator.post(page + "/posts", "then", "keep");
        assertThat(coordinator.get(page).body()).contains("No posts yet for Aug 10, 2026 to Aug 21, 2026")
                .doesNotContain("Posts created for");
        story.run(cast.agency(),
                () -> bells.apply(new BellChange(new CalendarScope(cast.mesquite(), null, SchoolLevel.ELEMENTARY),
                        DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), MONDAY.plusDays(1))));
        coordinator.post(page + "/posts", "then", "keep");
        assertThat(coordinator.get(page).body()).contains("Posts created for Aug 10, 2026 to Aug 21, 2026")
                .doesNotContain("No posts could be created", "No posts yet");
    }

    @Test
    void mistakesAreNamedAndForbiddenWorkIsToldBeforeAnythingIsCounted() {
        var wrong = coordinator.post("/agreements",
                form("department", cast.department().toString(), "officers", "90", "lastDay", ""));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choose a date.");
        assertThat(coordinator
                .post("/agreements", form("department", cast.department().toString(), "words", "nowhere at all"))
                .body()).contains("No school matches.");
        assertThat(coordinator
                .post("/agreements", form("department", cast.department().toString(), "workKind", "TOWING")).body())
                .contains("does not allow");
        assertThat(coordinator.post("/agreements", form()).body()).contains("Choose the department to ask first.");
    }

    @Test
    void aPrincipalAgreesForNobodyElse() {
        var person = story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                "principal" + cast.suffix() + "@story.example", "Sam Laurel", Role.PRINCIPAL, silent));
        assertThat(visitors.signedIn(person, cast.mesquite(), Role.PRINCIPAL).get("/agreements").statusCode())
                .isEqualTo(403);
    }

    private String look(Visit who, String... more) {
        var answer = who.post("/agreements", form(more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static String settled(Visit who, String place) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            var body = who.get(place).body();
            if (!body.contains("every 1s")) return body;
            Thread.sleep(50);
        }
        throw new AssertionError("still running: " + place);
    }

    private static String[] form(String... more) {
        var fields = new ArrayList<>(List.of("form", Ids.next().toString(), "role", "SSO", "weekdays", "MONDAY",
                "weekdays", "TUESDAY", "weekdays", "WEDNESDAY",
                "weekdays", "THURSDAY", "weekdays", "FRIDAY", "reason", "Every school has an officer", "duties",
                "Walk the doors"));
        var given = List.of(more);
        if (!given.contains("officers")) fields.addAll(List.of("officers", "1"));
        fields.addAll(List.of("firstDay", "2026-08-10"));
        if (!given.contains("lastDay")) fields.addAll(List.of("lastDay", "2026-08-21"));
        fields.addAll(given);
        return fields.toArray(String[]::new);
    }

    private int requests() {
        return story.as(cast.agency(), () -> db.fetchCount(DETAIL_REQUEST));
    }

    private NewSchool school(String name, SchoolLevel level) {
        return new NewSchool(cast.mesquite(), name, level, "09", "12", 500, "1 Main St", "Mesquite", "AZ", "85000",
                "555-0100", ZoneId.of("America/Phoenix"));
    }
}
