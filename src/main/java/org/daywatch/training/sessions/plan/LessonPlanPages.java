package org.daywatch.training.sessions.plan;

import static org.daywatch_db.training.Tables.CLASS_GROUP;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonGroup;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSessionCommands.Wish;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.SessionDoor;
import org.daywatch.training.sessions.timetable.LessonSeries;
import org.daywatch.training.sessions.timetable.SchoolTimetable;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.daywatch.training.sessions.timetable.Slot;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A lesson, or a series of them, planned into the timetable of a school. */
@Controller
@Needs(Permission.LESSONS_TEACH)
class LessonPlanPages {

    /** A period that began longer ago has no room for a lesson any more; the next one is proposed. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final LessonPlaces places;
    private final LessonGroups groups;
    private final LessonSessionStore sessions;
    private final LessonSessionCommands commands;
    private final LessonChoices choices;
    private final SchoolTimetables timetables;

    LessonPlanPages(LessonPlaces places, LessonGroups groups, LessonSessionStore sessions,
            LessonSessionCommands commands, LessonChoices choices, SchoolTimetables timetables) {
        this.places = places;
        this.groups = groups;
        this.sessions = sessions;
        this.commands = commands;
        this.choices = choices;
        this.timetables = timetables;
    }

    @GetMapping("/lessons/sessions/new")
    ModelAndView fresh(Page page, Actor actor, @RequestParam Map<String, String> asked) {
        var schools = places.of(actor);
        if (schools.isEmpty())
            return new ModelAndView("training/sessions/plan/nowhere", Map.of("page", page.titled("sessions.new")));
        var school = Ids.find(asked.getOrDefault("school", "")).map(id -> places.get(actor, id))
                .orElse(schools.getFirst());
        var today = places.today(school);
        var day = Days.find(page.value("day", asked.getOrDefault("day", ""))).orElse(today);
        var table = timetables.of(school,
                day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(2)) ? today : day,
                day.isBefore(today) ? today : day);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("sessions.new"), "schools", schools,
                "school", school, "table", table, "day", day, "today", today, "asked", asked,
                "lessons", choices.options(page), "labels", labels(school, today), "officers",
                places.officers(school)));
        model.put("next",
                table.periods().stream()
                        .filter(p -> !day.equals(today) || p.begins().plus(LATE).isAfter(places.now(school)))
                        .findFirst().map(p -> p.name()).orElse(LessonPlanForm.OTHER));
        model.put("officer", actor.role() == Role.OFFICER);
        return new ModelAndView("training/sessions/plan/new", model);
    }

    /** Classes that are taught already, then what the roster calls its classes. */
    private List<String> labels(Campus school, LocalDate today) {
        var labels = new LinkedHashSet<String>();
        groups.list(CLASS_GROUP.SCHOOL_ID.eq(school.id()).and(CLASS_GROUP.YEAR.eq(timetables.year(school, today))))
                .stream().map(LessonGroup::label).forEach(labels::add);
        timetables.classes(school).stream().filter(title -> title.length() <= 60).forEach(labels::add);
        return List.copyOf(labels);
    }

    @PostMapping("/lessons/sessions/new")
    ModelAndView plan(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> typed,
            @RequestParam("form") UUID formId) {
        var school = school(actor, typed);
        return Act.told(page, typed, again -> again(again, actor, typed), () -> {
            var day = Days.find(typed.getOrDefault("day", "")).orElse(places.today(school));
            var form = LessonPlanForm.read(typed, actor, timetables.of(school, day, day), places, choices);
            if (form.count() > 1) return preview(page, actor, school, form, typed);
            var table = timetables.of(school, form.day(), form.day());
            var ids = commands.plan(places.agency(actor), school, form.sitting(), form.teacher(),
                    List.of(new Wish(form.content(), form.number(), form.lessons(), form.slot(table))),
                    SessionDoor.by(actor), formId);
            Flashes.say(response, "success", page.t("sessions.said.planned"));
            return new ModelAndView("redirect:/lessons/sessions" + (ids.isEmpty() ? "" : "/" + ids.getFirst()));
        });
    }

