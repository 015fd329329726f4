package org.daywatch.relationships.threats.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatCommands;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every form about a case has in common: who may, which version they had before them, and where it leads. */
@Component
class ThreatForms {

    private static final int MOST_VERSIONS = 99_999;

    private final ThreatDoor door;
    private final ThreatCommands commands;

    ThreatForms(ThreatDoor door, ThreatCommands commands) {
        this.door = door;
        this.commands = commands;
    }

    /** Reads the form's fields; what is wrong with them is collected. */
    interface Reading {
        ThreatCommand of(Entrance at, ThreatCase c, TypedForm typed);
    }

    /** @param name of the form, and of the sentence when it is done. @param again draws the page it stands on */
    ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, Function<Page, ModelAndView> again, Reading reading) {
        return act(page, actor, response, id, form, name, "/threats/" + id, again, reading);
    }

    ModelAndView act(Page page, Actor actor, HttpServletResponse response, UUID id, Map<String, String> form,
            String name, String next, Function<Page, ModelAndView> again, Reading reading) {
        return Act.typed(page, response, next, "threats.said." + name, name, form, again,
                () -> door.with(actor, id, (at, c) -> {
                    var typed = new TypedForm("threats", form);
                    int version = typed.mustNumber("version", 0, MOST_VERSIONS);
                    var command = reading.of(at, c, typed);
                    typed.check();
                    commands.act(id, version, now -> command);
                    return id;
                }));
    }
}
