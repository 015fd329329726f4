package org.daywatch.restorative.diversions.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.diversions.Diversion;
import org.daywatch.restorative.diversions.DiversionCommand;
import org.daywatch.restorative.diversions.DiversionCommand.Exclude;
import org.daywatch.restorative.diversions.DiversionCommand.Hand;
import org.daywatch.restorative.diversions.DiversionCommand.Help;
import org.daywatch.restorative.diversions.DiversionCommand.Offer;
import org.daywatch.restorative.diversions.DiversionCommand.Reply;
import org.daywatch.restorative.diversions.DiversionCommand.Settle;
import org.daywatch.restorative.diversions.DiversionCommand.Strike;
import org.daywatch.restorative.diversions.DiversionCommands;
import org.daywatch.restorative.diversions.DiversionDoor;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.diversions.DiversionFile.Answer;
import org.daywatch.restorative.diversions.DiversionRules;
import org.daywatch.restorative.diversions.Exclusion;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.daywatch.restorative.repair.StudentRecords;
import org.daywatch.restorative.repair.pages.StudentChoices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One student: what was offered and answered, and what is done next. */
@Controller
@Needs(Permission.DIVERSIONS_WORK)
class DiversionActPages {

    private static final int MOST_VERSIONS = 99_999;
    private static final int MOST_OFFERS = 99;
    private static final int MOST_DAYS = 180;
    private static final int LONGEST = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private final DiversionDoor door;
    private final DiversionCommands commands;
    private final DiversionRules rules;
    private final RestorativeWords words;
    private final ConferenceDoor places;

    DiversionActPages(DiversionDoor door, DiversionCommands commands, DiversionRules rules, RestorativeWords words,
            ConferenceDoor places) {
        this.door = door;
        this.commands = commands;
        this.rules = rules;
        this.words = words;
        this.places = places;
    }

    /** What a form says is to be done. */
    private interface Read {
        DiversionCommand of(Entry at, Diversion d, TypedForm typed);
    }

    /** @param purpose why a principal reads what is written */
    @GetMapping("/diversions/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose) {
        return door.with(actor, id, (at, d) -> shown(page, at, d, purpose));
    }

    /** What would punish is no help: it is sent back with the words it found. */
    @PostMapping("/diversions/{id}/offers")
    ModelAndView offer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, "offer", form, (at, d, typed) -> {
            var kind = new StudentChoices("diversion", typed, words, places, at).label("kind", Label.Kind.OFFER);
            var said = typed.within("words", LONGEST);
            words.punishing(said, at.today()).stream().findFirst().ifPresent(
                    f -> typed.wrong("words", page.t("conference.punishes." + f.rule(), f.words())));
            return new Offer(kind, said, typed.day("on"), at.today(), actor.name());
        });
    }

    @PostMapping("/diversions/{id}/answers")
    ModelAndView answer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form(form, "answer"), form, (at, d, typed) -> new Reply(offer(typed),
                typed.one("answer", Answer.class).orElse(Answer.WAITING), typed.day("on"), at.today(), actor.name()));
    }

    @PostMapping("/diversions/{id}/help")
    ModelAndView help(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form(form, "help"), form,
                (at, d, typed) -> new Help(offer(typed), typed.day("on"), at.today(), actor.name()));
    }

    @PostMapping("/diversions/{id}/settle")
    ModelAndView settle(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, "settle", form,
                (at, d, typed) -> new Settle(typed.must("words", LONGEST), typed.day("on"), at.today(), actor.name()));
    }

    /** The school decides; Daywatch says whether help came first. */
    @Needs(Permission.DIVERSIONS_EXCLUDE)
    @PostMapping("/diversions/{id}/exclude")
    ModelAndView exclude(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, "exclude", form, (at, d, typed) -> new Exclude(
                typed.one("exclusion", Exclusion.class).orElse(Exclusion.OTHER_SCHOOL),
                typed.number("days", 1, MOST_DAYS, "diversion.wrong.days"),
                d.file().isAnswered() ? null : typed.one("without", Without.class).orElse(null),
                typed.must("words", LONGEST), typed.day("on"), at.today(), actor.name()));
    }

    @PostMapping("/diversions/{id}/strike")
    ModelAndView strike(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, "strike", form, (at, d, typed) -> new Strike(typed.must("words", LONGEST),
                at.today(), at.today(), actor.name()));
    }

    @PostMapping("/diversions/{id}/counselor")
    ModelAndView hand(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, "hand", form, (at, d, typed) -> {
            var to = new StudentChoices("diversion", typed, words, places, at).counselor();
            if (typed.text("counselor").isEmpty()) typed.wrong("counselor", "diversion.wrong.counselor");
            return new Hand(to == null ? NOBODY : to, at.today(), at.today(), actor.name());
        });
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, String name,
            Map<String, String> form, Read read) {
        return door.with(actor, id, (at, d) -> {
            var purpose = form.getOrDefault("purpose", "");
            return Act.typed(page, name, form, again -> shown(again, at, d, purpose), () -> {
                if (!door.reads(at, d, StudentRecords.purpose(at, purpose))) throw new NotFound("diversion " + id);
                var typed = new TypedForm("diversion", form);
                int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                var command = read.of(at, d, typed);
                typed.check();
                var then = commands.act(id, version, command);
                Flashes.say(response, "success",
                        page.t("diversion.said." + command.getClass().getSimpleName()));
                boolean gone = !then.counselor().equals(d.counselor()) && !then.counselor().equals(actor.person());
                return new ModelAndView("redirect:" + (gone && purpose.isEmpty() ? "/diversions" : next(id, purpose)));
            });
        });
    }

    /** Each offer has forms of its own. */
    private static String form(Map<String, String> form, String name) {
        return name + "-" + form.getOrDefault("offer", "");
    }

    private static int offer(TypedForm typed) {
        return typed.mustNumber("offer", 1, MOST_OFFERS);
    }

    private static String next(UUID id, String purpose) {
        return "/diversions/" + id + (purpose.matches("HELP|SAFETY") ? "?purpose=" + purpose : "");
    }

    private ModelAndView shown(Page page, Entry at, Diversion d, String purpose) {
        boolean text = door.reads(at, d, StudentRecords.purpose(at, purpose));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("diversion.one"), "at", at, "row",
                DiversionRow.of(d, rules.due(d, at.school()), at.today()), "text", text, "purpose",
                purpose.matches("HELP|SAFETY") ? purpose : "", "kinds", words.labels(Label.Kind.OFFER, at.today()),
                "counselors", places.counselors(at.school()), "excludes",
                at.actor().may(Permission.DIVERSIONS_EXCLUDE)));
        return new ModelAndView("restorative/diversions/pages/diversion", model);
    }
}
