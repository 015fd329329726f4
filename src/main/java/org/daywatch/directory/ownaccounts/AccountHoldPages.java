package org.daywatch.directory.ownaccounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ownaccounts.AccountHold.Ground;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whether parents read the account of a student: held back by a court or an open report of abuse, with who and when.
 */
@Controller
@Needs(Permission.STUDENTS_PROTECT)
public class AccountHoldPages {

    private final AccountHolds holds;
    private final StudentSearch search;
    private final AtSchool atSchool;

    AccountHoldPages(AccountHolds holds, StudentSearch search, AtSchool atSchool) {
        this.holds = holds;
        this.search = search;
        this.atSchool = atSchool;
    }

    public record View(Campus school, UUID student, String name, @Nullable AccountHold hold) {}

    @GetMapping("/schools/{school}/students/{student}/account")
    ModelAndView show(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID student) {
        return view(page, actor, atSchool.of(actor, school), student);
    }

    @PostMapping("/schools/{school}/students/{student}/account")
    ModelAndView place(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID student, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        search.student(actor, campus, student);
        return Act.typed(page, response, here(campus, student), "ownaccounts.said.held", "hold", typed,
                again -> view(again, actor, campus, student), () -> holds.place(actor, campus, student,
                        ground(typed.getOrDefault("ground", "")), typed.getOrDefault("paper", "")));
    }

    @PostMapping("/schools/{school}/students/{student}/account/release")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID student) {
        var campus = atSchool.of(actor, school);
        search.student(actor, campus, student);
        return Act.on(page, response, here(campus, student), "ownaccounts.said.released",
                () -> holds.end(actor, campus, student));
    }

    private static Ground ground(String text) {
        for (var ground : Ground.values()) if (ground.name().equals(text)) return ground;
        throw new InvalidInput("ground", text, "ownaccounts.wrong.ground");
    }

    private static String here(Campus school, UUID student) {
        return "/schools/" + school.id() + "/students/" + student + "/account";
    }

    private ModelAndView view(Page page, Actor actor, Campus school, UUID student) {
        var model = new HashMap<String, Object>();
        String name = search.student(actor, school, student).name();
        model.put("page", page.titled("ownaccounts.title", name));
        model.put("view", new View(school, student, name, holds.open(student).orElse(null)));
        return new ModelAndView("directory/ownaccounts/account", model);
    }
}
