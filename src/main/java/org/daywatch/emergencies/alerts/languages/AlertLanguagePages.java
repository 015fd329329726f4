package org.daywatch.emergencies.alerts.languages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.languages.AlertLanguageStore.Speaks;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The words of alerts in further languages: entered by one, read and confirmed by another, withdrawn. */
@Controller
@Needs(Permission.ALERT_SETUP)
public class AlertLanguagePages {

    private static final String ALL = "/alerts/languages";
    private static final int MOST_SCHOOLS = 60;

    private final AlertLanguageStore store;
    private final AlertLanguages languages;
    private final SchoolLanguages memory;
    private final ScreenLanguages screens;
    private final AlertPlaces places;
    private final HomeTime home;
    private final JsonMapper json;

    AlertLanguagePages(AlertLanguageStore store, AlertLanguages languages, SchoolLanguages memory,
            ScreenLanguages screens, AlertPlaces places, HomeTime home, JsonMapper json) {
        this.store = store;
        this.languages = languages;
        this.memory = memory;
        this.screens = screens;
        this.places = places;
        this.home = home;
        this.json = json;
    }

    /** @param tags the languages chosen for it */
    public record SchoolLine(Campus school, List<String> tags) {}

    @GetMapping(ALL)
    ModelAndView all(Page page, Actor actor) {
        var spoken = store.spoken().stream().collect(java.util.stream.Collectors.toMap(Speaks::school, Speaks::tags));
        var mine = places.of(actor);
        var lines = mine.stream().filter(s -> mine.size() <= MOST_SCHOOLS || spoken.containsKey(s.id()))
                .map(s -> new SchoolLine(s, spoken.getOrDefault(s.id(), List.of()))).toList();
        return new ModelAndView("emergencies/alerts/languages/languages",
                Map.of("page", page.titled("alert.languages.title"), "languages", store.list(), "schools", lines,
                        "enters", AlertLanguages.entersFor(actor)));
    }

    /** @param like the words another edition begins with */
    @GetMapping(ALL + "/new")
    ModelAndView begin(Page page, Actor actor, @RequestParam(required = false) UUID like) {
        if (!AlertLanguages.entersFor(actor))
            throw new Forbidden(actor.role() + " is at one school: words of alerts are those of a district");
        return form(page.titled("alert.language.new"),
                like == null ? Map.of("from", home.today().toString()) : typed(languages.get(like)), ALL, ALL);
    }

    @PostMapping(ALL)
    ModelAndView enter(Page page, Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        var made = new UUID[1];
        var view = Act.typed(page, response, ALL, "alert.language.said.entered", "language", form,
                again -> form(again.titled("alert.language.new"), form, ALL, ALL),
                () -> made[0] = languages.enter(actor, LanguageDraft.read(form, page.texts())));
        return made[0] == null ? view : new ModelAndView("redirect:" + ALL + "/" + made[0]);
    }

    @GetMapping(ALL + "/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var language = languages.get(id);
        var view = new LinkedHashMap<String, Object>(
                Map.of("page", titled(page, language), "language", language, "own", AlertLanguages.own(actor, language),
                        "enters", AlertLanguages.entersFor(actor) && AlertLanguages.own(actor, language), "mine",
                        language.entered().person().equals(actor.person())));
        view.put("preview", json.writeValueAsString(Map.of("words", ScreenWords.of(page), "own",
                screens.preview(language, language.id()).own(), "school", language.id())));
        return new ModelAndView("emergencies/alerts/languages/language", view);
    }

    @GetMapping(ALL + "/{id}/words")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        var language = languages.get(id);
        return form(titled(page, language), typed(language), ALL + "/" + id + "/words", ALL + "/" + id);
    }

    @PostMapping(ALL + "/{id}/words")
    ModelAndView write(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var language = languages.get(id);
        return Act.typed(page, response, ALL + "/" + id, "alert.language.said.entered", "language", form,
                again -> form(titled(again, language), form, ALL + "/" + id + "/words", ALL + "/" + id),
                () -> languages.write(actor, id, version(form), LanguageDraft.read(form, page.texts())));
    }

    @PostMapping(ALL + "/{id}/confirmation")
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return Act.on(page, response, ALL + "/" + id, "alert.language.said.confirmed", () -> {
            languages.confirm(actor, id, version(form), form.getOrDefault("reads", "").equals("true"));
            memory.refresh(places.agency(actor));
        });
    }

    @PostMapping(ALL + "/{id}/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return Act.on(page, response, ALL, "alert.language.said.withdrawn", () -> {
            languages.withdraw(actor, id);
            memory.refresh(places.agency(actor));
        });
    }

    private static Page titled(Page page, AlertLanguage language) {
        return page.titled("alert.language.title", language.ownName(), language.tag());
    }

    private static int version(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("version", ""));
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput("version", form.getOrDefault("version", ""), "alert.language.wrong.version");
        }
    }

    /** As the fields of the form hold it. */
    private static Map<String, String> typed(AlertLanguage language) {
        var values = new LinkedHashMap<>(Map.of("tag", language.tag(), "ownName", language.ownName(), "direction",
                language.rtl() ? "rtl" : "ltr", "from", language.from().toString(),
                "version", Integer.toString(language.version())));
        language.words().forEach((key, text) -> values.put(LanguageWords.field(key), text));
        return values;
    }

    private static ModelAndView form(Page page, Map<String, String> values, String action, String back) {
        return new ModelAndView("emergencies/alerts/languages/language-form",
                Map.of("page", page, "typed", values, "action", action, "back", back,
                        "english", LanguageWords.ofTheHouse(page.texts(), "en"), "spanish",
                        LanguageWords.ofTheHouse(page.texts(), "es")));
    }
}
