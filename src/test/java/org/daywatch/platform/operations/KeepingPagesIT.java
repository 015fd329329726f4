package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;
import static org.daywatch_db.platform.Tables.LIVE_EVENT;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.SUBMITTED_FORM;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of the person who keeps the house, and of everybody about themselves, over HTTP.
 *
 * <p>A-10 of docs/security.
 */
@DaywatchIT
class KeepingPagesIT {

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired Notifications notifications;
    @Autowired AuditLog audit;
    @Autowired Retention retention;
    @Autowired Live live;
    @Autowired Forms forms;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private UUID join(UUID organization, String name, Role role) {
        return Tenancy.as(Scope.system(organization),
                () -> organizations.join(organization, name + organization + "@story.example", name, role, null));
    }

    private HttpResponse<String> get(UUID person, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "daywatch_session=" + sessions.open(person, "PASSKEY", "test")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** As a browser does: the page with the form first, then the form with the token that page carried. */
    private HttpResponse<String> post(UUID person, String path, Map<String, String> form) throws Exception {
        String session = "daywatch_session=" + sessions.open(person, "PASSKEY", "test");
        var page = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me/notifications"))
                        .header("Cookie", session).build(),
                HttpResponse.BodyHandlers.ofString());
        String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var fields = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", session)
                .POST(HttpRequest.BodyPublishers
                        .ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&" + fields))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theAuditIsReadFilteredAndTakenAwayByThoseWhoMayAndTakingItAwayIsALineInIt() throws Exception {
        var cast = story.cast();
        UUID admin = join(cast.agency(), "admin", Role.AGENCY_ADMIN);
        story.run(cast.agency(), () -> {
            audit.act("Counted", "thing 1", Map.of("cell", "=1+1"));
            audit.act("Weighed", "thing 2", Map.of());
        });
        var all = get(admin, "/audit");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body()).contains("Counted", "Weighed", "thing 1");
        assertThat(get(admin, "/audit?action=Counted&subject=thing").body()).contains("thing 1")
                .doesNotContain("thing 2");
        assertThat(get(admin, "/audit?from=2026-08-04").body()).doesNotContain("thing 1");
        assertThat(get(admin, "/audit?from=tomorrow").statusCode()).isEqualTo(400);
        var csv = get(admin, "/audit.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).contains("Counted", "Weighed");
        assertThat(get(admin, "/audit").body()).contains("ExportedAudit");
        assertThat(get(cast.coordinator(), "/audit").statusCode()).isEqualTo(403);
        assertThat(get(join(story.cast().agency(), "stranger", Role.AGENCY_ADMIN), "/audit").body())
                .doesNotContain("thing 1");
    }

    @Test
    void aMessageLiesInTheInboxUntilItIsReadAndNobodyReadsAnothersMessage() throws Exception {
        var cast = story.cast();
        story.run(cast.agency(),
                () -> notifications.tell(
                        Notice.of("TEST", "/inbox", l -> new Notice.Words("Bell at Mesquite <High>", "It rings.")),
                        Audience.person(cast.agency(), cast.coordinator())));
        var inbox = get(cast.coordinator(), "/inbox");
        assertThat(inbox.statusCode()).isEqualTo(200);
        assertThat(inbox.body()).contains("Bell at Mesquite &lt;High&gt;", "It rings.");
        assertThat(get(cast.coordinator(), "/inbox/bell").body()).contains("1 unread");
        String reading = inbox.body().replaceAll("(?s).*action=\"(/inbox/[0-9a-f-]{36}/reading)\".*", "$1");
        assertThat(post(join(cast.agency(), "other", Role.COORDINATOR), reading, Map.of()).statusCode()).isEqualTo(404);
        assertThat(post(cast.coordinator(), reading, Map.of()).statusCode()).isEqualTo(302);
        assertThat(get(cast.coordinator(), "/inbox/bell").body()).doesNotContain("unread");
    }

    @Test
    void howIAmToldIsMyChoiceAndAWrongPhoneIsSaidAtTheField() throws Exception {
        var cast = story.cast();
        assertThat(get(cast.coordinator(), "/me/notifications").statusCode()).isEqualTo(200);
        var wrong = post(cast.coordinator(), "/me/notifications",
                Map.of("sms", "true", "phone", "12", "quietFrom", "22:00", "quietTo", ""));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("is not a phone number", "Set both the start and the end");
        assertThat(post(cast.coordinator(), "/me/notifications", Map.of("sms", "true", "phone", "602 555 0142",
                "quietFrom", "22:00", "quietTo", "06:00", "zone", "America/Phoenix")).statusCode()).isEqualTo(302);
        var saved = story.as(cast.agency(), () -> db.selectFrom(NOTIFICATION_CHOICE).fetchSingle());
        assertThat(saved.getPhone()).isEqualTo("+16025550142");
        assertThat(saved.getChannels()).containsExactly("IN_APP", "SMS");
    }

    @Test
    void theOperationsPageShowsWhatIsOldAndWhatWasNotHeardAndOnlyOnesOwn() throws Exception {
        var cast = story.cast();
        UUID admin = join(cast.agency(), "admin", Role.AGENCY_ADMIN);
        UUID stuck = Ids.next();
        story.run(cast.agency(),
                () -> db.insertInto(EVENT_PUBLICATION).set(EVENT_PUBLICATION.ID, stuck)
                        .set(EVENT_PUBLICATION.EVENT_TYPE, "org.daywatch.x.XEvent$SomethingStuck")
                        .set(EVENT_PUBLICATION.LISTENER_ID, "org.daywatch.x.Hearing.on(org.daywatch.x.XEvent)")
                        .set(EVENT_PUBLICATION.SERIALIZED_EVENT, "{\"tenant\":\"" + cast.agency() + "\"}")
                        .set(EVENT_PUBLICATION.PUBLICATION_DATE, clock.instant().minus(Duration.ofHours(1)))
                        .set(EVENT_PUBLICATION.STATUS, "FAILED").execute());
        try {
            var page = get(admin, "/operations");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("SomethingStuck", "Hearing.on", "Last backup", "How long records are kept",
                    "Location at check-in");
            assertThat(get(join(story.cast().agency(), "stranger", Role.AGENCY_ADMIN), "/operations").body())
                    .doesNotContain("SomethingStuck");
            assertThat(get(join(cast.agency(), "officer", Role.OFFICER), "/operations").statusCode()).isEqualTo(403);
            assertThat(get(admin, "/outbox").statusCode()).isEqualTo(200);
            assertThat(get(admin, "/outbox.csv").statusCode()).isEqualTo(200);
        } finally {
            story.run(cast.agency(),
                    () -> db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.ID.eq(stuck)).execute());
        }
    }

