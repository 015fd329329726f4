package org.daywatch.emergencies.alerts.screen;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertSeal;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.AlertText;
import org.daywatch.emergencies.alerts.languages.ScreenLanguages;
import org.daywatch.emergencies.alerts.languages.ScreenWords;
import org.daywatch.emergencies.alerts.pages.AlertFound;
import org.daywatch.emergencies.alerts.pages.AlertQueries;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a page's script asks for once: what stands now, in which words to show it, and how to hear of the next. */
@RestController
@Needs(Permission.ALERT_READ)
class AlertScreenPages {

    private static final int MOST_NAMES = 60;

    private final AlertStore alerts;
    private final AlertFound found;
    private final AlertQueries queries;
    private final AlertPlaces places;
    private final ExerciseAudiences audiences;
    private final AlertText text;
    private final AlertSeal seal;
    private final Campuses campuses;
    private final List<LaneListener> listeners;
    private final LaneOfScreens lane;
    private final JsonMapper json;
    private final Clock clock;
    private final AlertsOnScreen more;
    private final ReachFigures reach;
    private final ScreenLanguages languages;

    AlertScreenPages(AlertStore alerts, AlertFound found, AlertQueries queries, AlertPlaces places,
            ExerciseAudiences audiences,
            AlertText text, AlertSeal seal, Campuses campuses,
            List<LaneListener> listeners, LaneOfScreens lane, JsonMapper json, Clock clock, AlertsOnScreen more,
            ReachFigures reach, ScreenLanguages languages) {
        this.languages = languages;
        this.more = more;
        this.reach = reach;
        this.alerts = alerts;
        this.found = found;
        this.queries = queries;
        this.places = places;
        this.audiences = audiences;
        this.text = text;
        this.seal = seal;
        this.campuses = campuses;
        this.listeners = listeners;
        this.lane = lane;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/alerts/screen")
    ResponseEntity<String> screen(Page page, Actor actor, @RequestParam(defaultValue = "true") boolean words) {
        var screen = new LinkedHashMap<String, Object>();
        screen.put("person", actor.person());
        screen.put("leads", actor.may(Permission.ALERT_LEAD));
        screen.put("csrf", page.csrf().token());
        screen.put("key", seal.publicKey());
        lane.of(actor).ifPresent(link -> screen.put("lane", link));
        var schools = places.of(actor);
        screen.put("schools", names(schools));
        // Ten thousand pages may ask in the same minute: what two parts of the answer need is asked for once.
        var only = places.only(actor);
        var lately = more.lately().stream().filter(a -> only.map(own -> own.contains(a.schoolId())).orElse(true))
                .toList();
        // As this person's screen shows them: what they were forced to end is over for it, whatever the lane says.
        var mine = lately.stream().filter(a -> !a.state().over()).map(a -> a.seenBy(actor.person())).toList();
        var apart = mine.stream().filter(a -> !a.state().over() && !audiences.of(a).shows(actor.role())).map(Alert::id)
                .toList();
        screen.put("apart", apart);
        screen.put("alerts", standing(mine.stream().filter(a -> !apart.contains(a.id())).toList()));
        screen.put("dispatch", more.state911(page, mine));
        screen.put("calls", more.calls(actor, mine));
        screen.put("confirm", more.confirmations(page, actor, mine));
        screen.put("over", more.over(actor, lately));
        if (actor.may(Permission.REACH_READ))
            screen.put("reach", reach.figures(mine.stream().filter(a -> !a.state().over()).map(Alert::id).toList()));
        screen.put("ended", mine.stream().filter(a -> a.state().over()).map(Alert::id).toList());
        var own = languages.of(actor, schools);
        screen.put("languages", own.stamp());
        if (words) {
            screen.put("words", ScreenWords.of(page));
            screen.put("own", own.own());
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(json.writeValueAsString(screen));
    }

    /** For alerts that come by the lane alone; whoever watches very many schools gets the name with the alert. */
    private static Map<UUID, AlertText.School> names(List<Campus> schools) {
        return schools.size() > MOST_NAMES
                ? Map.of()
                : schools.stream().collect(Collectors.toMap(Campus::id, AlertText.School::of));
    }

    private List<Map<String, Object>> standing(List<Alert> here) {
        var underWay = here.stream().filter(a -> !a.state().over()).toList();
        if (underWay.isEmpty()) return List.of();
        var pressers = queries.pressers(underWay.stream().map(Alert::id).toList());
        return underWay.stream()
                .map(a -> text.fields(a,
                        campuses.find(a.schoolId()).map(AlertText.School::of).orElse(new AlertText.School("", "")),
                        pressers.getOrDefault(a.id(), 0)))
                .toList();
    }

    /** The way without the lane: what became of an alert on this person's screen. */
    @PostMapping("/alerts/{id}/acks")
    ResponseEntity<Void> acknowledge(Actor actor, @PathVariable UUID id, @RequestParam UUID ack,
            @RequestParam int version, @RequestParam LaneEntry.Kind kind,
            @RequestParam(defaultValue = "") String note) {
        hear(actor, id, ack, version, kind, note.length() > 300 ? note.substring(0, 300) : note);
        return ResponseEntity.accepted().build();
    }

    /** "I am going" on the page of a call for help. @param going false: they cannot after all */
    @Needs(Permission.ALERT_LEAD)
    @PostMapping("/alerts/{id}/going")
    ResponseEntity<Void> go(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean going, HttpServletResponse response) {
        hear(actor, id, Ids.next(), 0, going ? LaneEntry.Kind.GOING : LaneEntry.Kind.ACKNOWLEDGED, "");
        Flashes.say(response, "success", page.t(going ? "helpcall.said.going" : "helpcall.said.notGoing"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/alerts/" + id)).build();
    }

    /** @param version that they were shown; 0 for the one that stands */
    private void hear(Actor actor, UUID id, UUID ack, int version, LaneEntry.Kind kind, String note) {
        var alert = found.named(id);
        places.get(actor, alert.schoolId());
        var said = new LaneEntry.Ack(ack, alert.agencyId(), alert.districtId(), alert.schoolId(), alert.id(),
                version == 0 ? alert.version() : version, kind, actor.person(), actor.name(), note, clock.instant());
        for (var listener : listeners) {
            listener.store(List.of(said));
            listener.heard(said);
        }
    }
}
