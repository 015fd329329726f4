package org.daywatch.emergencies.reach.push;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.emergencies.reach.escalation.AlertMessage;
import org.daywatch.emergencies.reach.escalation.Attempt;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Elapsed;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which of my browsers may wake me; and the words a woken browser fetches, which is the receipt. */
@Controller
@Needs(Permission.ALERT_READ)
@EnableConfigurationProperties(PushSettings.class)
class PushPages {

    private final PushStore store;
    private final PushKey key;
    private final PushSettings settings;
    private final AttemptStore attempts;
    private final AlertStore alerts;
    private final AlertMessage message;
    private final Elapsed elapsed;
    private final Campuses campuses;
    private final ReachStore reach;
    private final AuditLog audit;
    private final HelpCalls calls;
    private final Clock clock;

    PushPages(PushStore store, PushKey key, PushSettings settings, AttemptStore attempts, AlertStore alerts,
            AlertMessage message, Elapsed elapsed, Campuses campuses, ReachStore reach,
            AuditLog audit, HelpCalls calls, Clock clock) {
        this.calls = calls;
        this.store = store;
        this.key = key;
        this.settings = settings;
        this.attempts = attempts;
        this.alerts = alerts;
        this.message = message;
        this.elapsed = elapsed;
        this.campuses = campuses;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/me/push")
    ModelAndView mine(Page page, Actor actor) {
        return new ModelAndView("emergencies/reach/push/push", Map.of("page", page.titled("push.title"),
                "subscriptions", store.of(actor.person()), "key", key.publicKey()));
    }

    @PostMapping("/me/push")
    @Transactional
    public ResponseEntity<Void> subscribe(Actor actor, @RequestParam String endpoint, @RequestParam String p256dh,
            @RequestParam String auth, @RequestParam(defaultValue = "") String label) {
        store.save(Subscription.read(Ids.next(), actor.person(), endpoint, p256dh, auth, label, clock.instant(),
                settings.services()));
        audit.act("PushAllowed", "person " + actor.person(), Map.of());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/me/push/{id}/revocation")
    @Transactional
    public ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        if (!store.revoke(actor.person(), id)) throw new NotFound("push subscription " + id);
        audit.act("PushRevoked", "person " + actor.person(), Map.of());
        Flashes.say(response, "success", page.t("push.revoked"));
        return new ModelAndView("redirect:/me/push");
    }

    /**
     * What a push message says, to the person it was for and while it is news: what their screens show, whatever they
     * were made to do.
     */
    @GetMapping("/push/{attempt}")
    @Transactional
    public ResponseEntity<Map<String, String>> words(Page page, Actor actor, @PathVariable("attempt") UUID id) {
        var attempt = attempts.find(id).filter(a -> a.person().equals(actor.person()))
                .orElseThrow(() -> new NotFound("push message " + id));
        var alert = alerts.find(attempt.alert()).map(a -> a.seenBy(actor.person()))
                .orElseThrow(() -> new NotFound("alert " + attempt.alert()));
        var now = clock.instant();
        if (alert.state().over() || attempt.stale(elapsed.since(alert.agencyId(), id, attempt.at())))
            return ResponseEntity.status(410).build();
        reach.receive(
                new LaneEntry.Ack(id, alert.agencyId(), alert.districtId(), alert.schoolId(), alert.id(),
                        attempt.told(), LaneEntry.Kind.DELIVERED, actor.person(), actor.name(), "", now),
                Way.PUSH);
        attempts.write(id, Attempt.Fate.RECEIVED, "");
        var school = campuses.find(alert.schoolId()).orElseThrow(() -> new NotFound("school " + alert.schoolId()));
        var news = calls.news(alert, actor.person(), page.lang());
        var words = news
                .orElseGet(() -> message.words(alert, school, page.lang(), actor.tenant(), actor.person()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(Map.of("title", words.subject(), "body", words.body(), "link",
                        news.isPresent() ? "/alert?school=" + school.id() : "/alerts/" + alert.id(), "tag",
                        alert.id().toString(),
                        "quiet", alert.status() == AlertStatus.TEST ? "true" : ""));
    }
}
