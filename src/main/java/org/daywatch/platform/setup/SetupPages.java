package org.daywatch.platform.setup;

import java.util.HashMap;
import java.util.Map;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/**
 * The set-up: what is done, what comes next and why; until it is done every page of those who may do it leads there.
 */
@Controller
@Needs(Permission.SCHOOLS_EDIT)
class SetupPages {

    private final SetupProgress progress;

    SetupPages(SetupProgress progress) {
        this.progress = progress;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry setupFirst(ObjectProvider<SetupProgress> progress) {
            return NavEntry.of(NavPart.TODAY, 5, "setup.nav", "/setup", "construction", Permission.SCHOOLS_EDIT)
                    .when(actor -> !progress.getObject().done(actor));
        }

        @Bean
        NavEntry setupAfterwards(ObjectProvider<SetupProgress> progress) {
            return NavEntry.of(NavPart.SETUP, 890, "setup.nav", "/setup", "construction", Permission.SCHOOLS_EDIT)
                    .when(actor -> progress.getObject().done(actor));
        }
    }

    @GetMapping("/setup")
    ModelAndView show(Page page, Actor actor) {
        return view("setup", page, actor);
    }

    /** The bar above every page until all is done: how far, and what comes next. */
    @GetMapping("/setup/strip")
    ModelAndView strip(Page page, Actor actor, @RequestHeader(name = "HX-Current-URL", defaultValue = "") String on) {
        var view = view("strip", page, actor);
        // Whoever looks at the board already need not be led there.
        if (Boolean.TRUE.equals(view.getModel().get("complete"))
                && on.replaceFirst("^https?://[^/]+", "").startsWith("/board"))
            view.setStatus(HttpStatus.NO_CONTENT);
        return view;
    }

    private ModelAndView view(String template, Page page, Actor actor) {
        var lines = progress.lines();
        var model = new HashMap<String, Object>(Map.of("page", page.titled("setup.title"), "lines", lines, "complete",
                SetupProgress.complete(lines), "actor", actor));
        SetupProgress.next(lines).ifPresent(next -> model.put("next", next));
        return new ModelAndView("platform/setup/" + template, model);
    }

    @PostMapping("/setup/{step}/later")
    ModelAndView later(@PathVariable String step) {
        progress.later(step);
        return new ModelAndView("redirect:/setup");
    }

    @PostMapping("/setup/{step}/again")
    ModelAndView again(@PathVariable String step) {
        progress.again(step);
        return new ModelAndView("redirect:/setup");
    }
}
