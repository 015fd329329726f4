package org.daywatch.mentoring.mentors.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.mentoring.mentors.Interest;
import org.daywatch.mentoring.mentors.MentorScreening.Missing;
import org.daywatch.mentoring.mentors.Mentors;
import org.daywatch.mentoring.mentors.Tongue;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.staffing.days.OfficerDays.OfDistrict;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Officers who mentor, and until when their papers let them; nobody here learns whom they mentor. */
@Controller
@Needs(Permission.MENTORS_SCREEN)
class MentorPages {

    private static final int MOST = 20;

    private final Mentors mentors;
    private final Organizations organizations;

    MentorPages(Mentors mentors, Organizations organizations) {
        this.mentors = mentors;
        this.organizations = organizations;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry mentorsEntry() {
            return NavEntry.of(NavPart.SAFETY, 75, "mentors.nav", "/mentors", "group_add", Permission.MENTORS_SCREEN);
        }
    }

    @GetMapping("/mentors")
    ModelAndView list(Page page, Actor actor) {
        var districts = organizations.listOwn("DISTRICT").stream()
                .collect(Collectors.toMap(Organization::id, Organization::name));
        var candidates = mentors.officers().stream().filter(o -> districts.containsKey(o.district()))
                .map(o -> new MentorCandidate(o, key(o), districts.get(o.district()),
                        mentors.screening(o) instanceof Missing(var papers) ? papers : Set.of()))
                .toList();
        return new ModelAndView("mentoring/mentors/pages/mentors", Map.of("page", page.titled("mentors.title"),
                "mentors", mentors.list(), "candidates", candidates, "districts", districts));
    }

    @PostMapping("/mentors")
    ModelAndView screen(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        return Act.form(page, form, again -> list(again, actor), () -> {
            var typed = new TypedForm("mentors", form);
            var who = mentors.officers().stream().filter(o -> key(o).equals(typed.text("officer"))).findFirst();
            if (who.isEmpty()) typed.wrong("officer", "mentors.wrong.officer");
            int most = typed.mustNumber("most", 1, MOST);
            var interests = chosen(typed, "interest-", Interest.values());
            var languages = chosen(typed, "language-", Tongue.values());
            if (languages.isEmpty()) typed.wrong("language-ENGLISH", "mentors.wrong.language");
            typed.check();
            mentors.screen(actor.tenant(), who.orElseThrow(), interests, languages, most);
            Flashes.say(response, "success", page.t("mentors.said.screened", who.orElseThrow().name()));
            return new ModelAndView("redirect:/mentors");
        });
    }

    @PostMapping("/mentors/{district}/{person}/end")
    ModelAndView end(Page page, HttpServletResponse response, @PathVariable UUID district, @PathVariable UUID person) {
        return Act.on(page, response, "/mentors", "mentors.said.ended", () -> mentors.end(mentors.list().stream()
                .filter(m -> m.district().equals(district) && m.person().equals(person)).findFirst()
                .orElseThrow(() -> new NotFound("mentor " + person))));
    }

    private static String key(OfDistrict o) {
        return o.district() + "." + o.officer();
    }

    private static Set<String> chosen(TypedForm typed, String prefix, Enum<?>... all) {
        return Stream.of(all).map(Enum::name).filter(word -> typed.text(prefix + word).equals("true"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
