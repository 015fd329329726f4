package org.daywatch.restorative.repair.pages;

import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceCommand;
import org.daywatch.restorative.conferences.ConferenceStage;
import org.daywatch.restorative.conferences.Participant;
import org.daywatch.restorative.repair.ConferenceCommands;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A student is asked alone whether they want to come, and taps for themselves on the device that is handed to them.
 * After either tap the page says the same.
 */
@Controller
@Needs(Permission.CONFERENCES_WORK)
class WillPages {

    private static final int MOST_VERSIONS = 99_999;

    private final ConferenceDoor door;
    private final ConferenceCommands commands;

    WillPages(ConferenceDoor door, ConferenceCommands commands) {
        this.door = door;
        this.commands = commands;
    }

    enum Said {
        YES, NO
    }

    @GetMapping("/restorative/{id}/will/{participant}")
    ModelAndView ask(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID participant) {
        return door.with(actor, id, (at, c) -> new ModelAndView("restorative/repair/pages/will", Map.of("page",
                page.titled("conference.will"), "c", c, "who", who(at, c, participant), "atDoor",
                c.stage() == ConferenceStage.PREPARED)));
    }

    private Participant who(Entry at, Conference c, UUID participant) {
        boolean asked = c.stage() == ConferenceStage.GATED || c.stage() == ConferenceStage.RECONVENED
                || c.stage() == ConferenceStage.PREPARED;
        if (!asked || !c.lead().equals(at.actor().person()) || !door.readsText(at, c, ConferenceDoor.help(at)))
            throw new NotFound("conference " + c.id());
        return c.file().participants().stream().filter(p -> p.id().equals(participant)).findFirst()
                .orElseThrow(() -> new NotFound("participant " + participant));
    }

    @PostMapping("/restorative/{id}/will/{participant}")
    ModelAndView said(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID participant,
            @RequestParam Map<String, String> form) {
        return Act.told(page, form, again -> ask(again, actor, id, participant), () -> door.with(actor, id, (at, c) -> {
            who(at, c, participant);
            var typed = new TypedForm("conference", form);
            int version = typed.mustNumber("version", 0, MOST_VERSIONS);
            boolean willing = typed.one("said", Said.class).orElse(Said.NO) == Said.YES;
            typed.check();
            commands.act(id, version, now -> now.stage() == ConferenceStage.PREPARED
                    ? new ConferenceCommand.AskAtDoor(participant, willing, at.today(), at.by())
                    : new ConferenceCommand.Prepare(participant, willing, at.today(), at.by()));
            return new ModelAndView("restorative/repair/pages/thanks",
                    Map.of("page", page.titled("conference.will"), "id", id));
        }));
    }
}
