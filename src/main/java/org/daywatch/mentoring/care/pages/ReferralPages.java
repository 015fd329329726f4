package org.daywatch.mentoring.care.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.mentoring.care.FreeTime;
import org.daywatch.mentoring.care.MatchCommands;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.matches.MatchFile;
import org.daywatch.mentoring.mentors.Interest;
import org.daywatch.mentoring.mentors.Mentor;
import org.daywatch.mentoring.mentors.MentorStore;
import org.daywatch.mentoring.mentors.Tongue;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody of the school refers a student. The student is named in the form and never in an address. */
@Controller
@Needs(Permission.MATCHES_REFER)
class ReferralPages {

    private static final int MOST = 20;

    private final MatchDoor door;
    private final MatchCommands commands;
    private final StudentSearch search;
    private final ClassRosters rosters;
    private final MentorStore mentors;

    ReferralPages(MatchDoor door, MatchCommands commands, StudentSearch search, ClassRosters rosters,
            MentorStore mentors) {
        this.door = door;
        this.commands = commands;
        this.search = search;
        this.rosters = rosters;
        this.mentors = mentors;
    }

    @GetMapping("/mentoring/new")
    ModelAndView fresh(Page page, Actor actor) {
        return door.at(actor, at -> form(page, at, List.of()));
    }

    @PostMapping("/mentoring")
    ModelAndView refer(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        return door.at(actor, at -> {
            var found = search.find(actor, at.school(), form.getOrDefault("student", ""), MOST);
            return Act.form(page, form, "student", again -> form(again, at, found), () -> {
                var typed = new TypedForm("mentoring", form);
                var name = typed.must("student", 200);
                var cause = typed.must("cause", 2000);
                var counselor = door.counselors(at.school()).stream()
                        .filter(c -> c.person().toString().equals(typed.text("counselor"))).findFirst();
                if (counselor.isEmpty()) typed.wrong("counselor", "mentoring.wrong.counselor");
                var free = free(typed);
                var which = which(typed, found, name);
                typed.check();
                var file = MatchFile.fresh(which.name(), chosen(typed, "interest-", Interest.values()),
                        chosen(typed, "language-", Tongue.values()), wish(typed), free);
                var id = commands.refer(at, which.id(), counselor.orElseThrow().person(), file, cause);
                Flashes.say(response, "success", page.t("mentoring.said.referred"));
                return new ModelAndView(actor.person().equals(counselor.orElseThrow().person())
                        ? "redirect:/mentoring/" + id
                        : "redirect:/mentoring");
            });
        });
    }

    /** The one of the roster who was chosen; several are asked about, and so is one whose name is not whole. */
    private static RosterPerson which(TypedForm typed, List<RosterPerson> found, String name) {
        var chosen = found.stream().filter(p -> p.id().toString().equals(typed.text("which"))).findFirst();
        if (found.isEmpty()) typed.wrong("student", "mentoring.wrong.student");
        else if (chosen.isEmpty()) typed.wrong("which", "mentoring.wrong.which");
        return chosen.orElse(new RosterPerson(new UUID(0, 0), name, ""));
    }

    private static Set<String> chosen(TypedForm typed, String prefix, Enum<?>... all) {
        return Stream.of(all).map(Enum::name).filter(word -> typed.text(prefix + word).equals("true"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable UUID wish(TypedForm typed) {
        return mentors.list().stream().map(Mentor::person).filter(p -> p.toString().equals(typed.text("wish")))
                .findFirst().orElse(null);
    }

    private static Set<String> free(TypedForm typed) {
        var from = typed.time("from");
        var to = typed.time("to");
        if (!from.isBefore(to)) typed.wrong("to", "mentoring.wrong.to");
        var days = Stream.of(DayOfWeek.values()).filter(d -> typed.text("day-" + d).equals("true"))
                .map(d -> new FreeTime(d, new Hours(from, to)).written())
                .collect(Collectors.toCollection(TreeSet::new));
        if (days.isEmpty()) typed.wrong("day-MONDAY", "mentoring.wrong.days");
        return days;
    }

    private ModelAndView form(Page page, Entrance at, List<RosterPerson> found) {
        return new ModelAndView("mentoring/care/pages/new",
                Map.of("page", page.titled("mentoring.new"), "at", at, "counselors", door.counselors(at.school()),
                        "mentors", mentors.list().stream().filter(m -> m.isScreened(at.today())).toList(), "found",
                        found, "listed", !rosters.students(at.school().id()).isEmpty()));
    }
}
