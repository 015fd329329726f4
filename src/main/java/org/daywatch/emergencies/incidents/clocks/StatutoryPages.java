package org.daywatch.emergencies.incidents.clocks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Custody and restraint are written down; what they make due is answered. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class StatutoryPages {

    private final IncidentDoor door;
    private final StatutoryClocks clocks;
    private final Clock clock;

    StatutoryPages(IncidentDoor door, StatutoryClocks clocks, Clock clock) {
        this.door = door;
        this.clocks = clocks;
        this.clock = clock;
    }

    @PostMapping("/incidents/{id}/student-events")
    ModelAndView start(Page page, Actor actor, @PathVariable UUID id, @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String student,
            @RequestParam(defaultValue = "false") boolean ward, @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String place, @RequestParam UUID form, HttpServletResponse response) {
        var school = door.school(actor, door.mine(actor, id));
        return door.act(page, actor, id, response, "incidents.said.clocks", () -> {
            Instant at = at(day, time, school.zone());
            String initials = initials(student);
            var event = new StatutoryClocks.StudentEvent(kind, initials, ward && kind == Kind.CUSTODY, at,
                    IncidentDoor.cut(place, 120));
            clocks.start(id, school, event, IncidentDoor.by(actor), form);
        });
    }

    @PostMapping("/incidents/{id}/student-events/{event}/{what}")
    ModelAndView answer(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID event,
            @PathVariable StatutoryRule what, @RequestParam Outcome outcome,
            @RequestParam(required = false) @Nullable How how, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time, HttpServletResponse response) {
        var zone = door.school(actor, door.mine(actor, id)).zone();
        return door.act(page, actor, id, response, "incidents.said.answered", () -> clocks.answer(id, event, what,
                new StatutoryClocks.Said(outcome, how, time.isEmpty() ? clock.instant() : at(day, time, zone),
                        IncidentDoor.must("words", words, 600)),
                IncidentDoor.by(actor)));
    }

    @PostMapping("/incidents/{id}/student-events/{event}/{what}/reversal")
    ModelAndView takeBack(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID event,
            @PathVariable StatutoryRule what, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.takenBack",
                () -> clocks.takeBack(id, event, what, IncidentDoor.must("why", why, 300), IncidentDoor.by(actor)));
    }

    /**
     * A minute ahead is the difference of two watches; more is a mistake, and so is an event of more than a month ago.
     */
    private Instant at(String day, String time, ZoneId zone) {
        try {
            Instant at = LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(zone).toInstant();
            if (at.isAfter(clock.instant().plus(Duration.ofMinutes(1))))
                throw new InvalidInput("time", day + " " + time, "incidents.wrong.future");
            if (at.isBefore(clock.instant().minus(Duration.ofDays(31))))
                throw new InvalidInput("day", day, "incidents.wrong.old");
            return at;
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("time", day + " " + time, "incidents.wrong.time");
        }
    }

    private static String initials(String text) {
        String said = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (!said.matches("([A-Z]\\.? ?){0,3}")) throw new InvalidInput("student", text, "incidents.wrong.initials");
        return said;
    }
}