    @Test
    void eachKindOfRecordHasOneRuleToday() {
        assertThat(retention.rules()).extracting(Retention.Rule::kind).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    @Test
    void aBackupOlderThanANightAndTwoHoursIsAWarningInWords() throws Exception {
        var cast = story.cast();
        UUID admin = join(cast.agency(), "admin", Role.AGENCY_ADMIN);
        backedUp(cast.agency(), Duration.ofHours(25));
        assertThat(get(admin, "/operations").body()).contains("25 h").doesNotContain("Overdue: take one now");
        backedUp(cast.agency(), Duration.ofHours(27));
        assertThat(get(admin, "/operations").body()).contains("27 h",
                "Overdue: take one now with bin/daywatch backup DIR");
    }

    private void backedUp(UUID agency, Duration ago) {
        String at = clock.instant().minus(ago).toString();
        story.run(agency, () -> db.execute(
                "insert into platform.setting values ('backup.last', ?) on conflict (name) do update set value = excluded.value",
                at));
    }

    @Test
    void whatIsPastItsTimeGoesAndTheAuditSaysHowMuch() {
        var cast = story.cast();
        story.run(cast.agency(), () -> {
            forms.first(Ids.next());
            live.ring("board");
            notifications.tell(Notice.of("TEST", "", l -> new Notice.Words("s", "b")),
                    Audience.person(cast.agency(), cast.coordinator()));
        });
        story.run(cast.agency(), () -> db.update(SUBMITTED_FORM)
                .set(SUBMITTED_FORM.AT, clock.instant().minus(Duration.ofDays(31))).execute());
        story.run(cast.agency(),
                () -> db.update(LIVE_EVENT).set(LIVE_EVENT.AT, clock.instant().minus(Duration.ofDays(1))).execute());
        retention.apply(cast.agency());
        assertThat((int) story.as(cast.agency(), () -> db.fetchCount(SUBMITTED_FORM))).isZero();
        assertThat((int) story.as(cast.agency(), () -> db.fetchCount(LIVE_EVENT))).as("a day old: kept").isPositive();
        String said = story.as(cast.agency(),
                () -> db.fetchSingle("select detail from platform.audit_line where action = 'ForgotOldRecords'").get(0,
                        String.class));
        assertThat(said).isEqualTo("{\"SUBMITTED_FORM\":1}");
        assertThat(retention.rules()).filteredOn(r -> r.keepDays() != null)
                .as("every limited kind has somebody who forgets it").allMatch(Retention.Rule::applied);
    }

    @Test
    void everythingAboutMeAndNothingAboutOthersComesInOneFile() throws Exception {
        var cast = story.cast();
        UUID other = join(cast.agency(), "other", Role.COORDINATOR);
        var answer = get(cast.coordinator(), "/me/export.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        var data = json.readTree(answer.body());
        assertThat(data.get("schema").asString()).isEqualTo("daywatch.personal-data");
        assertThat(data.get("account").get(0).get("full_name").asString()).isEqualTo("Robin Alder");
        assertThat(data.get("memberships").size()).isOne();
        assertThat(data.get("sessions").size()).isPositive();
        assertThat(data.has("shifts")).isTrue();
        assertThat(answer.body()).doesNotContain(other.toString(), "password_hash", "token_hash");
        assertThat(json.readTree(get(cast.coordinator(), "/me/export.json").body()).get("acts").toString())
                .contains("ExportedOwnData");
    }
}
