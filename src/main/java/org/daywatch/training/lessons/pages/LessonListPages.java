package org.daywatch.training.lessons.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.lessons.LessonTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The library: what there is to teach, for whom, in which language. */
@Controller
@Needs(Permission.LESSONS_READ)
class LessonListPages {

    private static final Comparator<LessonRow> BY_TITLE = Comparator.comparing(r -> r.lesson().title());
    private static final Comparator<LessonRow> BY_BAND = Comparator.comparing(r -> r.lesson().band());
    private static final Map<String, Comparator<LessonRow>> SORTS = Map.of("topic",
            Comparator.<LessonRow, LessonTopic>comparing(r -> r.lesson().topic()).thenComparing(BY_BAND)
                    .thenComparing(BY_TITLE),
            "title", BY_TITLE, "band", BY_BAND.thenComparing(BY_TITLE), "minutes",
            Comparator.<LessonRow>comparingInt(r -> r.lesson().minutes()).thenComparing(BY_TITLE));

    private final LessonDoor door;

    LessonListPages(LessonDoor door) {
        this.door = door;
    }

    @GetMapping("/lessons")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var paging = asked(parameters);
        var rows = found(page, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("training/lessons/pages/lessons",
                Map.of("page", page.titled("lessons.title"), "paging", placed, "rows", placed.shown(rows), "mayAdd",
                        actor.may(Permission.LESSONS_EDIT),
                        "teaches", actor.may(Permission.LESSONS_TEACH)));
    }

    @GetMapping("/lessons.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "lessons.csv",
                List.of("code", "title", "topic", "band", "minutes", "edition", "languages", "owner", "retired"),
                found(page, asked(parameters)).stream()
                        .map(r -> List.of(r.lesson().code(), r.lesson().title(), r.lesson().topic(), r.lesson().band(),
                                r.lesson().minutes(), r.shelf().edition(),
                                String.join(" ", r.shelf().languages().keySet()),
                                r.shelf().shipped() ? "Daywatch" : r.shelf().owner(), r.shelf().retired())));
    }

    /** The newest edition, in the reader's language. */
    @GetMapping("/lessons/{code:[A-Z][A-Z0-9-]+}")
    ModelAndView newest(Page page, @PathVariable String code) {
        var shelf = door.newest(code);
        return new ModelAndView(
                "redirect:/lessons/" + code + "/" + shelf.edition() + "/" + shelf.in(page.lang()).language());
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/lessons", parameters, SORTS.keySet(), "topic");
    }

    private List<LessonRow> found(Page page, Paging paging) {
        String language = paging.filter("language");
        return door.list().stream().filter(l -> language.isEmpty() || l.languages().containsKey(language))
                .map(l -> new LessonRow(l, l.in(language.isEmpty() ? page.lang() : language)))
                .filter(r -> fits(paging.filter("topic"), r.lesson().topic())
                        && fits(paging.filter("band"), r.lesson().band()))
                .filter(r -> paging.filter("retired").equals("yes") || !r.shelf().retired())
                .filter(r -> paging.finds(words(page, r).toArray(String[]::new))).sorted(paging.order(SORTS)).toList();
    }

    private static boolean fits(String asked, Enum<?> value) {
        return asked.isEmpty() || asked.equals(value.name());
    }

    /** In both languages: who looks for a word knows it in one of them. */
    private static Stream<String> words(Page page, LessonRow row) {
        var texts = row.shelf().languages().values().stream()
                .flatMap(l -> Stream.concat(Stream.of(l.title()), l.goals().stream()));
        return Stream.concat(texts, Stream.of(row.lesson().code(), page.t("lessons.topic." + row.lesson().topic())));
    }

    @Configuration(proxyBeanMethods = false)
    static class LessonsInNavigation {

        @Bean
        NavEntry lessonsEntry() {
            return NavEntry.of(NavPart.TEACHING, 60, "lessons.nav", "/lessons", "school", Permission.LESSONS_TEACH,
                    Permission.LESSONS_EDIT);
        }
    }
}
