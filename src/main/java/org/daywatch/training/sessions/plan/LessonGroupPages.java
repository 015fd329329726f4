package org.daywatch.training.sessions.plan;

import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.sessions.LessonGroup;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.SessionDoor;
import org.daywatch.platform.web.forms.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Classes and audiences with what they were taught; a class may be part of a study, taught now or later. */
@Controller
@Needs(Permission.LESSONS_READ)
public class LessonGroupPages {

    static final Map<String, Comparator<Row>> SORTS = Map.of("class", Comparator.comparing(r -> r.group().label()),
            "school", Comparator.comparing(r -> r.school().name()), "year",
            Comparator.comparingInt(r -> r.group().year()), "taught", Comparator.comparingInt(Row::taught), "minutes",
            Comparator.comparingInt(Row::minutes));

    private final LessonGroups groups;
    private final LessonSessionStore sessions;
    private final LessonPlaces places;
    private final SessionDoor door;

    LessonGroupPages(LessonGroups groups, LessonSessionStore sessions, LessonPlaces places, SessionDoor door) {
        this.groups = groups;
        this.sessions = sessions;
        this.places = places;
        this.door = door;
    }

    /** @param planned still to come. @param minutes as taught */
    public record Row(LessonGroup group, Campus school, int taught, int planned, int minutes) {}

    @GetMapping("/lessons/classes")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/lessons/classes", parameters, SORTS.keySet(), "-year");
        var rows = rows(actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("training/sessions/plan/groups",
                Map.of("page", page.titled("sessions.groups.title"), "paging", placed, "rows", placed.shown(rows)));
    }

    @GetMapping("/lessons/classes.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/lessons/classes", parameters, SORTS.keySet(), "-year");
        Csv.answer(response, "classes.csv",
                List.of("id", "school", "year", "audience", "class", "study", "arm", "lessons_taught",
                        "lessons_planned", "minutes"),
                rows(actor, paging).stream()
                        .map(r -> java.util.Arrays.asList(r.group().id(), r.school().name(), r.group().year(),
                                r.group().audience(), r.group().label(), r.group().study(), r.group().arm(), r.taught(),
                                r.planned(), r.minutes())));
    }

    private List<Row> rows(Actor actor, Paging paging) {
        var schools = places.of(actor).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var lessons = sessions
                .list(LESSON_SESSION.SCHOOL_ID.in(schools.keySet()).and(LESSON_SESSION.STATE.in("PLANNED", "TAUGHT")))
                .stream().collect(Collectors.groupingBy(s -> s.group().id()));
        return groups.list(CLASS_GROUP.SCHOOL_ID.in(schools.keySet())).stream()
                .map(g -> row(g, schools.get(g.schoolId()), lessons.getOrDefault(g.id(), List.of())))
                .filter(r -> paging.filter("study").isEmpty()
                        || paging.filter("study").equals("yes") == (r.group().arm() != null))
                .filter(r -> paging.finds(r.group().label(), r.school().name(), r.group().study()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.group().label()).thenComparing(r -> r.group().id()))
                .toList();
    }

    private static Row row(LessonGroup group, Campus school, List<LessonSession> lessons) {
        var taught = lessons.stream().map(LessonSession::account).filter(java.util.Objects::nonNull).toList();
        return new Row(group, school, taught.size(), lessons.size() - taught.size(),
                taught.stream().mapToInt(LessonSession.Account::minutes).sum());
    }

    @GetMapping("/lessons/classes/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var group = mine(actor, id);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("sessions.group.title", group.label()),
                "group", group, "school", places.any(actor, group.schoolId()),
                "lessons", sessions.list(LESSON_SESSION.GROUP_ID.eq(id)), "teaches",
                actor.may(Permission.LESSONS_TEACH)));
        model.put("others", group.arm() == null
                ? List.<LessonGroup>of()
                : groups.list(CLASS_GROUP.STUDY.eq(group.study()).and(CLASS_GROUP.DISTRICT_ID.eq(group.districtId()))));
        return new ModelAndView("training/sessions/plan/group", model);
    }

    @PostMapping("/lessons/classes/{id}/study")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView study(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        var group = mine(actor, id);
        return Act.on(page, response, "/lessons/classes/" + id, "sessions.said.study", () -> {
            var form = new TypedForm("sessions", typed);
            boolean none = form.text("arm").isEmpty();
            if (!none && group.audience() != Audience.COHORT)
                throw new InvalidInput("arm", form.text("arm"), "sessions.wrong.study");
            String name = none ? "" : form.must("study", 80);
            var arm = none ? null : form.word("arm", Arm.class);
            form.check();
            groups.study(group, name, arm);
        });
    }

    private LessonGroup mine(Actor actor, UUID id) {
        var group = groups.find(id).orElseThrow(() -> new NotFound("class group " + id));
        places.get(actor, group.schoolId());
        return group;
    }
}
