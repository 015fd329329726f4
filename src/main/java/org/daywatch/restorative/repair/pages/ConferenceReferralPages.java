package org.daywatch.restorative.repair.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.conferences.ConferenceFile;
import org.daywatch.restorative.conferences.ConferenceFile.Context;
import org.daywatch.restorative.conferences.ConferenceKind;
import org.daywatch.restorative.conferences.Participant;
import org.daywatch.restorative.conferences.Side;
import org.daywatch.restorative.repair.ConferenceCommands;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An educator refers a quarrel or harm; the gate was asked before. Students stand in the form and in no address. */
@Controller
@Needs(Permission.CONFERENCES_REFER)
class ConferenceReferralPages {

    /** So many students can be named at once; the third may stay empty. */
    static final int STUDENTS = 3;
    private static final int MOST = 20;

    private final ConferenceDoor door;
    private final ConferenceCommands commands;
    private final RestorativeWords words;
    private final StudentSearch search;

    ConferenceReferralPages(ConferenceDoor door, ConferenceCommands commands, RestorativeWords words,
            StudentSearch search) {
        this.door = door;
        this.commands = commands;
        this.words = words;
        this.search = search;
    }

    /** @param gate the answer it rests on; without one the page leads to the gate */
    @GetMapping("/restorative/new")
    ModelAndView fresh(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID gate) {
        return door.at(actor, at -> form(page, at, gate, List.of(List.of(), List.of(), List.of())));
    }

    @PostMapping("/restorative")
    ModelAndView refer(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam UUID gate,
            @RequestParam Map<String, String> form) {
        return door.at(actor, at -> {
            var found = IntStream.range(0, STUDENTS).mapToObj(i -> found(at, form.getOrDefault("student-" + i, "")))
                    .toList();
            return Act.form(page, form, "student-0", again -> form(again, at, gate, found), () -> {
                var typed = new TypedForm("conference", form);
                var kind = typed.one("kind", ConferenceKind.class).orElse(ConferenceKind.CIRCLE);
                var cause = ConferenceWords.filled(typed, "cause", "cause", 2000);
                var lead = door.counselors(at.school()).stream()
                        .filter(c -> c.person().toString().equals(typed.text("counselor"))).findFirst();
                if (lead.isEmpty()) typed.wrong("counselor", "conference.wrong.counselor");
                var context = context(at, typed);
                var students = students(typed, found);
                typed.check();
                commands.refer(at, formId, gate, kind, lead.orElseThrow().person(),
                        ConferenceFile.fresh(students, context), cause);
                Flashes.say(response, "success", page.t("conference.said.referred", lead.orElseThrow().name()));
                return new ModelAndView(actor.person().equals(lead.orElseThrow().person())
                        ? "redirect:/restorative/" + formId
                        : "redirect:/restorative");
            });
        });
    }

    private List<RosterPerson> found(Entry at, String name) {
        return name.isBlank() ? List.of() : search.find(at.actor(), at.school(), name, MOST);
    }

    /** The first two are needed: somebody alone has nobody to meet. */
    private static List<Participant> students(TypedForm typed, List<List<RosterPerson>> found) {
        var students = new ArrayList<Participant>();
        for (int i = 0; i < STUDENTS; i++) {
            var name = typed.within("student-" + i, 200);
            if (name.isBlank()) {
                if (i < 2) typed.wrong("student-" + i, "conference.wrong.empty");
                continue;
            }
            var side = typed.one("side-" + i, Side.class).orElse(Side.BOTH_ALIKE);
            which(typed, found.get(i), i, name)
                    .ifPresent(p -> students.add(Participant.of(Ids.next(), p.id(), p.name(), side)));
        }
        return students;
    }

    /** The one of the roster who was chosen; one whose whole name was typed needs no second look. */
    private static Optional<RosterPerson> which(TypedForm typed, List<RosterPerson> found, int i, String name) {
        var chosen = found.stream().filter(p -> p.id().toString().equals(typed.text("which-" + i))
                || found.size() == 1 && p.name().equalsIgnoreCase(name.strip())).findFirst();
        if (found.isEmpty()) typed.wrong("student-" + i, "conference.wrong.student");
        else if (chosen.isEmpty()) typed.wrong("which-" + i, "conference.wrong.which");
        return chosen;
    }

    private Context context(Entry at, TypedForm typed) {
        LocalDate day = typed.day("day");
        if (day.isAfter(at.today())) typed.wrong("day", "conference.wrong.future");
        var tags = words.labels(Label.Kind.CAUSE, at.today()).stream()
                .filter(code -> typed.text("cause-" + code).equals("true")).toList();
        return new Context(day, typed.within("hour", 40), label(at, typed, "place", Label.Kind.PLACE),
                label(at, typed, "motive", Label.Kind.MOTIVE), label(at, typed, "others", Label.Kind.OTHERS), tags);
    }

    private String label(Entry at, TypedForm typed, String field, Label.Kind kind) {
        var said = typed.text(field);
        if (!words.labels(kind, at.today()).contains(said)) typed.wrong(field, "conference.wrong.label");
        return said;
    }

    private ModelAndView form(Page page, Entry at, @Nullable UUID gate, List<List<RosterPerson>> found) {
        var model = new java.util.HashMap<String, Object>(Map.of("page", page.titled("conference.new"), "at", at,
                "counselors", door.counselors(at.school()), "found", found, "labels", Map.of("place",
                        words.labels(Label.Kind.PLACE, at.today()), "motive",
                        words.labels(Label.Kind.MOTIVE, at.today()), "others",
                        words.labels(Label.Kind.OTHERS, at.today()), "cause",
                        words.labels(Label.Kind.CAUSE, at.today()))));
        model.put("gate", gate);
        return new ModelAndView("restorative/repair/pages/refer", model);
    }
}
