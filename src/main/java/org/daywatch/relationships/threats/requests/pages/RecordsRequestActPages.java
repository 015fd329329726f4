package org.daywatch.relationships.threats.requests.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.requests.RecordsRequest.Ground;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done about one request: by whoever answers it, and by those who read the assessment. */
@Controller
@Needs(value = Permission.RECORDS_ASKED_EDIT, hidden = true)
class RecordsRequestActPages {

    private static final int LONGEST = 1000;
    /** Of a whole record, as somebody made it ready. */
    private static final int LONGEST_PAPER = 40_000;
    private static final int MOST_VERSIONS = 99_999;

    private final RecordsRequestDoor door;
    private final RecordsRequestCommands commands;
    private final RecordsRequestPages pages;

    RecordsRequestActPages(RecordsRequestDoor door, RecordsRequestCommands commands, RecordsRequestPages pages) {
        this.door = door;
        this.commands = commands;
        this.pages = pages;
    }

    @PostMapping("/records/requests/{id}/identity")
    ModelAndView identity(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "identity", typed -> {
            var how = typed.must("how", LONGEST);
            return by -> new RecordsRequestCommand.CheckIdentity(how, by);
        });
    }

    @PostMapping("/records/requests/{id}/offer")
    ModelAndView offer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "offer", typed -> {
            var day = typed.day("day");
            var place = typed.must("place", 200);
            return by -> new RecordsRequestCommand.Offer(day, place, by);
        });
    }

    /** By those who read the assessment: the principal and the counselor it was given to. */
    @Needs(value = Permission.RECORDS_ASKED_READ, hidden = true)
    @PostMapping("/records/requests/{id}/paper")
    ModelAndView prepare(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "prepare", typed -> {
            var language = Texts.LANGUAGES.contains(typed.text("language"))
                    ? typed.text("language")
                    : Texts.LANGUAGES.getFirst();
            var paper = typed.must("paper", LONGEST_PAPER);
            return by -> new RecordsRequestCommand.Prepare(language, paper, by);
        });
    }

    @PostMapping("/records/requests/{id}/inspection")
    ModelAndView inspected(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "inspected", typed -> {
            var day = typed.day("day");
            return by -> new RecordsRequestCommand.RecordInspection(day, by);
        });
    }

    @PostMapping("/records/requests/{id}/copy")
    ModelAndView copied(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "copied", typed -> {
            var day = typed.day("day");
            return by -> new RecordsRequestCommand.HandCopy(day, by);
        });
    }

    @PostMapping("/records/requests/{id}/refusal")
    ModelAndView refuse(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "refused", typed -> {
            var ground = typed.one("ground", Ground.class).orElse(Ground.NOT_SHOWN);
            var words = typed.must("words", LONGEST);
            return by -> new RecordsRequestCommand.Refuse(ground, words, by);
        });
    }

    @PostMapping("/records/requests/{id}/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return words(page, actor, response, id, form, "withdrawn", RecordsRequestCommand.Withdraw::new);
    }

    @PostMapping("/records/requests/{id}/statement")
    ModelAndView statement(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return words(page, actor, response, id, form, "statement", RecordsRequestCommand.PlaceStatement::new);
    }

    @Needs(value = Permission.RECORDS_ASKED_READ, hidden = true)
    @PostMapping("/records/requests/{id}/amendment")
    ModelAndView amend(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return words(page, actor, response, id, form, "amended", RecordsRequestCommand.Amend::new);
    }

    @Needs(value = Permission.RECORDS_ASKED_READ, hidden = true)
    @PostMapping("/records/requests/{id}/hearing")
    ModelAndView hearing(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return words(page, actor, response, id, form, "hearing", RecordsRequestCommand.OfferHearing::new);
    }

    /** Makes a command of words. */
    private interface Worded {
        RecordsRequestCommand of(String words, RecordsRequestCommand.By by);
    }

    private ModelAndView words(Page page, Actor actor, HttpServletResponse response, UUID id,
            Map<String, String> form, String name, Worded command) {
        return act(page, actor, response, id, form, name, typed -> {
            var words = typed.must("words", LONGEST);
            return by -> command.of(words, by);
        });
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, Function<TypedForm, RecordsRequestCommands.Doing> reading) {
        var asked = door.get(actor, id);
        return Act.typed(page, response, "/records/requests/" + id, "asked.said." + name, name, form,
                again -> pages.one(again, actor, id, ""), () -> {
                    var typed = new TypedForm("asked", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var doing = reading.apply(typed);
                    typed.check();
                    commands.act(actor, asked, version, doing);
                });
    }
}
