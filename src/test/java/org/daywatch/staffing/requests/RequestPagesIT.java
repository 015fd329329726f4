package org.daywatch.staffing.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Estimates;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a principal's wish to open posts, through the pages people use, without a script. */
@DaywatchIT
class RequestPagesIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired DepartmentTerms terms;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private UUID high;
    private UUID other;
    private UUID calendar;
    private Visitor.Visit coordinator;
    private Visitor.Visit principal;

    @BeforeEach
    void aSchoolWithItsPrincipal() {
        cast = story.cast();
        story.run(cast.agency(), () -> {
            terms.put(AgreedTerms.usual(Tenancy.tenant(), cast.department(), 1, "TEST", Set.of(),
                    ZoneId.of("America/Phoenix")));
            high = schools.add(school("Ocotillo High"));
            other = schools.add(school("Juniper High"));
            calendar = calendars.create(cast.mesquite(), "2026-27", MONDAY, LocalDate.of(2027, 5, 21));
            bells.apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.REGULAR, LocalTime.of(8, 0),
                    LocalTime.of(15, 0), MONDAY));
        });
        var person = story.as(cast.agency(),
                () -> organizations.join(cast.mesquite(), "principal" + cast.suffix() + "@story.example", "Sam Laurel",
                        Role.PRINCIPAL, high));
        principal = visitors.signedIn(person, cast.mesquite(), Role.PRINCIPAL);
        coordinator = visitors.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void aPrincipalAsksTheCoordinatorAcceptsAndThePostsAreOpen() {
        assertThat(principal.get("/requests/new").body()).contains("Ocotillo High", "Check every outside door")
                .doesNotContain("Juniper High");
        var page = ask(principal, high, "send");
        assertThat(principal.get(page).body()).contains("Awaiting decision");
        assertThat(principal.post(page + "/acceptance", "department", cast.department().toString()).statusCode())
                .isEqualTo(403);

        assertThat(coordinator.get("/requests?state=SUBMITTED").body()).contains("Ocotillo High");
        assertThat(coordinator.post(page + "/acceptance", "department", cast.department().toString()).statusCode())
                .isEqualTo(302);
        assertThat(coordinator.post(page + "/posts", "then", "open").statusCode()).isEqualTo(302);
        assertThat(count("OPEN")).isEqualTo(10);
        assertThat(coordinator.get("/posts?state=OPEN").body()).contains("Ocotillo High", "7:45 AM – 3:15 PM",
                "1–10 of 10");
        assertThat(coordinator.get("/posts.csv").body().lines()).hasSize(11);
        assertThat(principal.get("/posts").body()).contains("Ocotillo High");
    }

    @Test
    void aFormSentTwiceIsOneRequest() {
        var form = Ids.next().toString();
        for (int i = 0; i < 2; i++)
            assertThat(coordinator.post("/requests", fields(high, "keep", form)).statusCode()).isEqualTo(302);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(DETAIL_REQUEST))).isEqualTo(1);
    }

    @Test
    void aWrongFormComesBackWithWhatWasTypedAndAMessageAtEachField() {
        var answer = coordinator.post("/requests", "form", Ids.next().toString(), "school", high.toString(), "kind",
                "TERM", "officers", "90", "role", "SSO",
                "firstDay", "", "lastDay", "2026-08-21", "weekdays", "MONDAY", "reason", "Our fence is down", "duties",
                "", "then", "send");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Choose a date.", "Our fence is down");
    }

    @Test
    void aTermWithoutALastDayGoesToTheEndOfTheSchoolYear() {
        var made = coordinator.post("/requests", "form", Ids.next().toString(), "school", high.toString(), "kind",
                "TERM", "officers", "1", "role", "SSO", "workKind", "SCHOOL_SAFETY",
                "firstDay", "2026-08-10", "lastDay", "", "weekdays", "MONDAY", "reason", "Open until the summer",
                "duties", "Check every outside door", "then", "keep");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        var last = story.as(cast.agency(),
                () -> db.select(DETAIL_REQUEST.LAST_DAY).from(DETAIL_REQUEST).fetchSingle(DETAIL_REQUEST.LAST_DAY));
        assertThat(last).isEqualTo(LocalDate.of(2027, 5, 21));
        assertThat(coordinator
                .post("/requests",
                        with(fields(high, "keep", Ids.next().toString()), "firstDay", "2035-08-10", "lastDay", ""))
                .body()).contains("no school year is on file for the first day");
    }

    @Test
    void aPrincipalAsksForTheirOwnSchoolOnlyAndReadsNoOthersRequest() {
        assertThat(principal.post("/requests", fields(other, "send", Ids.next().toString())).statusCode())
                .isEqualTo(403);
        var theirs = ask(coordinator, other, "keep");
        assertThat(principal.get(theirs).statusCode()).isEqualTo(404);
        assertThat(principal.get("/requests").body()).doesNotContain("Juniper High");
    }

    @Test
    void aClosureShowsWhatWouldChangeThenChangesIt() {
        var page = ask(coordinator, high, "send");
        coordinator.post(page + "/acceptance", "department", cast.department().toString());
        coordinator.post(page + "/posts", "then", "open");
        var preview = coordinator.get(
                "/calendars/" + calendar + "/change?what=days&from=" + FRIDAY + "&to=&kind=WEATHER&whom=&note=storm");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("removed", "Ocotillo High", "7:45 AM – 3:15 PM");
        assertThat(count("OPEN")).isEqualTo(10);
        assertThat(coordinator.post("/calendars/" + calendar + "/change", "what", "days", "from", FRIDAY.toString(),
                "to", "", "kind", "WEATHER", "whom", "",
                "note", "storm").statusCode()).isEqualTo(302);
        assertThat(count("OPEN")).isEqualTo(9);
        assertThat(coordinator.get("/calendars/" + calendar).body()).contains("Weather day", "storm");
    }

    @Test
    void newBellsShowTheMovedPostsFirst() {
        var page = ask(coordinator, high, "send");
        coordinator.post(page + "/acceptance", "department", cast.department().toString());
        coordinator.post(page + "/posts", "then", "keep");
        var query = "district=" + cast.mesquite() + "&whom=SCHOOL:" + high
                + "&kind=REGULAR&firstBell=08:30&lastBell=15:30&validFrom=2026-08-17";
        assertThat(coordinator.get("/bells?school=" + high).statusCode()).isEqualTo(200);
        assertThat(coordinator.get("/bells/change?" + query).body()).contains("moved", "8:15 AM – 3:45 PM");
        assertThat(coordinator.post("/bells/change", "district", cast.mesquite().toString(), "whom", "SCHOOL:" + high,
                "kind", "REGULAR", "firstBell", "08:30",
                "lastBell", "15:30", "validFrom", "2026-08-17").statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/posts?from=2026-08-17&to=2026-08-17").body()).contains("8:15 AM – 3:45 PM");
    }

    @Test
    void bellsThatAreNotYetInForceAreTakenBackAndThePostsMoveBackWithThem() {
        var page = ask(coordinator, high, "send");
        coordinator.post(page + "/acceptance", "department", cast.department().toString());
        coordinator.post(page + "/posts", "then", "keep");
        var asSet = new String[] {"district", cast.mesquite().toString(), "whom", "SCHOOL:" + high, "kind", "REGULAR",
                "firstBell", "08:30", "lastBell", "15:30", "validFrom", "2026-08-17"};
        coordinator.post("/bells/change", asSet);
        assertThat(coordinator.get("/bells?school=" + high).body()).contains("Upcoming bell times", "Aug 17, 2026",
                "/bells/removal?");
        var query = "district=" + cast.mesquite() + "&whom=SCHOOL:" + high
                + "&kind=REGULAR&firstBell=08:30&lastBell=15:30&validFrom=2026-08-17";
        assertThat(coordinator.get("/bells/removal?" + query).body()).contains("moved", "8:15 AM – 3:45 PM",
                "7:45 AM – 3:15 PM");
        assertThat(coordinator.get("/posts?from=2026-08-17&to=2026-08-17").body()).as("a preview moves nothing")
                .contains("8:15 AM – 3:45 PM");
        assertThat(coordinator.post("/bells/removal", asSet).statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/posts?from=2026-08-17&to=2026-08-17").body()).contains("7:45 AM – 3:15 PM")
                .doesNotContain("8:15 AM – 3:45 PM");
        assertThat(coordinator.get("/bells?school=" + high).body()).doesNotContain("validFrom=2026-08-17");
        assertThat(coordinator.post("/bells/removal", asSet).statusCode()).as("there is nothing left to take back")
                .isEqualTo(404);
        asSet[11] = "2020-01-01";
        assertThat(coordinator.post("/bells/removal", asSet).body())
                .contains("These bell times are already in effect.");
        assertThat(principal.get("/bells/removal?" + query).statusCode()).isEqualTo(403);
    }

    @Test
    void aPostIsCancelledWithAReasonAndTheCancellationTakenBack() {
        var page = ask(coordinator, high, "send");
        coordinator.post(page + "/acceptance", "department", cast.department().toString());
        coordinator.post(page + "/posts", "then", "open");
        var post = story.as(cast.agency(),
                () -> db.select(POST.ID).from(POST).where(POST.DAY.eq(MONDAY)).fetchSingle(POST.ID));
        assertThat(coordinator.get("/posts/" + post).body()).contains("15 min before the first bell",
                "Cancel this post");
        assertThat(coordinator.post("/posts/" + post + "/cancellation", "reason", " ").statusCode()).isEqualTo(409);
        assertThat(coordinator.post("/posts/" + post + "/cancellation", "reason", "testing week at home").statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get("/posts/" + post).body()).contains("testing week at home", "Undo cancellation");
        coordinator.post("/posts/" + post + "/cancellation/reversal");
        assertThat(count("OPEN")).isEqualTo(10);
        assertThat(principal.post("/posts/" + post + "/cancellation", "reason", "not mine to cancel").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoWritesOverAnothersChangeIsToldFirstAndLosesNothing() {
        var page = ask(coordinator, high, "keep");
        var mine = edited("officers", "2", "version", "0");
        assertThat(principal.post(page + "/edit", edited("officers", "3", "version", "0")).statusCode()).isEqualTo(302);
        var stale = coordinator.post(page + "/edit", mine);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("Another user changed this request", "value=\"2\"",
                "name=\"version\" value=\"1\"");
        assertThat(coordinator.post(page + "/edit", edited("officers", "2", "version", "1")).statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get(page).body()).contains("2 ×");
    }

    @Test
    void anEditSentTwiceIsOneEdit() {
        var page = ask(coordinator, high, "keep");
        var twice = edited("officers", "2", "version", "0");
        for (int i = 0; i < 2; i++) assertThat(coordinator.post(page + "/edit", twice).statusCode()).isEqualTo(302);
    }

    @Test
    void whatIsAcceptedIsWhatWasRead() {
        var page = ask(principal, high, "send");
        principal.post(page + "/edit", edited("officers", "40", "version", "1"));
        coordinator.post(page + "/acceptance", "department", cast.department().toString(), "version", "1");
        assertThat(coordinator.get(page).body()).contains("Awaiting decision", "40 ×", "name=\"version\" value=\"2\"");
        coordinator.post(page + "/acceptance", "department", cast.department().toString(), "version", "2");
        assertThat(coordinator.get(page).body()).doesNotContain("Awaiting decision");
    }

    @Test
    void anActPressedTwiceIsDoneOnceAndSaysSoBothTimes() {
        var page = ask(principal, high, "keep");
        for (int i = 0; i < 2; i++) assertThat(principal.post(page + "/submission").statusCode()).isEqualTo(302);
        for (int i = 0; i < 2; i++)
            assertThat(coordinator.post(page + "/acceptance", "department", cast.department().toString()).statusCode())
                    .isEqualTo(302);
        assertThat(coordinator.get(page).body()).doesNotContain("usa-alert--error");
    }

    @Test
    void daysThatAreOverOrYearsAheadAreRefusedAtTheirFields() {
        String[][] wrong = {{"1900-01-01", "1900-06-01", "These days are in the past. Choose future days."},
                {"2999-01-01", "2999-02-01", "more than two years ahead"},
                {"+99999-01-01", "2026-08-21", "Choose a date."}, {"2026-08-20", "2026-08-10", "is before the first"}};
        for (var days : wrong) {
            var answer = coordinator.post("/requests",
                    with(fields(high, "keep", Ids.next().toString()), "firstDay", days[0], "lastDay", days[1]));
            assertThat(answer.statusCode()).as(days[0]).isEqualTo(400);
            assertThat(answer.body()).contains(days[2]);
        }
    }

    @Test
    void anotherRoomHasItsWordBesideARequest() {
        var page = ask(coordinator, high, "keep");
        assertThat(coordinator.get(page).body()).doesNotContain("What it would cost");
        Estimates.TOLD.add(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
        assertThat(coordinator.get(page).body()).contains("What it would cost", "USD 3,080", "/estimates/7");
    }

    private String[] edited(String... changed) {
        return with(fields(high, "keep", Ids.next().toString()), changed);
    }

    private static String[] with(String[] fields, String... changed) {
        var all = new java.util.ArrayList<>(java.util.List.of(fields));
        for (int i = 0; i < changed.length; i += 2) {
            int at = all.indexOf(changed[i]);
            if (at < 0) all.addAll(java.util.List.of(changed[i], changed[i + 1]));
            else all.set(at + 1, changed[i + 1]);
        }
        return all.toArray(String[]::new);
    }

    @Test
    void everyPageOfSchoolsAndYearsAnswersInBothLanguages() {
        for (String path : new String[] {"/schools", "/schools?q=ocotillo&sort=-district",
                "/schools?missing=position&level=HIGH", "/schools/" + high, "/schools/new",
                "/schools/" + high + "/desk-code", "/calendars", "/calendars/" + calendar, "/bells", "/requests",
                "/requests/new", "/posts", "/posts/generation",
                "/posts?sort=school&q=ocotillo"}) {
            assertThat(coordinator.get(path)).as(path).extracting(HttpResponse::statusCode).isEqualTo(200);
        }
        assertThat(coordinator.get("/schools?q=ocotillo").body()).contains("Ocotillo High")
                .doesNotContain("Juniper High");
        assertThat(coordinator.get("/schools.csv").body().lines()).hasSize(3);
        assertThat(principal.get("/schools").body()).contains("Ocotillo High").doesNotContain("Juniper High");
        assertThat(principal.get("/schools/" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void aPositionIsSavedAndAWrongOneComesBackNamed() {
        var wrong = coordinator.post("/schools/" + high + "/position", "latitude", "133.4", "longitude", "-112",
                "radius", "200", "boundary", "");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Enter a latitude between -90 and 90", "133.4");
        assertThat(coordinator.post("/schools/" + high + "/position", "latitude", "33.4", "longitude", "-112", "radius",
                "656", "boundary",
                "33.41, -112.01\n33.42, -112.01\n33.42, -112.00").statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/schools/" + high).body()).contains("within 656 feet", "boundary with 3 corners");
    }

    private String ask(Visitor.Visit who, UUID school, String then) {
        var answer = who.post("/requests", fields(school, then, Ids.next().toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static String[] fields(UUID school, String then, String form) {
        return new String[] {"form", form, "school", school.toString(), "kind", "TERM", "role", "SSO", "workKind",
                "SCHOOL_SAFETY", "officers", "1",
                "firstDay", "2026-08-10", "lastDay", "2026-08-21", "from", "", "to", "", "weekdays", "MONDAY",
                "weekdays", "TUESDAY", "weekdays", "WEDNESDAY",
                "weekdays", "THURSDAY", "weekdays", "FRIDAY", "reason", "No officer on campus", "duties",
                "Walk the doors", "riskNotes", "", "contact", "", "then", then};
    }

    private NewSchool school(String name) {
        return new NewSchool(cast.mesquite(), name, SchoolLevel.HIGH, "09", "12", 500, "1 Main St", "Mesquite", "AZ",
                "85000", "555-0100",
                ZoneId.of("America/Phoenix"));
    }

    private int count(String state) {
        return story.as(cast.agency(), () -> db.fetchCount(POST, POST.STATE.eq(state)));
    }
}
