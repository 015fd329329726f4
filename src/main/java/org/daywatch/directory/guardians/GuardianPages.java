package org.daywatch.directory.guardians;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.assistance.AssistanceNotes;
import org.daywatch.directory.assistance.AssistanceNoteStore;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;

import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Students of a school, found by name; for each who may collect them, and the note of what they need in an emergency.
 */
@Controller
@Needs(Permission.REUNIFY)
class GuardianPages {

    private static final int MOST = 50;
    private final Guardians guardians;
    private final AssistanceNotes notes;
    private final AssistanceNoteStore storedNotes;
    private final StudentSearch search;
    private final AtSchool atSchool;
    private final Clock clock;

    GuardianPages(Guardians guardians, AssistanceNotes notes, AssistanceNoteStore storedNotes, StudentSearch search,
            AtSchool atSchool, Clock clock) {
        this.guardians = guardians;
        this.notes = notes;
        this.storedNotes = storedNotes;
        this.search = search;
        this.atSchool = atSchool;
        this.clock = clock;
    }

    @Bean
    static NavEntry guardiansNav() {
        return NavEntry.of(NavPart.SAFETY, 78, "guardians.nav", "/guardians", "groups", Permission.REUNIFY);
    }

    /** Nobody is listed before a name is asked for: the page is no directory of children. */
    @GetMapping("/guardians")
    ModelAndView find(Actor actor, Page page, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String q) {
        var campus = atSchool.of(actor, school);
        var found = search.find(actor, campus, q, MOST);
        return new ModelAndView("directory/guardians/students",
                Map.of("page", page.titled("guardians.title", campus.name()), "school", campus, "schools",
                        atSchool.all(actor), "q", q,
                        "students", found, "counted",
                        guardians.counted(found.stream().map(RosterPerson::id).toList(), today(campus))));
    }

    @GetMapping("/schools/{school}/students/{student}/guardians")
    ModelAndView ofStudent(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID student) {
        return view(actor, page, atSchool.of(actor, school), student);
    }

    private ModelAndView view(Actor actor, Page page, Campus school, UUID id) {
        var student = search.student(actor, school, id);
        return new ModelAndView("directory/guardians/guardians",
                Map.of("page", page.titled("guardians.one.title", student.name()), "school", school, "student", student,
                        "today", today(school),
                        "guardianships", guardians.ofStudent(id, "page"), "note", notes.toWriter(actor, id).orElse(""),
                        "noted", storedNotes.exists(id)));
    }

    @PostMapping("/schools/{school}/students/{student}/guardians")
    ModelAndView enter(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID student, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        return act(actor, page, response, campus, student, typed, "guardians.said.entered",
                () -> guardians.enter(actor, campus, student, entry(typed, today(campus))));
    }

    @PostMapping("/schools/{school}/students/{student}/guardians/{id}/end")
    ModelAndView end(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID student, @PathVariable UUID id) {
        var campus = atSchool.of(actor, school);
        return act(actor, page, response, campus, student, Map.of(), "guardians.said.ended",
                () -> guardians.end(campus, student, id));
    }

    @PostMapping("/schools/{school}/students/{student}/assistance")
    ModelAndView note(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID student, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        return act(actor, page, response, campus, student, typed, "assistance.said",
                () -> notes.write(actor, campus, student, typed.getOrDefault("words", "")));
    }

    private ModelAndView act(Actor actor, Page page, HttpServletResponse response, Campus school, UUID student,
            Map<String, String> typed, String said, Runnable command) {
        search.student(actor, school, student);
        return Act.form(page, typed, again -> view(actor, again, school, student), () -> {
            command.run();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:/schools/" + school.id() + "/students/" + student + "/guardians");
        });
    }

    private static Guardians.Entry entry(Map<String, String> typed, LocalDate today) {
        var first = day(typed, "firstDay");
        return new Guardians.Entry(typed.getOrDefault("givenName", ""), typed.getOrDefault("familyName", ""),
                typed.getOrDefault("phone", ""), typed.getOrDefault("relation", ""),
                word(MayCollect.class, typed, "mayCollect"), word(CourtState.class, typed, "court"),
                typed.containsKey("custody") ? word(Custody.class, typed, "custody") : Custody.UNKNOWN,
                typed.getOrDefault("document", ""), first == null ? today : first, day(typed, "lastDay"));
    }

    private static <E extends Enum<E>> E word(Class<E> kind, Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "");
        for (E word : kind.getEnumConstants()) if (word.name().equals(text)) return word;
        throw new InvalidInput(field, text, "guardians.error.choose");
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? null : Days.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "guardians.error.day");
        }
    }

    private LocalDate today(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }
}
