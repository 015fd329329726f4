package org.daywatch.emergencies.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which addresses hear of incidents, and what became of each message to them. */
@Controller
@Needs(Permission.ALERT_SETUP)
public class WebhookPages {

    private static final int MOST = 10_000;

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final WebhookLog log;
    private final WebhookRounds rounds;
    private final AuditLog audit;
    private final HomeTime home;

    WebhookPages(Webhooks webhooks, WebhookDeliveries deliveries, WebhookLog log, WebhookRounds rounds, AuditLog audit,
            HomeTime home) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.rounds = rounds;
        this.audit = audit;
        this.home = home;
    }

    /** @param key just made, shown this once; @param keyOf whose it is */
    public record View(List<Webhook> webhooks, int dead, @Nullable String key, @Nullable UUID keyOf, ZoneId zone) {}

    @GetMapping("/webhooks")
    ModelAndView list(Page page, Actor actor) {
        return view(page, actor, null);
    }

    @Needs(value = Permission.ALERT_SETUP, stepUp = true)
    @PostMapping("/webhooks")
    ModelAndView add(Page page, Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return Act.form(page, form, again -> view(again, actor, null), () -> {
            var statuses = Arrays.stream(AlertStatus.values())
                    .filter(s -> form.getOrDefault("of" + s, "").equals("true")).collect(Collectors.toSet());
            return view(page, actor,
                    webhooks.add(actor, form.getOrDefault("name", ""), form.getOrDefault("address", ""),
                            form.getOrDefault("format", ""), form.getOrDefault("dispatch",
                                    "").equals("true"),
                            statuses));
        });
    }

    @Needs(value = Permission.ALERT_SETUP, stepUp = true)
    @PostMapping("/webhooks/{id}/key")
    ModelAndView renewKey(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return view(page, actor, webhooks.renewKey(actor, id));
    }

    @PostMapping("/webhooks/{id}/stopping")
    ModelAndView stop(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        webhooks.stop(actor, id);
        Flashes.say(response, "success", page.t("webhooks.said.stopped"));
        return new ModelAndView("redirect:/webhooks");
    }

    @Needs({Permission.ALERT_SETUP, Permission.OPERATIONS_READ})
    @GetMapping("/webhooks/deliveries")
    ModelAndView deliveries(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var placed = paging.of(log.count(paging, actor));
        return new ModelAndView("emergencies/webhooks/deliveries", Map.of("page", page.titled("webhooks.log"), "paging",
                placed, "rows", log.list(placed, actor, placed.size())));
    }

    @Needs({Permission.ALERT_SETUP, Permission.OPERATIONS_READ})
    @GetMapping("/webhooks/deliveries.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        var paging = paging(all);
        audit.act("WebhookDeliveriesExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "webhook-deliveries.csv",
                List.of("at", "webhook", "school", "incident", "version", "event", "status", "action", "state",
                        "attempts", "sent_at", "error"),
                log.list(paging, actor, MOST).stream()
                        .map(r -> Arrays.asList(r.at(), r.name(), r.school(), r.incident(), r.version(), r.event(),
                                r.status(), r.action(), r.delivery(),
                                r.attempts(), r.sentAt(), r.error())));
    }

    @Needs({Permission.ALERT_SETUP, Permission.OPERATIONS_EDIT})
    @PostMapping("/webhooks/deliveries/{id}/resending")
    ModelAndView again(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        if (!log.theirs(actor, id) || !deliveries.again(id)) throw new NotFound("dead webhook message " + id);
        audit.act("WebhookResent", "webhook message " + id, Map.of());
        rounds.wake(actor.tenant());
        Flashes.say(response, "success", page.t("webhooks.said.again"));
        return new ModelAndView("redirect:/webhooks/deliveries");
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/webhooks/deliveries", parameters, WebhookLog.SORTABLE, "-at");
    }

    private ModelAndView view(Page page, Actor actor, Webhooks.@Nullable Made made) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("webhooks.title"));
        model.put("view", new View(webhooks.list(actor), log.dead(actor), made == null ? null : made.key(),
                made == null ? null : made.id(), home.zone()));
        return new ModelAndView("emergencies/webhooks/webhooks", model);
    }
}
