package org.daywatch.restorative.repair.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;
import org.daywatch.restorative.agreements.PunishingPhrase.Found;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceCommand;
import org.daywatch.restorative.conferences.ConferenceEnd;
import org.daywatch.restorative.conferences.ConferenceFile.Meeting;
import org.daywatch.restorative.conferences.ConferenceKind;
import org.daywatch.restorative.conferences.Participant;
import org.daywatch.restorative.conferences.Screening;
import org.daywatch.restorative.conferences.Screening.Answer;
import org.daywatch.restorative.repair.ConferenceCommands;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.RestorativeWords;
import org.daywatch.restorative.repair.pages.ConferenceWords.There;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What whoever leads a conference does on its page, one act after the other. */
@Controller
@Needs(Permission.CONFERENCES_WORK)
class ConferenceActPages {

    /** So many promises can be written at once. */
    static final int PROMISES = 4;
    private static final int LONGEST = 300;
    private static final int MOST_VERSIONS = 99_999;

    private final ConferenceDoor door;
    private final ConferenceCommands commands;
    private final ConferencePages pages;
    private final RestorativeWords words;

    ConferenceActPages(ConferenceDoor door, ConferenceCommands commands, ConferencePages pages,
            RestorativeWords words) {
        this.door = door;
        this.commands = commands;
        this.pages = pages;
        this.words = words;
    }

    interface Doing {
        ConferenceCommand of(Entry at, Conference c, TypedForm typed);
    }

    @PostMapping("/restorative/{id}/accept")
    ModelAndView accept(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "accept", (at, c, typed) -> new ConferenceCommand.Accept(
                typed.one("kind", ConferenceKind.class).orElse(ConferenceKind.CIRCLE),
                new Screening(answer(typed, "weapon"), answer(typed, "abuse"), answer(typed, "power"),
                        answer(typed, "admits")),
                at.today(), at.by()));
    }

    private static Answer answer(TypedForm typed, String field) {
        return typed.one(field, Answer.class).orElse(Answer.NOT_KNOWN);
    }

    /** An officer comes only where a named educator invites them. */
    @PostMapping("/restorative/{id}/officer")
    ModelAndView officer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "officer", (at, c, typed) -> {
            var officers = door.officers(at);
            var said = typed.text("officer");
            if (said.isEmpty()) return new ConferenceCommand.Invite(null, "", "", at.by());
            var whom = officers.entrySet().stream().filter(o -> o.getKey().toString().equals(said)).findFirst();
            if (whom.isEmpty()) typed.wrong("officer", "conference.wrong.officer");
            return new ConferenceCommand.Invite(whom.map(Map.Entry::getKey).orElse(null),
                    whom.map(Map.Entry::getValue).orElse(""),
                    ConferenceWords.filled(typed, "educator", "educator", 200), at.by());
        });
    }

    /** When and where they will meet. */
    @PostMapping("/restorative/{id}/arranged")
    ModelAndView arrange(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "arranged", (at, c, typed) -> {
            var day = typed.day("meets");
            if (day.isBefore(at.today())) typed.wrong("meets", "conference.wrong.meetsday");
            return new ConferenceCommand.Arrange(
                    new Meeting(day, typed.time("time"), ConferenceWords.filled(typed, "room", "room", 100)),
                    at.today(), at.by());
        });
    }

    @PostMapping("/restorative/{id}/meeting")
    ModelAndView hold(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "meeting", (at, c, typed) -> {
            var there = typed.one("there", There.class);
            var without = there.filter(t -> t == There.NO).isEmpty()
                    ? ""
                    : ConferenceWords.filled(typed, "without", "without", LONGEST);
            return new ConferenceCommand.Hold(door.isConsented(c), there.filter(t -> t == There.YES).isPresent(),
                    without, typed.within("helpers", LONGEST), at.today(), at.by());
        });
    }

    /** A line whose first field is empty is no promise; what would punish is sent back with the words it found. */
    @PostMapping("/restorative/{id}/agreement")
    ModelAndView agree(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "agreement", (at, c, typed) -> {
            var promises = new ArrayList<Promise>();
            var punishing = new ArrayList<Found>();
            for (int i = 0; i < PROMISES; i++) {
                var what = typed.within("what-" + i, LONGEST);
                if (what.isBlank()) continue;
                for (var field : List.of("what-" + i, "check-" + i)) {
                    var found = words.punishing(typed.text(field), at.today());
                    found.stream().findFirst().ifPresent(
                            f -> typed.wrong(field, page.t("conference.punishes." + f.rule(), f.words())));
                    punishing.addAll(found);
                }
                promises.add(new Promise(promises.size() + 1, owner(c, typed, "owner-" + i), what,
                        typed.day("by-" + i), ConferenceWords.filled(typed, "check-" + i, "check", LONGEST),
                        Kept.OPEN));
            }
            return new ConferenceCommand.Agree(promises, punishing, at.today(), at.by());
        });
    }

    private static String owner(Conference c, TypedForm typed, String field) {
        var said = typed.text(field);
        if (said.equals("SCHOOL")) return "";
        var student = c.file().participants().stream().filter(p -> p.id().toString().equals(said))
                .map(Participant::name).findFirst();
        if (student.isEmpty()) typed.wrong(field, "conference.wrong.owner");
        return student.orElse("");
    }

    @PostMapping("/restorative/{id}/no-agreement")
    ModelAndView partWithout(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "none",
                (at, c, typed) -> new ConferenceCommand.PartWithout(at.today(), at.by()));
    }

    @PostMapping("/restorative/{id}/promises/{number}")
    ModelAndView check(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable int number, @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "check", (at, c, typed) -> new ConferenceCommand.Check(number,
                typed.one("kept", Kept.class).orElse(Kept.OPEN), at.by()));
    }

    @PostMapping("/restorative/{id}/talks")
    ModelAndView talk(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "talk", (at, c, typed) -> {
            LocalDate day = typed.day("day");
            return new ConferenceCommand.Talk(day, at.today(), at.by());
        });
    }

    @PostMapping("/restorative/{id}/again")
    ModelAndView again(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "again",
                (at, c, typed) -> new ConferenceCommand.MeetAgain(at.today(), at.by()));
    }

    @PostMapping("/restorative/{id}/close")
    ModelAndView close(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "close",
                (at, c, typed) -> new ConferenceCommand.Close(at.today(), at.by()));
    }

    @PostMapping("/restorative/{id}/off")
    ModelAndView callOff(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "off", (at, c, typed) -> new ConferenceCommand.CallOff(
                typed.one("reason", ConferenceEnd.class).orElse(ConferenceEnd.OTHER_WAY), at.today(), at.by()));
    }

    @PostMapping("/restorative/{id}/counselor")
    ModelAndView handOver(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "/restorative", "given", (at, c, typed) -> {
            var to = door.counselors(at.school()).stream().map(one -> one.person())
                    .filter(p -> p.toString().equals(typed.text("counselor"))).findFirst();
            if (to.isEmpty()) typed.wrong("counselor", "conference.wrong.counselor");
            return new ConferenceCommand.HandOver(to.orElse(c.lead()), at.by());
        });
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, Doing doing) {
        return act(page, actor, response, id, form, "/restorative/" + id, name, doing);
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String next, String name, Doing doing) {
        return Act.typed(page, response, next, "conference.said." + name, name, form,
                again -> pages.one(again, actor, id, ""), () -> door.with(actor, id, (at, c) -> {
                    var typed = new TypedForm("conference", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var command = doing.of(at, c, typed);
                    typed.check();
                    return commands.act(id, version, now -> command);
                }));
    }
}
