package org.daywatch.directory.programs.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.programs.RequirementNumbers;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.programs.posts.Members;
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

/** Programs and what each demands; who takes part. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class RequirementPages {
    private final CatalogStore catalog;
    private final ProgramRules rules;
    private final RequirementNumbers numbers;
    private final Members members;
    private final FundedPostRegister register;
    private final Districts districts;

    RequirementPages(CatalogStore catalog, ProgramRules rules, RequirementNumbers numbers, Members members,
            FundedPostRegister register, Districts districts) {
        this.catalog = catalog;
        this.rules = rules;
        this.numbers = numbers;
        this.members = members;
        this.register = register;
        this.districts = districts;
    }

    @Bean
    static NavEntry programsNav() {
        return NavEntry.of(NavPart.SETUP, 91, "programs.nav", "/programs", "settings", Permission.PROGRAM_EDIT);
    }

    /** A program with what a reader wants to know before opening it. */
    public record Card(Catalog.Entry entry, long requirements, long toConfirm, long open) {}

    @GetMapping("/programs")
    ModelAndView list(Page page) {
        var all = catalog.read();
        var book = rules.book();
        var cards = all.programs().stream().map(entry -> {
            var shown = RequirementView.of(all, entry, book, numbers.today());
            return new Card(entry, shown.size(), shown.stream().filter(RequirementView::toConfirm).count(),
                    shown.stream().filter(RequirementView::isOpen).count());
        }).toList();
        return new ModelAndView("directory/programs/pages/programs",
                Map.of("page", page.titled("programs.title"), "cards", cards));
    }

    @GetMapping("/programs/{code}")
    ModelAndView program(Page page, Actor actor, @PathVariable String code) {
        var all = catalog.read();
        var entry = all.find(code).orElseThrow(() -> new NotFound("program " + code));
        var names = districts.names();
        List<Members.Member> taking = members.list(names.keySet()).stream().filter(m -> m.part().program().equals(code))
                .toList();
        return new ModelAndView("directory/programs/pages/program", Map.of("page",
                page.titled("programs.one.title", page.stored("shipped.program", entry.program().name())), "entry",
                entry,
                "requirements", RequirementView.of(all, entry, rules.book(), numbers.today()), "members", taking,
                "districts", names, "today", numbers.today(),
                "mayEdit", actor.may(Permission.PROGRAM_EDIT), "mayWithdraw", actor.may(Permission.RULES_EDIT)));
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/programs/{code}/members")
    ModelAndView join(Page page, HttpServletResponse response, @PathVariable String code, @RequestParam UUID district,
            @RequestParam(defaultValue = "") String from) {
        LocalDate day = Dates.date(from.strip());
        if (day == null) throw new InvalidInput("from", from, "fundedposts.wrong.day");
        if (!districts.names().containsKey(district)) throw new NotFound("district " + district);
        register.join(code, district, day);
        Flashes.say(response, "success", page.t("programs.said.joined"));
        return new ModelAndView("redirect:/programs/" + code);
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/programs/{code}/members/{member}/end")
    ModelAndView leave(Page page, HttpServletResponse response, @PathVariable String code, @PathVariable UUID member) {
        var found = members.list(districts.names().keySet()).stream().filter(m -> m.id().equals(member)).findFirst()
                .orElseThrow(() -> new NotFound("member " + member));
        register.leave(member, found.districtId(), code, numbers.today());
        Flashes.say(response, "success", page.t("programs.said.left"));
        return new ModelAndView("redirect:/programs/" + code);
    }
}
