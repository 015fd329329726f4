package org.daywatch.emergencies.responders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.RESPONDER_OPENING;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertSeal;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapSignature;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.triage.TipStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dispatch and arriving units see one alert by a link that ends.
 *
 * <p>A-12 of docs/security.
 */
@DaywatchIT
class ResponderLinksIT {

    private static final Pattern ADDRESS = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertSeal seal;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit stranger;

    @BeforeEach
    void aSchoolWithAPrincipal() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        stranger = visitor.stranger();
    }

    @Test
    void aResponderSeesWhatWhereSinceWhenAndThatItIsADrillAndNothingSomebodyTyped() {
        var drill = stored(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        String link = made(principal, drill);
        var answer = stranger.get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Drill: this is only a drill", "Lockdown", "Ocotillo High", "Room 12", "Alert raised",
                        "Mesquite dispatch")
                .doesNotContain("Real: this is not a drill", "Little Sam");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("x-robots-tag").orElse("")).contains("noindex");
        assertThat(stranger.get(made(principal, stored(AlertStatus.ACTUAL, ProtocolAction.HOLD))).body())
                .contains("Real: this is not a drill").doesNotContain("only a drill");
    }

    @Test
    void thatATipAboutALifeIsOpenIsSaidToWhoeverLeadsAndToRespondersWithoutAWordOfIt() {
        var tips = new TipStory(app);
        day = tips.day;
        principal = tips.visit(tips.principal, Role.PRINCIPAL);
        var officer = tips.visit(tips.officer.person(), Role.OFFICER);
        String link = made(principal, stored(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        principal.post("/incidents", "school", day.school.toString(), "status", "ACTUAL", "title", "Noise in hall B",
                "form", Ids.next().toString());
        String incident = "/incidents/" + story.as(day.cast.agency(), () -> db.select(INCIDENT.ID).from(INCIDENT)
                .where(INCIDENT.TITLE.eq("Noise in hall B")).fetchSingle(INCIDENT.ID));
        String said = "A tip about a life is open at this school.";
        tips.handed("zqquiet They take my lunch", false);
        assertThat(stranger.get(link).body()).doesNotContain(said);
        assertThat(principal.get(incident).body()).contains("Noise in hall B").doesNotContain(said);
        var tip = tips.handed("zqlife They will do it tonight", true);
        for (var body : List.of(stranger.get(link).body(), principal.get(incident).body(),
                officer.get(incident).body()))
            assertThat(body).contains(said).doesNotContain("zqlife", TipStory.id(tip).toString());
        var analyst = tips.visit(tips.analyst, Role.TIP_ANALYST);
        tips.routed(analyst, tip, "LIFE_SAFETY");
        TipStory.done(tips.act(principal, tip, "acknowledgment"));
        TipStory.done(tips.act(principal, tip, "end", "isWELFARE_CHECK", "true", "words", "They are safe"));
        assertThat(stranger.get(link).body()).doesNotContain(said);
        assertThat(principal.get(incident).body()).doesNotContain(said);
    }

    @Test
    void everyOpeningIsKeptAndARevokedOrExpiredLinkIsGone() {
        var alert = stored(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        String first = made(principal, alert);
        String second = made(principal, alert);
        stranger.get(first);
        stranger.get(first + "/alert.cap.xml");
        assertThat(principal.get("/alerts/" + alert + "/links").body()).contains("times opened: 2",
                "Mesquite dispatch");
        var ids = Pattern.compile("/links/([0-9a-f-]{36})/revocation")
                .matcher(principal.get("/alerts/" + alert + "/links").body()).results().map(m -> m.group(1)).toList();
        for (var id : ids) principal.post("/alerts/" + alert + "/links/" + id + "/revocation");
        var gone = stranger.get(first);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("The school revoked this link.", "911").doesNotContain("Ocotillo High");
        assertThat(stranger.get(second + "/incident.eido.json").statusCode()).isEqualTo(410);
        String third = made(principal, alert);
        clock.setTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(stranger.get(third).statusCode()).isEqualTo(410);
        assertThat(stranger.get(third).body()).contains("This link has expired.");
        assertThat(whats()).containsExactlyInAnyOrder("PAGE", "CAP", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
    }

    @Test
    void theFilesAreSignedCapAndEido() throws Exception {
        var drill = stored(AlertStatus.EXERCISE, ProtocolAction.SECURE);
        principal.post("/alerts/" + drill + "/change", "action", "EVACUATE", "why", "smoke where Little Sam is");
        String link = made(principal, drill);
        String cap = stranger.get(link + "/alert.cap.xml").body();
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(seal.publicKey())));
        var check = CapCheck.of(cap.getBytes(StandardCharsets.UTF_8), key, null);
        assertThat(check.faults()).isEmpty();
        assertThat(check.signature()).isEqualTo(CapSignature.Verdict.VALID);
        assertThat(check.message().orElseThrow().status()).isEqualTo(CapMessage.Status.Exercise);
        assertThat(check.message().orElseThrow().msgType()).isEqualTo(CapMessage.MsgType.Update);
        assertThat(check.message().orElseThrow().references()).hasSize(1);
        String eido = stranger.get(link + "/incident.eido.json").body();
        assertThat(JsonMapper.builder().build().readTree(eido).at("/incidentComponent/incidentTypeCommonRegistryText")
                .asString()).isEqualTo("INFO");
        assertThat(cap + eido).doesNotContain("Little Sam");
    }

    @Test
    void whatIsNoLinkIsNotThereAndNobodyElseMakesOne() {
        var alert = stored(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        String link = made(principal, alert);
        assertThat(stranger.get("/r/x").statusCode()).isEqualTo(404);
        int last = link.length() - 3; // the very last letters hold bits that mean nothing
        assertThat(stranger
                .get(link.substring(0, last) + (link.charAt(last) == 'A' ? 'B' : 'A') + link.substring(last + 1))
                .statusCode()).isEqualTo(404);
        assertThat(member("teacher", Role.TEACHER, day.school).get("/alerts/" + alert + "/links").statusCode())
                .isEqualTo(403);
        var strangers = story.cast();
        assertThat(visitor.signedIn(strangers.coordinator(), strangers.agency(), Role.COORDINATOR)
                .get("/alerts/" + alert + "/links").statusCode()).isEqualTo(404);
        assertThat(principal.post("/alerts/" + alert + "/links", "forWhom", "x", "contact", "somebody", "hours", "99")
                .statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.execute("update emergencies.responder_link set expires_at = expires_at + interval '1 hour'")))
                .hasStackTraceContaining("permission denied");
    }

    private List<String> whats() {
        return story.as(day.cast.agency(),
                () -> db.select(RESPONDER_OPENING.WHAT).from(RESPONDER_OPENING).fetch(RESPONDER_OPENING.WHAT));
    }

    private static String made(Visit by, UUID alert) {
        var address = ADDRESS.matcher(by.post("/alerts/" + alert + "/links", "forWhom", "Mesquite dispatch", "contact",
                "+1 480 555 0199", "hours", "4").body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private UUID stored(AlertStatus status, ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action,
                "", null, "Room 12", "Little Sam is here", LaneEntry.Source.WEB, null,
                "Ana Cruz", null, clock.instant());
        for (var listener : listeners) listener.store(List.of(press));
        return press.id();
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
