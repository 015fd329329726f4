package org.daywatch.platform.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search field in the head of every page. */
@Controller
public class SearchPages {

    static final int MOST = 10;
    private static final int SHORTEST = 2;

    private final List<SearchSource> sources;

    SearchPages(ObjectProvider<SearchSource> sources) {
        this.sources = sources.stream().sorted(Comparator.comparingInt(SearchSource::order)).toList();
    }

    /** The hits of one kind. */
    public record Found(String heading, List<SearchSource.Hit> hits, boolean more) {}

    @Needs(Permission.SEARCH)
    @GetMapping("/search")
    ModelAndView search(Page page, Actor actor, @RequestParam(defaultValue = "") String q) {
        var words = q.strip();
        var found = words.length() < SHORTEST
                ? List.<Found>of()
                : sources.stream().filter(source -> actor.may(source.needs()))
                        .map(source -> ask(source, words, page.lang()))
                        .filter(answer -> !answer.hits().isEmpty()).toList();
        return new ModelAndView("platform/search/search", Map.of("page", page.titled("search.title"), "words", words,
                "tooShort", words.length() < SHORTEST, "found", found));
    }

    private static Found ask(SearchSource source, String words, String language) {
        var hits = source.find(words, MOST + 1, language);
        return new Found(source.heading(), hits.subList(0, Math.min(MOST, hits.size())), hits.size() > MOST);
    }
}
