package org.daywatch.directory.programmes.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.programmes.RequirementNumbers;
import org.daywatch.directory.programmes.catalogue.Catalogue;
import org.daywatch.directory.programmes.catalogue.CatalogueStore;
import org.daywatch.directory.programmes.posts.FundedPostRegister;
import org.daywatch.directory.programmes.posts.Members;
import org.daywatch.directory.sites.Districts;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programmes and what each demands; who takes part. */
@Controller
@Needs(Permission.PROGRAMME_READ)
public class RequirementPages {
    private final CatalogueStore catalogue;
    private final ProgrammeRules rules;
    private final RequirementNumbers numbers;
    private final Members members;
    private final FundedPostRegister register;
    private final Districts districts;

    RequirementPages(CatalogueStore catalogue, ProgrammeRules rules, RequirementNumbers numbers, Members members, FundedPostRegister register, Districts districts) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.numbers = numbers;
        this.members = members;
        this.register = register;
        this.districts = districts;
    }

    @Bean
    static NavEntry programmesNav() {
        return NavEntry.of(NavPart.SETUP, 91, "programmes.nav", "/programmes", "settings", Permission.PROGRAMME_EDIT);
    }

    /** A programme with what a reader wants to know before opening it. */
    public record Card(Catalogue.Entry entry, long requirements, long toConfirm, long open) {}

    @GetMapping("/programmes")
    ModelAndView list(Page page) {
        var all = catalogue.read();
        var book = rules.book();
        var cards = all.programmes().stream().map(entry -> {
            var shown = RequirementView.of(all, entry, book, numbers.today());
            return new Card(entry, shown.size(), shown.stream().filter(RequirementView::toConfirm).count(), shown.stream().filter(RequirementView::isOpen).count());
        }).toList();
        return new ModelAndView("directory/programmes/pages/programmes", Map.of("page", page.titled("programmes.title"), "cards", cards));
    }

    @GetMapping("/programmes/{code}")
    ModelAndView programme(Page page, Actor actor, @PathVariable String code) {
        var all = catalogue.read();
        var entry = all.find(code).orElseThrow(() -> new NotFound("programme " + code));
        var names = districts.names();
        List<Members.Member> taking = members.list(names.keySet()).stream().filter(m -> m.part().programme().equals(code)).toList();
        return new ModelAndView("directory/programmes/pages/programme", Map.of("page", page.titled("programmes.one.title", page.stored("shipped.programme", entry.programme().name())), "entry", entry,
                "requirements", RequirementView.of(all, entry, rules.book(), numbers.today()), "members", taking, "districts", names, "today", numbers.today(),
                "mayEdit", actor.may(Permission.PROGRAMME_EDIT), "mayWithdraw", actor.may(Permission.RULES_EDIT)));
    }

    @Needs(Permission.PROGRAMME_EDIT)
    @PostMapping("/programmes/{code}/members")
    ModelAndView join(Page page, HttpServletResponse response, @PathVariable String code, @RequestParam UUID district, @RequestParam(defaultValue = "") String from) {
        LocalDate day = Dates.date(from.strip());
        if (day == null) throw new InvalidInput("from", from, "fundedposts.wrong.day");
        if (!districts.names().containsKey(district)) throw new NotFound("district " + district);
        register.join(code, district, day);
        Flashes.say(response, "success", page.t("programmes.said.joined"));
        return new ModelAndView("redirect:/programmes/" + code);
    }

    @Needs(Permission.PROGRAMME_EDIT)
    @PostMapping("/programmes/{code}/members/{member}/end")
    ModelAndView leave(Page page, HttpServletResponse response, @PathVariable String code, @PathVariable UUID member) {
        var found = members.list(districts.names().keySet()).stream().filter(m -> m.id().equals(member)).findFirst().orElseThrow(() -> new NotFound("member " + member));
        register.leave(member, found.districtId(), code, numbers.today());
        Flashes.say(response, "success", page.t("programmes.said.left"));
        return new ModelAndView("redirect:/programmes/" + code);
    }
}
