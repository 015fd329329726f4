package org.daywatch.relationships.threats.requests.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.daywatch.relationships.threats.disclosures.pages.DisclosureLine;
import org.daywatch.relationships.threats.requests.RecordsRequest.Asker;
import org.daywatch.relationships.threats.requests.RecordsRequest.How;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands.Asking;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor.Asked;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Requests of parents for the record of an assessment: what is due first, one of them, and entering one. */
@Controller
@Needs(value = Permission.RECORDS_ASKED_READ, hidden = true)
class RecordsRequestPages {

    private final RecordsRequestDoor door;
    private final RecordsRequestCommands commands;
    private final Disclosures disclosures;
    private final RecordsDraft drafts;

    RecordsRequestPages(RecordsRequestDoor door, RecordsRequestCommands commands, Disclosures disclosures,
            RecordsDraft drafts) {
        this.door = door;
        this.commands = commands;
        this.disclosures = disclosures;
        this.drafts = drafts;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry recordsRequestsEntry(RecordsRequestDoor door) {
            return NavEntry.of(NavPart.SAFETY, 77, "asked.nav", "/records/requests", "assignment",
                    Permission.RECORDS_ASKED_READ).when(actor -> door.isOpen());
        }
    }

    @GetMapping("/records/requests")
    ModelAndView list(Page page, Actor actor) {
        if (!door.isOpen()) throw new NotFound("requests of parents");
        return new ModelAndView("relationships/threats/requests/pages/requests",
                Map.of("page", page.titled("asked.title"), "rows", door.list(actor), "enters",
                        actor.may(Permission.RECORDS_ASKED_EDIT)));
    }

    @Needs(value = Permission.RECORDS_ASKED_EDIT, hidden = true)
    @GetMapping("/records/requests/new")
    ModelAndView fresh(Page page, Actor actor) {
        return new ModelAndView("relationships/threats/requests/pages/new",
                Map.of("page", page.titled("asked.new"), "schools", door.schools(actor)));
    }

    @Needs(value = Permission.RECORDS_ASKED_EDIT, hidden = true)
    @PostMapping("/records/requests")
    ModelAndView enter(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam Map<String, String> form) {
        var schools = door.schools(actor);
        return Act.form(page, form, "day", again -> fresh(again, actor), () -> {
            var asking = asking(schools, form);
            var entered = commands.enter(actor, formId, asking);
            boolean found = entered.onFile();
            if (found && asking.none()) Flashes.say(response, "warning", page.t("asked.said.found"));
            else Flashes.say(response, "success", page.t(found ? "asked.said.entered" : "asked.said.none"));
            return new ModelAndView("redirect:/records/requests"
                    + (entered.requests().size() == 1 ? "/" + entered.requests().getFirst() : ""));
        });
    }

    private static Asking asking(List<Campus> schools, Map<String, String> form) {
        var typed = new TypedForm("asked", form);
        var chosen = typed.text("school");
        var school = schools.stream().filter(s -> s.id().toString().equals(chosen)).findFirst();
        if (school.isEmpty()) typed.wrong("school", "asked.wrong.school");
        var student = typed.must("student", 200);
        var kind = typed.one("kind", Kind.class).orElse(Kind.INSPECT);
        var asker = new Asker(typed.must("name", 200), typed.one("how", How.class).orElse(How.DESK),
                typed.must("relation", 200));
        var day = typed.day("day");
        typed.check();
        return new Asking(school.orElseThrow(), student, typed.text("none").equals("true"), kind, asker, day);
    }

    @GetMapping("/records/requests/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String paper) {
        return shown(page, actor, door.get(actor, id), Texts.LANGUAGES.contains(paper) ? paper : "");
    }

    private ModelAndView shown(Page page, Actor actor, Asked asked, String begun) {
        boolean enters = actor.may(Permission.RECORDS_ASKED_EDIT);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("asked.one"), "asked", asked, "enters",
                enters, "draft", drafts.of(page, asked, begun), "begun", !begun.isEmpty(), "disclosed",
                asked.of().map(seen -> disclosures.kept(seen).stream()
                        .map(DisclosureLine.of(page, asked.school().zone(), disclosures.now())).toList())
                        .orElse(List.of())));
        return new ModelAndView("relationships/threats/requests/pages/request", model);
    }
}
