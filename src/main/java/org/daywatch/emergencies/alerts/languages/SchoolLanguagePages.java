package org.daywatch.emergencies.alerts.languages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.languages.AlertLanguage.State;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which languages a school speaks in an alert, and which of them a reader wants first. */
@Controller
class SchoolLanguagePages {

    private static final String MINE = "/alerts/languages/mine";

    private final AlertLanguageStore store;
    private final AlertLanguages languages;
    private final SchoolLanguages memory;
    private final AlertPlaces places;

    SchoolLanguagePages(AlertLanguageStore store, AlertLanguages languages, SchoolLanguages memory,
            AlertPlaces places) {
        this.store = store;
        this.languages = languages;
        this.memory = memory;
        this.places = places;
    }

    @Needs(Permission.ALERT_SETUP)
    @GetMapping("/alerts/languages/schools/{school}")
    ModelAndView school(Page page, Actor actor, @PathVariable UUID school) {
        return view(page, places.get(actor, school));
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/alerts/languages/schools/{school}")
    ModelAndView choose(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.typed(page, response, "/alerts/languages/schools/" + school, "alert.language.said.chosen",
                "languages", form, again -> view(again, campus), () -> {
                    languages.speak(actor, campus,
                            IntStream.rangeClosed(1, AlertLanguages.MOST_AT_A_SCHOOL)
                                    .mapToObj(n -> form.getOrDefault("language" + n, "")).filter(tag -> !tag.isEmpty())
                                    .toList());
                    memory.refresh(places.agency(actor));
                });
    }

    private ModelAndView view(Page page, Campus school) {
        var chosen = store.spoken().stream().filter(s -> s.school().equals(school.id())).flatMap(s -> s.tags().stream())
                .toList();
        var confirmed = confirmed(school.districtId());
        var silent = chosen.stream()
                .filter(tag -> !confirmed.containsKey(tag) && !tag.equals("en") && !tag.equals("es")).toList();
        var options = options(page.t("alert.language.none"), confirmed);
        silent.forEach(tag -> options.add(new Option(tag, tag)));
        options.addAll(1, List.of(new Option("en", "English (en)"), new Option("es", "Español (es)")));
        return new ModelAndView("emergencies/alerts/languages/school-languages",
                Map.of("page", page.titled("alert.language.school", school.name()), "school", school, "chosen", chosen,
                        "options", options, "silent", silent, "most", AlertLanguages.MOST_AT_A_SCHOOL));
    }

    @Needs(Permission.ALERT_READ)
    @GetMapping(MINE)
    ModelAndView mine(Page page, Actor actor) {
        return new ModelAndView("emergencies/alerts/languages/my-language",
                Map.of("page", page.titled("alert.language.mine"), "reads",
                        memory.readFirst(actor.tenant(), actor.person()),
                        "options", options(page.t("alert.language.mine.pages"), confirmed(null))));
    }

    @Needs(Permission.ALERT_READ)
    @PostMapping(MINE)
    ModelAndView readFirst(Page page, Actor actor, @RequestParam(defaultValue = "") String tag,
            HttpServletResponse response) {
        return Act.on(page, response, MINE, "alert.language.said.mine", () -> {
            languages.readFirst(actor, tag);
            memory.refresh(places.agency(actor));
        });
    }

    /** By tag what a language calls itself. @param district null: whichever there are */
    private Map<String, String> confirmed(@Nullable UUID district) {
        var names = new LinkedHashMap<String, String>();
        for (var one : store.list()) {
            if (one.state() == State.CONFIRMED
                    && (district == null || one.district() == null || one.district().equals(district)))
                names.put(one.tag(), one.ownName());
        }
        return names;
    }

    private static List<Option> options(String none, Map<String, String> names) {
        var options = new ArrayList<>(List.of(new Option("", none)));
        names.forEach((tag, name) -> options.add(new Option(tag, name + " (" + tag + ")")));
        return options;
    }
}
