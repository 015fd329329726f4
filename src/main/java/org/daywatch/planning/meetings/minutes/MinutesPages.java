package org.daywatch.planning.meetings.minutes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.improvements.Owners;
import org.daywatch.planning.meetings.MeetingPages;
import org.daywatch.planning.meetings.TeamDoor;
import org.daywatch.planning.meetings.meeting.Attendance.Presence;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingCommands;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.meeting.TeamDecision.Heard;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Minutes as they are written during the meeting, on a tablet or a phone; decisions with the voices behind them;
 * follow-ups; the printed minutes.
 */
@Controller
@Needs(Permission.TEAM_EDIT)
class MinutesPages {

    private final TeamDoor door;
    private final MeetingPages meetings;
    private final MeetingCommands commands;
    private final Minutes minutes;
    private final PeopleAtSchool people;
    private final AuditLog audit;

    MinutesPages(TeamDoor door, MeetingPages meetings, MeetingCommands commands, Minutes minutes, PeopleAtSchool people,
            AuditLog audit) {
        this.door = door;
        this.meetings = meetings;
        this.commands = commands;
        this.minutes = minutes;
        this.people = people;
        this.audit = audit;
    }

    @GetMapping("/team/meetings/{id}/minutes")
    ModelAndView form(Page page, Actor actor, @PathVariable UUID id) {
        var view = meetings.view(actor, door.mine(actor, id));
        return new ModelAndView("planning/meetings/minutes/minutes", Map.of("page",
                page.titled("minutes.title", view.school().name(), page.when().day(view.meeting().day())), "view", view,
                "owners", Owners.of(page, people.of(view.school()))));
    }

    /**
     * Saves what was typed first; then closes the meeting where that was asked. What was wrong comes back with
     * everything that was typed.
     */
    @PostMapping("/team/meetings/{id}/minutes")
    ModelAndView write(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        var meeting = door.mine(actor, id);
        boolean close = "close".equals(input.get("act"));
        return Act.typed(page, "minutes", input, again -> form(again, actor, id), () -> {
            minutes.write(id, marks(input), written(input), actor.name());
            if (close)
                commands.close(id, door.school(actor, meeting.schoolId()),
                        Typed.time("from", input.getOrDefault("from", "")),
                        Typed.time("to", input.getOrDefault("to", "")),
                        new Hand(actor.person(), actor.name()));
            Flashes.say(response, "success", page.t(close ? "minutes.said.closed" : "minutes.said.saved"));
            return new ModelAndView("redirect:/team/meetings/" + id + (close ? "" : "/minutes"));
        });
    }

    private static List<MinutesStore.Marked> marks(Map<String, String> input) {
        var marks = new ArrayList<MinutesStore.Marked>();
        input.forEach((name, value) -> {
            if (!name.startsWith("p-") || value.isEmpty()) return;
            var presence = Arrays.stream(Presence.values()).filter(p -> p.name().equals(value)).findFirst()
                    .orElseThrow(() -> new InvalidInput(name, value, "meetings.wrong.presence"));
            String member = name.substring(2);
            var came = Typed.timeOrNone("c-" + member, input.getOrDefault("c-" + member, ""));
            var went = Typed.timeOrNone("w-" + member, input.getOrDefault("w-" + member, ""));
            if (came != null && went != null && !went.isAfter(came))
                throw new InvalidInput("w-" + member, went.toString(), "meetings.wrong.went");
            marks.add(new MinutesStore.Marked(id(name, member), presence, came, went));
        });
        return marks;
    }

    private static List<MinutesStore.Written> written(Map<String, String> input) {
        return input.keySet().stream().filter(name -> name.startsWith("n-")).map(name -> {
            String item = name.substring(2);
            return new MinutesStore.Written(id(name, item), "true".equals(input.get("d-" + item)),
                    input.getOrDefault("m-" + item, ""), input.get(name));
        }).toList();
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, text, "meetings.wrong.presence");
        }
    }

    @PostMapping("/team/meetings/{id}/decisions")
    ModelAndView decide(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            @RequestParam UUID form, HttpServletResponse response) {
        door.mine(actor, id);
        return Act.typed(page, "minutes", input, again -> form(again, actor, id), () -> {
            minutes.decide(id, TeamDoor.must("words", input.getOrDefault("words", ""), 1000), voices(input),
                    actor.name(), form);
            Flashes.say(response, "success", page.t("minutes.said.decided"));
            return new ModelAndView("redirect:/team/meetings/" + id + "/minutes#decisions");
        });
    }

    /** Who is left open is unknown, and no row. */
    private static Map<Who, Voice> voices(Map<String, String> input) {
        var voices = new EnumMap<Who, Voice>(Who.class);
        for (var who : Who.values()) {
            String field = who.name().toLowerCase(Locale.ROOT);
            Arrays.stream(Heard.values()).filter(h -> h.name().equals(input.get(field))).findFirst()
                    .ifPresent(heard -> voices.put(who, Voice.of(who, heard, input.getOrDefault(field + "How", ""),
                            input.getOrDefault(field + "Said", ""))));
        }
        return voices;
    }

    @PostMapping("/team/meetings/{id}/follow-ups")
    ModelAndView followUp(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            @RequestParam UUID form, HttpServletResponse response) {
        var school = door.school(actor, door.mine(actor, id).schoolId());
        return Act.typed(page, "minutes", input, again -> form(again, actor, id), () -> {
            minutes.followUp(id, TeamDoor.must("issue", input.getOrDefault("issue", ""), 500),
                    TeamDoor.must("action", input.getOrDefault("action", ""), 500),
                    Owners.of(page, people.of(school)).chosen(input), Typed.day("due", input.getOrDefault("due", "")),
                    actor.name(), form);
            Flashes.say(response, "success", page.t("minutes.said.followUp"));
            return new ModelAndView("redirect:/team/meetings/" + id + "/minutes#follow-ups");
        });
    }

    @Needs(Permission.TEAM_READ)
    @GetMapping("/team/meetings/{id}/minutes.pdf")
    ResponseEntity<byte[]> pdf(Page page, Actor actor, @PathVariable UUID id) {
        var view = meetings.view(actor, door.mine(actor, id));
        audit.act("MinutesPrinted", "safety team meeting " + id, new HashMap<>());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"minutes-" + view.meeting().day() + ".pdf\"")
                .cacheControl(CacheControl.noStore()).body(MinutesSheet.of(page, view));
    }
}
