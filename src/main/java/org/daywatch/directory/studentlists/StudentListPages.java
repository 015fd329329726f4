package org.daywatch.directory.studentlists;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.exports.people.PeopleFiles;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for a list of students, downloading one's own, and answering for somebody else's. */
@Controller
@Needs(Permission.STUDENTS_EXPORT)
class StudentListPages {

    private static final String HERE = "/student-lists";

    private final StudentLists lists;
    private final PeopleFiles files;
    private final AtSchool atSchool;
    private final HomeTime home;
    private final Clock clock;

    StudentListPages(StudentLists lists, PeopleFiles files, AtSchool atSchool, HomeTime home, Clock clock) {
        this.lists = lists;
        this.files = files;
        this.atSchool = atSchool;
        this.home = home;
        this.clock = clock;
    }

    @Bean
    static NavEntry studentListsNav() {
        return NavEntry.of(NavPart.SAFETY, 79, "studentlists.nav", HERE, "file_download", Permission.STUDENTS_EXPORT,
                Permission.EXPORTS_APPROVE);
    }

    @Needs({Permission.STUDENTS_EXPORT, Permission.EXPORTS_APPROVE})
    @GetMapping(HERE)
    ModelAndView show(Page page, Actor actor) {
        return new ModelAndView("directory/studentlists/student-lists",
                Map.of("page", page.titled("studentlists.title"), "reader", actor, "schools", atSchool.all(actor),
                        "quota", files.quota(actor), "files", files.list(actor), "now", clock.instant(), "zone",
                        home.zone()));
    }

    @PostMapping(HERE)
    ModelAndView ask(Page page, Actor actor, HttpServletResponse response, @RequestParam UUID form,
            @RequestParam Map<String, String> typed) {
        return Act.typed(page, "ask", typed, again -> show(again, actor), () -> {
            var asked = lists.ask(actor, wish(actor, form, typed));
            asked.ifPresent(a -> Flashes.say(response, a.file().second() && a.told() == 0 ? "warning" : "success",
                    a.file().second()
                            ? page.t("studentlists.said.waits", a.file().rows(), a.told())
                            : page.t("studentlists.said.ready", a.file().rows())));
            return new ModelAndView("redirect:" + HERE);
        });
    }

    @GetMapping("/student-lists/{id}.csv")
    void download(Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        var rows = lists.take(actor, id);
        Csv.answer(response, "students.csv", StudentListRow.HEADER, rows.stream().map(StudentListRow::cells));
    }

    @Needs(value = Permission.EXPORTS_APPROVE, stepUp = true)
    @PostMapping("/student-lists/{id}/approval")
    ModelAndView allow(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return Act.on(page, response, HERE, "studentlists.said.allowed", () -> files.answer(actor, id, true));
    }

    @Needs(value = Permission.EXPORTS_APPROVE, stepUp = true)
    @PostMapping("/student-lists/{id}/refusal")
    ModelAndView decline(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return Act.on(page, response, HERE, "studentlists.said.declined", () -> files.answer(actor, id, false));
    }

    /** Nothing chosen is all schools, for whoever speaks for all; whose place is one school asks for that one. */
    private StudentLists.Wish wish(Actor actor, UUID form, Map<String, String> typed) {
        String asked = typed.getOrDefault("school", "");
        boolean all = asked.isEmpty() && actor.school() == null;
        var school = all ? null : atSchool.of(actor, asked);
        return new StudentLists.Wish(school == null ? null : school.id(),
                school == null ? actor.organization() : school.name(),
                typed.getOrDefault("reason", ""), typed.containsKey("second"), form);
    }
}