    private ModelAndView preview(Page page, Actor actor, Campus school, LessonPlanForm form,
            Map<String, String> typed) {
        var last = timetables.lastDay(school, form.day());
        var table = timetables.of(school, form.day(), last);
        var group = groups
                .list(CLASS_GROUP.SCHOOL_ID.eq(school.id()).and(CLASS_GROUP.LABEL.eq(form.sitting().label()))
                        .and(CLASS_GROUP.AUDIENCE.eq(form.sitting().audience().name()))
                        .and(CLASS_GROUP.YEAR.eq(timetables.year(school, form.day()))))
                .stream().findFirst().map(LessonGroup::id).orElse(new UUID(0, 0));
        var plan = LessonSeries.of(form.series(last), table,
                slot -> !sessions.at(slot, form.teacher().officer(), form.teacher().person(), group, null).isEmpty());
        return new ModelAndView("training/sessions/plan/series",
                Map.of("page", page.titled("sessions.series.title"), "school", school, "plan", plan, "typed", typed,
                        "label", form.sitting().label(), "lessons", choices.options(page), "guessed",
                        choices.from(form.content().code(), plan.slots().size())));
    }

    /** What was ticked, with the lesson as it stands beside each day. */
    @PostMapping("/lessons/sessions/series")
    ModelAndView take(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> typed,
            @RequestParam("form") UUID formId) {
        var school = school(actor, typed);
        return Act.told(page, typed, again -> again(again, actor, typed), () -> {
            var day = Days.find(typed.getOrDefault("day", "")).orElse(places.today(school));
            var table = timetables.of(school, day, timetables.lastDay(school, day));
            var form = LessonPlanForm.read(typed, actor, table, places, choices);
            var slots = slots(typed, form, table);
            var wishes = new ArrayList<Wish>();
            for (var chosen : slots) {
                var content = choices.newest(chosen.lesson(), form.content().language())
                        .orElseThrow(() -> new InvalidInput("lesson", chosen.lesson(), "sessions.wrong.lesson"));
                wishes.add(new Wish(content, wishes.size() + 1, slots.size(), chosen.slot()));
            }
            if (wishes.isEmpty()) throw new InvalidInput("count", "", "sessions.wrong.none");
            var ids = commands.plan(places.agency(actor), school, form.sitting(), form.teacher(), wishes,
                    SessionDoor.by(actor), formId);
            Flashes.say(response, "success", page.t("sessions.said.series", ids.size()));
            return new ModelAndView(
                    "redirect:/lessons/sessions/week?school=" + school.id() + "&day=" + wishes.getFirst().slot().day());
        });
    }

    private record Chosen(Slot slot, String lesson) {}

    private static List<Chosen> slots(Map<String, String> typed, LessonPlanForm form, SchoolTimetable table) {
        var chosen = new ArrayList<Chosen>();
        for (int i = 0; i < 60 && typed.containsKey("day" + i); i++) {
            if (!typed.getOrDefault("take" + i, "").equals("true")) continue;
            String said = typed.get("day" + i);
            var day = Days.find(said).orElseThrow(() -> new InvalidInput("day", said, "sessions.wrong.day"));
            chosen.add(new Chosen(table.slot(day, form.period(), form.from(), form.to(), form.outsideWhy()),
                    typed.getOrDefault("lesson" + i, "")));
        }
        return chosen;
    }

    private Campus school(Actor actor, Map<String, String> typed) {
        String said = typed.getOrDefault("school", "");
        return Ids.find(said).map(id -> places.get(actor, id)).orElseThrow(() -> new NotFound("school " + said));
    }

    /** The form again, with all that was typed, and what is wrong at its field; what was refused stands above it. */
    private ModelAndView again(Page page, Actor actor, Map<String, String> typed) {
        return fresh(page.errors().isEmpty() ? page : page.says("error", page.t("sessions.said.wrong")), actor, typed);
    }
}
