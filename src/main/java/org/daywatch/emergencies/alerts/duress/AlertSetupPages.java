package org.daywatch.emergencies.alerts.duress;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a school agrees on before anything happens. */
@Controller
@Needs(Permission.ALERT_SETUP)
public class AlertSetupPages {

    private final AlertPlaces places;
    private final DuressWords words;
    private final AuditLog audit;

    AlertSetupPages(AlertPlaces places, DuressWords words, AuditLog audit) {
        this.places = places;
        this.words = words;
        this.audit = audit;
    }

    public record Line(Campus school, boolean agreed) {}

    @GetMapping("/alerts/words")
    ModelAndView words(Page page, Actor actor) {
        return new ModelAndView("emergencies/alerts/duress/words",
                Map.of("page", page.titled("alerts.word.title"), "lines",
                        places.of(actor).stream().map(school -> new Line(school, words.agreed(school.id()))).toList()));
    }

    @PostMapping("/alerts/words/{school}")
    ModelAndView agree(Page page, Actor actor, @PathVariable UUID school, @RequestParam(defaultValue = "") String word,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.on(page, response, "/alerts/words", () -> {
            words.agree(places.agency(actor), campus, word);
            audit.act("DuressWordAgreed", "school " + school, Map.of());
            Flashes.say(response, "success", page.t("alerts.word.said", campus.name()));
            return new ModelAndView("redirect:/alerts/words");
        });
    }
}
