package org.daywatch.emergencies.accountability;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.RollCall.Person;
import org.daywatch.emergencies.accountability.RollCall.Place;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A teacher's phone: their room, one tap for "all present", else each student; and whom they should help. */
@Controller
@Needs(Permission.ROOM_REPORT)
class RoomReportPages {

    private final RollCalls calls;
    private final RollQueries queries;
    private final AlertsAtSchool alerts;
    private final StudentsToHelp help;
    private final ClassRosters rosters;
    private final AtSchool atSchool;
    private final Dispatch dispatch;

    RoomReportPages(RollCalls calls, RollQueries queries, AlertsAtSchool alerts, StudentsToHelp help,
            ClassRosters rosters, AtSchool atSchool, Dispatch dispatch) {
        this.dispatch = dispatch;
        this.calls = calls;
        this.queries = queries;
        this.alerts = alerts;
        this.help = help;
        this.rosters = rosters;
        this.atSchool = atSchool;
    }

    /** What is under way at the school, and the room that is one's own. */
    @GetMapping("/accountability")
    ModelAndView now(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        var campus = atSchool.of(actor, school);
        var under = alerts.underWay(campus.id(), actor.person());
        under.forEach(calls::begin); // where the listener has not come to it yet
        var now = under.stream().flatMap(a -> queries.ofAlert(a.id()).stream()).toList();
        Map<UUID, List<Place>> own = new HashMap<>();
        Map<UUID, List<Place>> others = new HashMap<>();
        for (var call : now) {
            own.put(call.id(), queries.places(call.id()).stream().filter(p -> isMine(actor, p)).toList());
            others.put(call.id(), queries.places(call.id()).stream().filter(p -> !isMine(actor, p)).toList());
        }
        return new ModelAndView("emergencies/accountability/now", Map.of("page",
                page.titled("accountability.title", campus.name()), "school", campus, "schools", atSchool.all(actor),
                "calls", now, "own", own, "others", others, "past",
                actor.may(Permission.REUNIFY)
                        ? queries.ofSchool(campus.id()).stream().filter(c -> !now.contains(c)).limit(10).toList()
                        : List.of(),
                "leads", actor.may(Permission.REUNIFY), "told",
                dispatch.line(page, now.stream().map(RollCall::alertId).distinct().toList())));
    }

    /** One tap from the alert to the room that is one's own. */
    @GetMapping("/accountability/mine")
    String mine(Actor actor) {
        for (var alert : alerts.underWay(atSchool.of(actor, "").id(), actor.person())) {
            var call = calls.begin(alert);
            var own = queries.places(call).stream().filter(p -> isMine(actor, p)).findFirst();
            if (own.isPresent()) return "redirect:/accountability/" + call + "/places/" + own.get().id();
        }
        return "redirect:/accountability";
    }

    /** Fetched when somebody begins to say who else is with them: a page that comes over a bad line stays small. */
    @GetMapping("/accountability/{id}/names")
    ModelAndView names(Actor actor, Page page, @PathVariable UUID id, @RequestParam UUID not) {
        var names = elsewhere(queries.asRead(actor, page, mine(actor, id)), not).stream().map(OthersByName::label)
                .distinct()
                .sorted().toList();
        return new ModelAndView("emergencies/accountability/names", Map.of("names", names));
    }

    private static List<RollUp.Line> elsewhere(RollUp up, UUID place) {
        return up.lines().values().stream().filter(l -> !place.equals(l.person().placeId())).toList();
    }

    @GetMapping("/accountability/{id}/places/{place}")
    ModelAndView room(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID place,
            @RequestParam(defaultValue = "false") boolean paper) {
        return room(actor, page, mine(actor, id), place, paper && actor.may(Permission.REUNIFY));
    }

    private ModelAndView room(Actor actor, Page page, RollCall call, UUID id, boolean paper) {
        var place = queries.places(call.id()).stream().filter(p -> p.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("room " + id));
        var up = queries.asRead(actor, page, call);
        var people = up.lines().values().stream().filter(l -> id.equals(l.person().placeId()))
                .sorted(Comparator.comparing(l -> l.person().name())).toList();
        var expected = people.stream().map(RollUp.Line::person).toList();
        boolean own = isMine(actor, place);
        boolean inDrill = call.status() != AlertStatus.ACTUAL && own && help.some(call, expected);
        var campus = atSchool.of(actor, call.schoolId());
        var room = up.rooms().stream().filter(r -> r.place().id().equals(id)).findFirst().orElseThrow();
        return new ModelAndView("emergencies/accountability/room",
                Map.of("page", page.titled("accountability.room.title", place.title()), "call", call, "school", campus,
                        "room", room,
                        "lines", people, "help", paper ? List.of() : help.of(actor, call, place, own, expected),
                        "inDrill", inDrill, "paper", paper, "told", dispatch.line(page, call.alertId())));
    }

    @PostMapping("/accountability/{id}/places/{place}")
    ModelAndView report(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID place, @RequestParam MultiValueMap<String, String> form) {
        var call = mine(actor, id);
        boolean paper = form.containsKey("paperTime");
        if (paper) actor.need(Permission.REUNIFY);
        return Act.form(page, new LinkedMultiValueMap<>(form).toSingleValueMap(),
                again -> room(actor, again, call, place, paper), () -> {
                    var up = queries.asRead(actor, page, call);
                    var own = up.lines().values().stream().map(RollUp.Line::person)
                            .filter(p -> place.equals(p.placeId())).map(Person::id).toList();
                    calls.report(actor, call, RoomReport.read(form, place, own, new OthersByName(elsewhere(up, place)),
                            call.begunAt(), atSchool.of(actor, call.schoolId()).zone()));
                    Flashes.say(response, "success", page.t("accountability.said.report"));
                    return new ModelAndView("redirect:" + (paper
                            ? "/accountability/" + id + "/paper"
                            : "/accountability/" + id + "/places/" + place));
                });
    }

    /** By the e-mail that their account and the roster have in common. */
    private boolean isMine(Actor actor, Place place) {
        return rosters.emailOf(actor.person()).map(e -> place.emails().contains(e.toLowerCase(java.util.Locale.ROOT)))
                .orElse(false);
    }

    private RollCall mine(Actor actor, UUID id) {
        var call = queries.get(id);
        if (actor.school() != null && !actor.school().equals(call.schoolId())) throw new NotFound("roll call " + id);
        return call;
    }
}
