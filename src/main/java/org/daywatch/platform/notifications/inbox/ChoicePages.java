package org.daywatch.platform.notifications.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.notifications.Channel;
import org.daywatch.platform.notifications.Choice;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.StateZones;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How I want to be told: by mail, by text message, and between which hours not. */
@Controller
@Needs(Permission.OWN_ACCOUNT)
class ChoicePages {

    /** Zones of the United States a person may live in. */
    static final List<String> ZONES = StateZones.ZONES.stream().map(ZoneId::getId).toList();

    private final HomeTime home;
    private final ChoiceStore store;
    private final AuditLog audit;

    ChoicePages(ChoiceStore store, AuditLog audit, HomeTime home) {
        this.home = home;
        this.store = store;
        this.audit = audit;
    }

    @GetMapping("/me/notifications")
    ModelAndView form(Page page, Actor actor) {
        return view(page, store.of(actor.person()));
    }

    @PostMapping("/me/notifications")
    ModelAndView save(Page page, Actor actor, @RequestParam Map<String, String> values, HttpServletResponse response) {
        var errors = new LinkedHashMap<String, String>();
        var channels = EnumSet.of(Channel.IN_APP);
        if (values.getOrDefault("email", "").equals("true")) channels.add(Channel.EMAIL);
        if (values.getOrDefault("sms", "").equals("true")) channels.add(Channel.SMS);
        String phone = values.getOrDefault("phone", "").replaceAll("[\\s().-]", "");
        if (phone.matches("[2-9][0-9]{9}")) phone = "+1" + phone;
        if (!phone.isEmpty() && !phone.matches("\\+[1-9][0-9]{7,14}"))
            errors.put("phone", page.t("choices.phone.wrong", values.get("phone")));
        if (phone.isEmpty() && channels.contains(Channel.SMS)) errors.put("phone", page.t("choices.phone.missing"));
        var from = time(page, values, "quietFrom", errors);
        var to = time(page, values, "quietTo", errors);
        boolean readable = !errors.containsKey("quietFrom") && !errors.containsKey("quietTo");
        if (readable && (from == null) != (to == null))
            errors.put(from == null ? "quietFrom" : "quietTo", page.t("choices.quiet.half"));
        String zone = ZONES.contains(values.getOrDefault("zone", "")) ? values.get("zone") : home.zone().getId();
        if (!errors.isEmpty()) {
            response.setStatus(400);
            return view(page.with(errors, values), store.of(actor.person()));
        }
        store.save(actor.person(), new Choice(channels, phone, from, to, ZoneId.of(zone)));
        audit.act("ChangedNotificationChoices", "person " + actor.person(), Map.of("channels", channels));
        Flashes.say(response, "success", page.t("choices.saved"));
        return new ModelAndView("redirect:/me/notifications");
    }

    private static ModelAndView view(Page page, Choice choice) {
        return new ModelAndView("platform/notifications/inbox/choices",
                Map.of("page", page.titled("choices.title"), "choice", choice, "zones", ZONES));
    }

    private static @Nullable LocalTime time(Page page, Map<String, String> values, String name,
            Map<String, String> errors) {
        String text = values.getOrDefault(name, "").strip();
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            errors.put(name, page.t("choices.quiet.wrong", text));
            return null;
        }
    }
}
