package org.daywatch.emergencies.devices.shell;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.languages.ScreenLanguages;
import org.daywatch.emergencies.alerts.press.RoomNow;
import org.daywatch.emergencies.alerts.screen.LaneOfScreens;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an installed phone keeps so that a press needs no connection: a page that is the same for everybody, and what
 * this person may press.
 */
@Controller
public class ShellPages {

    private static final List<String> WORDS = List.of("ago", "still", "trying", "send", "drop", "close", "late",
            "moment", "minute", "minutes");
    private static final int MOST_WITH_ROOMS = 10;

    private final AlertPlaces places;
    private final LaneOfScreens lane;
    private final ProgramRules rules;
    private final ScreenLanguages languages;
    private final RoomNow roomNow;
    private final JsonMapper json;
    private final Clock clock;
    private final HomeTime home;

    ShellPages(AlertPlaces places, LaneOfScreens lane, ProgramRules rules, ScreenLanguages languages,
            RoomNow roomNow, JsonMapper json, Clock clock, HomeTime home) {
        this.places = places;
        this.lane = lane;
        this.rules = rules;
        this.languages = languages;
        this.roomNow = roomNow;
        this.json = json;
        this.clock = clock;
        this.home = home;
    }

    @Open(why = "the page of buttons as every phone keeps it: schools, rooms and names come from the phone itself")
    @GetMapping("/alert/shell")
    ModelAndView shell(Page page, @RequestParam(defaultValue = "") String lang) {
        var said = page.in(lang).titled("alert.title");
        return new ModelAndView("emergencies/devices/shell/press-shell",
                Map.of("page", said, "words", json.writeValueAsString(words(said))));
    }

    @Needs(Permission.ALERT_PRESS)
    @GetMapping("/alert/mine")
    ResponseEntity<String> mine(Page page, Actor actor) {
        var mine = new LinkedHashMap<String, Object>();
        mine.put("person", actor.person());
        mine.put("name", actor.name());
        mine.put("now", clock.instant().toString());
        mine.put("askMinutes", rules.book().get("PRESS_ASK_AGE", home.today(), scopes(actor)).number());
        lane.toKeep(actor).ifPresent(link -> mine.put("lane", link));
        var schools = places.of(actor);
        mine.put("schools",
                schools.size() > MOST_WITH_ROOMS
                        ? schools.stream().map(s -> Map.of("id", s.id(), "name", s.name(), "languages", List.of(),
                                "rooms", List.of())).toList()
                        : schools.stream().map(s -> school(actor, s)).toList());
        mine.put("words", words(page));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(json.writeValueAsString(mine));
    }

    /** @return with where they are through the day, by the school's own clock */
    private Map<String, Object> school(Actor actor, Campus school) {
        var rooms = places.rooms(school.id());
        return Map.of("id", school.id(), "name", school.name(), "languages", languages.names(school), "rooms",
                rooms.stream().map(r -> Map.of("id", r.id(), "name", r.name())).toList(), "zone", school.zone().getId(),
                "hours", roomNow.throughTheDay(actor.person(), school, rooms).entrySet().stream()
                        .map(h -> Map.of("from", h.getKey().toString(), "room",
                                h.getValue().map(UUID::toString).orElse("")))
                        .toList());
    }

    private static String[] scopes(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT")
                ? new String[] {"DISTRICT:" + actor.tenant()}
                : new String[0];
    }

    private static Map<String, String> words(Page page) {
        var words = new LinkedHashMap<String, String>();
        for (var word : WORDS) words.put(word, page.t("shell." + word));
        words.put("notSent", page.t("shell.notSent"));
        words.put("notTold", page.t("alert.911.nothing") + " " + page.t("alert.911.advice"));
        words.put("notNeeded", page.t("alert.911.notNeeded"));
        words.put("notSent.drill", page.t("alert.screen.notSent.drill"));
        for (var word : List.of("call", "accepted")) words.put(word, page.t("alert.screen." + word));
        Arrays.stream(AlertStatus.values()).forEach(s -> words.put("mode." + s, page.t("alert.mode." + s)));
        Arrays.stream(ProtocolAction.values())
                .forEach(a -> words.put("action." + a, page.t("protocol." + a + ".name")));
        words.put("lang", page.lang());
        return words;
    }
}
