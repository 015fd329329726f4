package org.daywatch.relationships.threats.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for the parent about their own child, in their language. Parents have no account: somebody of the team
 * prints it or reads it out, and who did stands in the case before it is shown.
 */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class ParentAccountPages {

    private static final int LONGEST = 1500;

    private final ThreatDoor door;
    private final ThreatForms forms;
    private final ThreatPages pages;
    private final Disclosures disclosures;

    ParentAccountPages(ThreatDoor door, ThreatForms forms, ThreatPages pages, Disclosures disclosures) {
        this.disclosures = disclosures;
        this.door = door;
        this.forms = forms;
        this.pages = pages;
    }

    /** One of ours. */
    static String language(String asked) {
        return Texts.LANGUAGES.contains(asked) ? asked : Texts.LANGUAGES.getFirst();
    }

    @PostMapping("/threats/{id}/account")
    ModelAndView print(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        var language = language(form.getOrDefault("language", ""));
        return forms.act(page, actor, response, id, form, "printed", "/threats/" + id + "/account?language=" + language,
                again -> pages.one(again, actor, id),
                (at, c, typed) -> new ThreatCommand.PrintAccount(at.today(), language,
                        typed.must("summary", LONGEST), at.by()));
    }

    /** Only for whoever has written down today that they print it. */
    @GetMapping("/threats/{id}/account")
    ModelAndView account(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String language) {
        return door.with(actor, id, (at, c) -> {
            var printed = c.file().printed().reversed().stream().filter(p -> p.by().equals(actor.name())
                    && p.day().equals(at.today()) && p.language().equals(language(language))).findFirst()
                    .orElseThrow(() -> new NotFound("the account of " + id));
            return new ModelAndView("relationships/threats/pages/account", Map.of("page",
                    page.titled("threats.account"), "said", page.in(language(language)), "at", at, "threat", c,
                    "printed", printed, "disclosed", disclosures.of(at, c)));
        });
    }
}
