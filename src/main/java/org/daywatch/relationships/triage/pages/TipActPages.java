package org.daywatch.relationships.triage.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.relationships.tips.thread.TipPicture;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipDisclosure;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageCommand;
import org.daywatch.relationships.triage.duty.TipReceivers;
import org.daywatch.relationships.triage.queue.TipReaders.Seen;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.daywatch.relationships.triage.queue.TriageCommands;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What those who read a tip do about it. Whether they may read it is asked before each. */
@Controller
@Needs(value = Permission.TIPS_READ, hidden = true)
class TipActPages {

    private static final int LONGEST = 2000;
    private static final int MOST_VERSIONS = 99_999;

    private final TipReaders readers;
    private final TriageCommands commands;
    private final TriageLists lists;
    private final TipReceivers receivers;
    private final TipQueuePages pages;

    TipActPages(TipReaders readers, TriageCommands commands, TriageLists lists, TipReceivers receivers,
            TipQueuePages pages) {
        this.readers = readers;
        this.commands = commands;
        this.lists = lists;
        this.receivers = receivers;
        this.pages = pages;
    }

    /** Reads the form's fields; what is wrong with them is collected. */
    private interface Reading {
        TriageCommand of(Seen seen, TypedForm typed);
    }

    @Needs(value = Permission.TIPS_TRIAGE, hidden = true)
    @PostMapping("/nameless-tips/{id}/class")
    ModelAndView triage(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "class",
                (seen, typed) -> new TriageCommand.Triage(typed.one("class", TipClass.class).orElse(TipClass.ROUTINE),
                        typed.one("category", TipCategory.class).orElse(TipCategory.OTHER),
                        typed.within("why", LONGEST), seen.at().by()));
    }

    @Needs(value = Permission.TIPS_TRIAGE, hidden = true)
    @PostMapping("/nameless-tips/{id}/routes")
    ModelAndView route(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "route", (seen, typed) -> {
            var to = EnumSet.noneOf(TipReceiver.class);
            Arrays.stream(TipReceiver.values()).filter(one -> typed.text("to" + one).equals("true")).forEach(to::add);
            return new TriageCommand.Route(to, lists.forPolice(readers.today(seen)), disclosure(seen, typed),
                    seen.at().by());
        });
    }

    /** Of a life there is one ground. Why it is sent stays with the school. */
    private TipDisclosure disclosure(Seen seen, TypedForm typed) {
        var ground = seen.tip().tipClass() == TipClass.LIFE_SAFETY
                ? Ground.CFR_99_36
                : Arrays.stream(Ground.values()).filter(one -> one.name().equals(typed.text("ground"))).findFirst()
                        .orElse(Ground.NONE);
        return new TipDisclosure(ground, typed.within("threat", LONGEST), receivers.police(seen.tip().district()));
    }

    @Needs(value = Permission.TIPS_TRIAGE, hidden = true)
    @PostMapping("/nameless-tips/{id}/link")
    ModelAndView link(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "link", (seen, typed) -> {
            var other = typed.id("other");
            typed.check();
            readers.with(actor, other, (at, found) -> found); // one they may read
            return new TriageCommand.Link(other, seen.at().by());
        });
    }

    @PostMapping("/nameless-tips/{id}/acknowledgment")
    ModelAndView acknowledge(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "acknowledge",
                (seen, typed) -> new TriageCommand.Acknowledge(seen.at().by()));
    }

    @Needs(value = Permission.TIPS_WORK, hidden = true)
    @PostMapping("/nameless-tips/{id}/work")
    ModelAndView work(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "work", (seen, typed) -> new TriageCommand.Work(seen.at().by()));
    }

    @Needs(value = Permission.TIPS_WORK, hidden = true)
    @PostMapping("/nameless-tips/{id}/end")
    ModelAndView close(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "close", (seen, typed) -> {
            var outcomes = EnumSet.noneOf(TipOutcome.class);
            Arrays.stream(TipOutcome.values()).filter(one -> typed.text("is" + one).equals("true"))
                    .forEach(outcomes::add);
            return new TriageCommand.Close(outcomes, typed.must("words", LONGEST), seen.at().by());
        });
    }

    @Needs(value = Permission.TIPS_WORK, hidden = true)
    @PostMapping("/nameless-tips/{id}/reopening")
    ModelAndView reopen(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return act(page, actor, response, id, form, "reopen",
                (seen, typed) -> new TriageCommand.Reopen(typed.must("why", LONGEST), seen.at().by()));
    }

    /** The writer reads it with their receipt. That somebody answered is audited, not what. */
    @PostMapping("/nameless-tips/{id}/answers")
    ModelAndView answer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam("form") UUID formId, @RequestParam Map<String, String> form,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile picture) {
        return Act.typed(page, response, "/nameless-tips/" + id, "nametips.said.answer", "answer", form,
                again -> pages.one(again, actor, id), () -> readers.with(actor, id, (at, seen) -> {
                    commands.answer(formId, seen, form.getOrDefault("words", "").strip(), drawn(picture));
                    return id;
                }));
    }

    /** A field that was left alone comes as a file without a name. */
    private static Optional<TipPicture> drawn(@Nullable MultipartFile picture) {
        if (picture == null || picture.isEmpty() && String.valueOf(picture.getOriginalFilename()).isEmpty())
            return Optional.empty();
        try {
            return Optional.of(TipPicture.drawn(picture.getBytes(), "picture"));
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be read.", e);
        }
    }

    private ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, Reading reading) {
        return Act.typed(page, response, "/nameless-tips/" + id, "nametips.said." + name, name, form,
                again -> pages.one(again, actor, id), () -> readers.with(actor, id, (at, seen) -> {
                    var typed = new TypedForm("nametips", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var command = reading.of(seen, typed);
                    typed.check();
                    commands.act(id, version, standing -> command);
                    return id;
                }));
    }
}
