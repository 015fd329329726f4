package org.daywatch.platform.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Help stands in the texts of its feature, one topic per page: help.TOPIC.title, .what, .1, .2, … and .if. The topic is
 * the first word of a page's address, so the link in the head of a page always leads to its own help.
 */
@Controller
public class HelpPages {

    private static final List<String> FOR_EVERYBODY = List.of("start", "sign-in", "me", "search", "accessibility");

    /** One topic as it is shown. */
    public record Topic(String name, String title, String what, List<String> steps, String trouble) {}

    @Open(why = "help tells nothing about anybody")
    @GetMapping("/help")
    ModelAndView index(Page page) {
        var mine = page.nav().stream().map(item -> firstWord(item.href())).distinct().filter(name -> known(page, name))
                .toList();
        var names = new ArrayList<>(mine);
        FOR_EVERYBODY.stream().filter(name -> known(page, name) && !names.contains(name)).forEach(names::add);
        return new ModelAndView("platform/help/help",
                Map.of("page", page.titled("help.title"), "topics", names.stream().map(n -> topic(page, n)).toList()));
    }

    @Open(why = "help tells nothing about anybody")
    @GetMapping("/help/{name}")
    ModelAndView one(Page page, @PathVariable String name) {
        if (!known(page, name)) return index(page);
        return new ModelAndView("platform/help/topic",
                Map.of("page", page.titled("help." + name + ".title"), "topic", topic(page, name)));
    }

    private static boolean known(Page page, String name) {
        return page.has("help." + name + ".title");
    }

    private static Topic topic(Page page, String name) {
        var steps = new ArrayList<String>();
        for (int number = 1; page.has("help." + name + "." + number); number++)
            steps.add(page.t("help." + name + "." + number));
        return new Topic(name, page.t("help." + name + ".title"), page.t("help." + name + ".what"), steps,
                page.has("help." + name + ".if") ? page.t("help." + name + ".if") : "");
    }

    private static String firstWord(String path) {
        return path.replaceFirst("^/", "").replaceFirst("[/?].*", "");
    }
}
