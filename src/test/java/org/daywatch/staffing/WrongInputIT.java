package org.daywatch.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch._story.Story;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What nobody means but somebody will send: the answer names it and is never an incident. */
@DaywatchIT
class WrongInputIT {

    private static final Instant START = Instant.parse("2026-08-03T14:10:00Z");
    private static final String SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
    private static final String NO_CHARACTER = "a\u0000b";
    private static final String[] DAYS = {"1900-01-01", "2999-12-31", "2026-13-45", "2026-02-30", "-999999999-01-01",
            "+999999999-12-31", "yesterday", NO_CHARACTER};

    @Autowired ApplicationContext app;
    @Autowired Visitor visitors;
    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired Acceptances acceptances;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID post;
    private Visitor.Visit desk;

    @BeforeEach
    void aPostIsOpen() {
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        post = day.post(START);
        desk = visitors.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    @Test
    void anyDayInAnAddressIsAnsweredWithoutAnIncident() {
        for (var path : new String[] {"/shifts?day=", "/posts?from=", "/posts?to=", "/posts.csv?from=", "/board?day=",
                "/coverage?from=", "/coverage?to=",
                "/coverage.csv?from=", "/shifts/worked.csv?to=2026-08-03&from=",
                "/shifts/worked.csv?from=2026-08-03&to=", "/coverage/export.csv?to=2026-08-03&from=",
                "/coverage/export.csv?from=2026-08-03&to=", "/district/schools/" + day.school + "?from=",
                "/requests?q=", "/officers?q=", "/board/week?day="}) {
            for (var text : DAYS) {
                var answer = desk.get(path + encoded(text));
                assertThat(answer.statusCode()).as(path + text).isLessThan(500);
            }
        }
    }

    @Test
    void anIdThatIsNoneIsAnsweredWithoutAnIncident() {
        var none = "-".repeat(36);
        for (var path : new String[] {"/shifts?officer=", "/officers?department=", "/posts?request=", "/posts?school=",
                "/requests?district=", "/coverage?school=",
                "/shifts/", "/posts/", "/officers/", "/requests/", "/board/posts/", "/schools/", "/offers/"}) {
            for (var text : new String[] {none, "1", NO_CHARACTER, "00000000-0000-0000-0000-000000000000",
                    "x".repeat(5000)}) {
                assertThat(desk.get(path + encoded(text)).statusCode()).as(path + text).isLessThan(500);
            }
        }
        assertThat(desk.post("/officers", "name", "Sam Ortiz", "email", "sam@story.example", "department", none,
                "badge", "9", "rank", "OFFICER", "state", "ACTIVE",
                "roleSSO", "true").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNoIdNamesNothingAndWhatIsNoDayWasNotUnderstood() {
        assertThat(desk.get("/shifts/1").statusCode()).isEqualTo(404);
        assertThat(desk.get("/shifts/worked.csv?from=yesterday&to=2026-08-03").statusCode()).isEqualTo(400);
    }

    @Test
    void numbersBeyondEveryMeaningAreRefusedWithASentence() {
        for (var rank : new String[] {"0", "-7", "2147483647", "99999999999999999999", "one"}) {
            var draft = day.post(START);
            assertThat(desk.post("/posts/" + draft + "/opening", "rank", rank).statusCode()).as(rank).isBetween(400,
                    499);
        }
        for (var officers : new String[] {"0", "-1", "51", "99999999999", "1e3", ""}) {
            assertThat(request("officers", officers).statusCode()).as(officers).isEqualTo(400);
        }
        assertThat(desk
                .post("/schools/" + day.school + "/site-pack", "seen", "many", "contacts", "a", "keys", "b", "radio",
                        "c", "brokenDoors", "d", "postOrders", "e")
                .statusCode()).isEqualTo(302);
    }

    @Test
    void aSignThatIsNoCharacterIsAskedForAgainAndNotAnIncident() {
        assertThat(request("reason", NO_CHARACTER).body()).contains("cannot be saved");
        assertThat(desk.post("/posts/" + post + "/cancellation", "reason", NO_CHARACTER).statusCode()).isEqualTo(400);
        var shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> acceptances.accept(dana.person(), post));
        assertThat(desk.post("/shifts/" + shift + "/cancellation", "reason", NO_CHARACTER).statusCode()).isEqualTo(400);
        var later = day.post(TestClock.START.plus(java.time.Duration.ofDays(2)));
        var free = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> acceptances.accept(dana.person(), later));
        assertThat(visitors.signedIn(dana.person(), day.cast.agency(), Role.OFFICER)
                .post("/shifts/" + free + "/return", "reason", NO_CHARACTER).statusCode()).isEqualTo(400);
    }

    @Test
    void aScriptInAnyTextIsShownAsText() {
        var made = request("reason", SCRIPT, "duties", SCRIPT, "riskNotes", SCRIPT, "contact", SCRIPT);
        assertThat(made.statusCode()).isEqualTo(302);
        var page = made.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        desk.post("/schools/" + day.school + "/site-pack", "seen", "0", "contacts", SCRIPT, "keys", SCRIPT, "radio",
                SCRIPT, "brokenDoors", SCRIPT, "postOrders", SCRIPT);
        var shift = desk.post("/phone-acceptances", "post", post.toString(), "officer", dana.id().toString(), "caller",
                SCRIPT, "called", "06:40");
        assertThat(shift.statusCode()).isEqualTo(302);
        var shiftPage = shift.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        desk.post(shiftPage + "/cancellation", "reason", SCRIPT);
        for (var path : new String[] {page, page + "/edit", "/requests", "/schools/" + day.school + "/site-pack",
                shiftPage, "/shifts", "/shifts?q=" + encoded(SCRIPT),
                "/posts/" + post, "/board"}) {
            assertThat(desk.get(path).body()).as(path).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(desk.get(page).body()).contains("&lt;script&gt;alert");
    }

    @Test
    void nobodyTouchesWhatBelongsToAnotherAgency() {
        var theirs = new PostedDay(app);
        var theirPost = theirs.post(START);
        var lee = theirs.officer("Lee Ortega");
        var theirShift = Tenancy.as(new Scope(theirs.cast.agency(), lee.person()),
                () -> acceptances.accept(lee.person(), theirPost));
        for (var path : new String[] {"/posts/" + theirPost + "/opening", "/posts/" + theirPost + "/cancellation",
                "/posts/" + theirPost + "/hold/end",
                "/shifts/" + theirShift + "/cancellation", "/shifts/" + theirShift + "/no-show",
                "/shifts/" + theirShift + "/presence", "/shifts/" + theirShift + "/reinstatement",
                "/officers/" + lee.id() + "/hours", "/officers/" + lee.id() + "/credentials"}) {
            assertThat(desk
                    .post(path, "reason", "not mine", "kind", "COURT", "start", "2026-08-12T09:00", "end",
                            "2026-08-12T10:00", "issued", "2026-01-01", "state", "VALID")
                    .statusCode()).as(path).isEqualTo(404);
        }
        assertThat(desk.post("/phone-acceptances", "post", post.toString(), "officer", lee.id().toString(), "caller",
                "Officer Ortega", "called", "06:40").statusCode()).isEqualTo(404);
        assertThat(desk.post("/posts/" + post + "/hold", "officer", lee.id().toString(), "until", "2026-08-03T07:00",
                "reason", "they called").statusCode()).isEqualTo(404);
        assertThat(theirs.stateOf(theirPost)).isEqualTo("FILLED");
    }

    @Test
    void noOfficerActsOnAnothersShift() {
        var shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> acceptances.accept(dana.person(), post));
        var lee = day.officer("Lee Ortega");
        var phone = visitors.signedIn(lee.person(), day.cast.agency(), Role.OFFICER);
        for (var act : new String[] {"check-in", "check-out", "return", "confirmation", "absences", "absences/end",
                "capacity", "check-in/undo", "check-out/undo", "trades"}) {
            assertThat(phone.post("/shifts/" + shift + "/" + act, "reason", "not my shift", "code", day.deskCode(),
                    "capacity", "PEACE_OFFICER", "why", "not my shift",
                    "officer", lee.id().toString()).statusCode()).as(act).isEqualTo(404);
        }
        assertThat(phone.get("/shifts/" + shift).statusCode()).isEqualTo(404);
        assertThat(phone.get("/shifts/" + shift + "/trade").statusCode()).isEqualTo(404);
        assertThat(phone.post("/shifts/" + shift + "/cancellation", "reason", "not mine").statusCode()).isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> request(String... changed) {
        var fields = new java.util.LinkedHashMap<String, String>();
        String[] plain = {"form", Ids.next().toString(), "school", day.school.toString(), "kind", "TERM", "role", "SSO",
                "workKind", "SCHOOL_SAFETY", "officers", "1",
                "firstDay", "2026-08-10", "lastDay", "2026-08-21", "weekdays", "MONDAY", "reason",
                "No officer on campus", "duties", "Walk the doors", "then", "keep"};
        for (int i = 0; i < plain.length; i += 2) fields.put(plain[i], plain[i + 1]);
        for (int i = 0; i < changed.length; i += 2) fields.put(changed[i], changed[i + 1]);
        return desk.post("/requests", fields.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
