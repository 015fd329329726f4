package org.daywatch.planning.assistance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.assistance.AssistanceNoteStore;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.assistance.IndividualPlan.Action;
import org.daywatch.planning.assistance.IndividualPlan.Words;
import org.daywatch.planning.assistance.ReadingCheck.Line;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Plans of students who need help: the person who runs the school writes them and sees who has read them; an adult
 * reads those of their own classes.
 */
@Controller
@Needs(Permission.STUDENTS_READ)
class IndividualPlanPages {

    private static final int LONGEST = 1500;
    private static final int MOST = 50;

    private final IndividualPlans plans;
    private final AssistanceNoteStore notes;
    private final ClassRosters rosters;
    private final StudentSearch search;
    private final AtSchool atSchool;

    IndividualPlanPages(IndividualPlans plans, AssistanceNoteStore notes, ClassRosters rosters, StudentSearch search,
            AtSchool atSchool) {
        this.plans = plans;
        this.notes = notes;
        this.rosters = rosters;
        this.search = search;
        this.atSchool = atSchool;
    }

    /** Nobody is listed who has neither plan nor note: the page is no directory of children. */
    @GetMapping("/individual-plans")
    ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String q) {
        var campus = atSchool.of(actor, school);
        boolean writes = actor.may(Permission.REUNIFY);
        List<RosterPerson> found = writes ? search.find(actor, campus, q, MOST) : List.of();
        return new ModelAndView("planning/assistance/individual-plans",
                Map.of("page", page.titled("individual.title.of", campus.name()), "school", campus, "schools",
                        atSchool.all(actor),
                        "sheet",
                        new ReadingCheck.Sheet(lines(actor, campus).stream()
                                .sorted(Comparator.comparing((Line l) -> l.group().title())
                                        .thenComparing(l -> l.student().name()).thenComparing(Line::adult))
                                .toList()),
                        "q", q, "found", found, "writes", writes));
    }

    private List<Line> lines(Actor actor, Campus school) {
        var classes = actor.may(Permission.REUNIFY) ? shown(actor, school) : own(actor, school);
        var students = classes.stream().flatMap(c -> c.students().stream()).map(RosterPerson::id).distinct().toList();
        return ReadingCheck.of(classes, plans.ofSchool(school.id()), notes.noted(students),
                plans.readings(school.id()));
    }

    /** Every class, without students whom this person does not find. */
    private List<ClassGroup> shown(Actor actor, Campus school) {
        var hidden = search.hiddenFrom(actor, school);
        return rosters.classes(school.id()).stream().map(c -> new ClassGroup(c.id(), c.title(), c.room(), c.periods(),
                c.adults(), c.students().stream().filter(p -> !hidden.contains(p.id())).toList())).toList();
    }

    /** Classes in which they are an adult, by the e-mail that their account and the roster have in common. */
    private List<ClassGroup> own(Actor actor, Campus school) {
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(Locale.ROOT);
        return rosters.classes(school.id()).stream()
                .filter(c -> c.adults().stream().anyMatch(a -> !email.isEmpty() && a.email().equals(email))).toList();
    }

    @GetMapping("/individual-plans/{student}")
    ModelAndView read(Actor actor, Page page, @PathVariable UUID student,
            @RequestParam(defaultValue = "") String school) {
        var campus = atSchool.of(actor, school);
        var person = mine(actor, campus, student);
        boolean writes = actor.may(Permission.REUNIFY);
        var plan = plans.read(campus.id(), student, writes ? "school" : "adult of the class");
        boolean adult = own(actor, campus).stream()
                .anyMatch(c -> c.students().stream().anyMatch(p -> p.id().equals(student)));
        boolean said = plan.isPresent() && plans.readings(campus.id()).getOrDefault(plan.get().id(), java.util.Set.of())
                .contains(rosters.emailOf(actor.person()).orElse("").toLowerCase(Locale.ROOT));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("individual.one.title", person.name()),
                "school", campus, "student", person, "writes", writes, "adult", adult, "said", said,
                "noted", notes.exists(student)));
        model.put("plan", plan.orElse(null));
        return new ModelAndView("planning/assistance/individual-plan", model);
    }

    @PostMapping("/individual-plans/{student}/reading")
    String confirm(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID student,
            @RequestParam(defaultValue = "") String school, @RequestParam UUID plan) {
        var campus = atSchool.of(actor, school);
        mine(actor, campus, student);
        plans.confirm(actor, campus.id(), student, plan);
        Flashes.say(response, "success", page.t("individual.said.read"));
        return "redirect:/individual-plans?school=" + campus.id();
    }

    @Needs(Permission.REUNIFY)
    @GetMapping("/individual-plans/{student}/edit")
    ModelAndView edit(Actor actor, Page page, @PathVariable UUID student,
            @RequestParam(defaultValue = "") String school) {
        var campus = atSchool.of(actor, school);
        var person = search.student(actor, campus, student);
        var values = new HashMap<String, String>();
        plans.read(campus.id(), student, "writer").ifPresent(p -> {
            p.words().needs().forEach((action, text) -> values.put(action.name(), text));
            values.putAll(Map.of("helpers", p.words().helpers(), "equipment", p.words().equipment(), "medication",
                    p.words().medication()));
        });
        return form(page.with(Map.of(), values), campus, person);
    }

    @Needs(Permission.REUNIFY)
    @PostMapping("/individual-plans/{student}")
    ModelAndView write(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID student,
            @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, typed.getOrDefault("school", ""));
        var person = search.student(actor, campus, student);
        return Act.form(page, typed, again -> form(again, campus, person), () -> {
            plans.write(actor, campus, student, words(typed));
            Flashes.say(response, "success", page.t("individual.said.written"));
            return new ModelAndView("redirect:/individual-plans?school=" + campus.id());
        });
    }

    /** Every plan of the school by class, for the bag that goes along; each is a reading. */
    @Needs(Permission.REUNIFY)
    @GetMapping("/individual-plans/go-kit")
    ModelAndView kit(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        var campus = atSchool.of(actor, school);
        var all = new HashMap<UUID, IndividualPlan>();
        var hidden = search.hiddenFrom(actor, campus);
        plans.ofSchool(campus.id()).keySet().stream().filter(student -> !hidden.contains(student))
                .forEach(student -> plans.read(campus.id(), student, "go-kit").ifPresent(p -> all.put(student, p)));
        var classes = rosters.classes(campus.id()).stream()
                .filter(c -> c.students().stream().anyMatch(p -> all.containsKey(p.id()))).toList();
        return new ModelAndView("planning/assistance/go-kit",
                Map.of("page", page.titled("individual.kit.title", campus.name()), "school", campus, "classes", classes,
                        "plans", all));
    }

    private static ModelAndView form(Page page, Campus school, RosterPerson student) {
        return new ModelAndView("planning/assistance/individual-plan-form", Map.of("page",
                page.titled("individual.edit.title", student.name()), "school", school, "student", student));
    }

    /** @throws NotFound for a student of another school, and for one who is in none of their classes */
    private RosterPerson mine(Actor actor, Campus school, UUID student) {
        var person = search.student(actor, school, student);
        boolean theirs = actor.may(Permission.REUNIFY) || own(actor, school).stream()
                .anyMatch(c -> c.students().stream().anyMatch(p -> p.id().equals(student)));
        if (!theirs) throw new NotFound("student " + student);
        return person;
    }

    private static Words words(Map<String, String> typed) {
        var needs = new EnumMap<Action, String>(Action.class);
        for (var action : Action.values()) needs.put(action, text(typed, action.name()));
        return new Words(needs, text(typed, "helpers"), text(typed, "equipment"), text(typed, "medication"));
    }

    private static String text(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (text.length() > LONGEST) throw new InvalidInput(field, text.substring(0, 40), "individual.error.long");
        return text;
    }
}
