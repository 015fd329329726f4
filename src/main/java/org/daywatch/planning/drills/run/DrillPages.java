package org.daywatch.planning.drills.run;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.DrillStarting;
import org.daywatch.planning.ExerciseRoom;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillAsk;
import org.daywatch.planning.drills.DrillCommand;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillDues;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.drills.DrillYears;
import org.daywatch.planning.drills.audience.DrillAudience;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.drills.record.DrillAsks;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One drill: before it, on the phone while it runs, and after it. */
@Controller
@Needs(Permission.DRILLS_READ)
public class DrillPages {

    private final DrillDoor door;
    private final DrillCommands commands;
    private final DrillRecords records;
    private final DrillDues dues;
    private final DrillAsks asks;
    private final OptOuts optOuts;
    private final ObjectProvider<ExerciseRoom> exercises;
    private final DrillStarting starting;
    private final DrillYears years;
    private final Clock clock;

    DrillPages(DrillDoor door, DrillCommands commands, DrillRecords records, DrillDues dues, DrillAsks asks,
            OptOuts optOuts, ObjectProvider<ExerciseRoom> exercises, DrillStarting starting, DrillYears years,
            Clock clock) {
        this.door = door;
        this.commands = commands;
        this.records = records;
        this.dues = dues;
        this.asks = asks;
        this.optOuts = optOuts;
        this.exercises = exercises;
        this.starting = starting;
        this.years = years;
        this.clock = clock;
    }

    /**
     * One drill as its reader sees it.
     *
     * @param exercise on the screens, where it is or was. @param today by the school's clock. @param noticeDays
     * families must be told so many days before; 0: no rule says so
     * @param optOuts students who do something else; -1 where the reader may not know
     * @param closed why none begins now, whoever asks
     */
    public record View(Drill drill, Campus school, DrillRecords.Full record, Optional<ExerciseRoom.Exercise> exercise,
            LocalDate today, int noticeDays, int optOuts, List<DrillAsk> asks,
            boolean edits, boolean runs, Optional<Refused> closed, Instant now) {

        /** Where the public was told is still to be written down. */
        public boolean asksWherePosted() {
            return asks.stream().anyMatch(ask -> ask.what() == DrillAsk.What.POSTED && ask.open());
        }
    }

    @GetMapping("/drills/{id}")
    public ModelAndView show(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, id);
        return new ModelAndView("planning/drills/run/drill",
                Map.of("page",
                        page.titled("drills.one", page.t("drills.kind." + view.drill().kind()), view.school().name()),
                        "view", view));
    }

    private View view(Actor actor, UUID id) {
        var drill = door.mine(actor, id);
        var school = door.school(actor, drill);
        var today = LocalDate.now(clock.withZone(school.zone()));
        int out = actor.may(Permission.STUDENTS_READ) && actor.role().organizationKind().equals("DISTRICT")
                ? optOuts.count(id)
                : -1;
        var record = door.record(actor, id, records.of(id));
        return new View(drill, school, record, exercise(id, actor), today, dues.noticeDays(school, drill.kind(), today),
                out, asks.of(school, drill, record, today), actor.may(Permission.DRILLS_EDIT),
                starting.mayStart(actor, school.id()), years.closed(school, today,
                        LocalTime.now(clock.withZone(school.zone()))),
                clock.instant());
    }

    private Optional<ExerciseRoom.Exercise> exercise(UUID drill, Actor actor) {
        var room = exercises.getIfAvailable();
        return room == null ? Optional.empty() : room.of(drill, actor.person());
    }

    private void handle(Actor actor, UUID id, DrillCommand command) {
        door.act(actor, id, command, () -> commands.handle(id, command));
    }

    /** Begun and timed by those whose role runs drills, and by whom the school's drill plan names. */
    private void runs(Actor actor, UUID id) {
        var drill = door.mine(actor, id);
        if (!starting.mayStart(actor, drill.schoolId()))
            throw new Forbidden("no drill of school " + drill.schoolId() + " is run by " + actor.role());
    }

    @PostMapping("/drills/{id}/start")
    @Needs({Permission.DRILLS_RUN, Permission.DRILLS_READ})
    ModelAndView start(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        runs(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.started", () -> {
            var start = new DrillCommand.Start(ZoneOffset.UTC, List.of(), DrillAudience.EVERYBODY, DrillDoor.by(actor));
            door.act(actor, id, start, () -> commands.start(id, DrillDoor.by(actor)));
        });
    }

    @PostMapping("/drills/{id}/secured")
    @Needs({Permission.DRILLS_RUN, Permission.DRILLS_READ})
    ModelAndView secured(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        runs(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.timed",
                () -> handle(actor, id, new DrillCommand.Secured(DrillDoor.by(actor))));
    }

    @PostMapping("/drills/{id}/accounted")
    @Needs({Permission.DRILLS_RUN, Permission.DRILLS_READ})
    ModelAndView accounted(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        runs(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.timed",
                () -> handle(actor, id, new DrillCommand.Accounted(DrillDoor.by(actor))));
    }

    /** By hand, where no exercise stands on the screens: that one is ended by two people, and the drill with it. */
    @PostMapping("/drills/{id}/end")
    @Needs({Permission.DRILLS_RUN, Permission.DRILLS_READ})
    ModelAndView end(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean broken, HttpServletResponse response) {
        runs(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.ended", () -> {
            if (exercise(id, actor).filter(e -> !e.over()).isPresent())
                throw new Refused(PlanningRefusal.DRILL_EXERCISE_STANDS);
            door.act(actor, id, new DrillCommand.End(broken, ZoneOffset.UTC, List.of(), DrillDoor.by(actor)),
                    () -> commands.end(id, broken, DrillDoor.by(actor)));
        });
    }

    @PostMapping("/drills/{id}/move")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView move(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        var school = door.school(actor, drill);
        return Act.typed(page, response, "/drills/" + id, "drills.said.moved", "move", form,
                again -> show(again, actor, id), () -> {
                    var today = LocalDate.now(clock.withZone(school.zone()));
                    boolean told = records.of(id).notices().stream().anyMatch(n -> n.audience().equals("FAMILIES"));
                    var first = told ? today : today.plusDays(dues.noticeDays(school, drill.kind(), today));
                    handle(actor, id, new DrillCommand.Move(Typed.day("day", form.getOrDefault("day", "")),
                            Typed.time("at", form.getOrDefault("at", "")), first, DrillDoor.by(actor)));
                });
    }

    @PostMapping("/drills/{id}/call-off")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        door.mine(actor, id);
        return Act.typed(page, response, "/drills/" + id, "drills.said.calledOff", "call-off", form,
                again -> show(again, actor, id),
                () -> handle(actor, id, new DrillCommand.CallOff(Typed.must("why", form.getOrDefault("why", ""), 300),
                        DrillDoor.by(actor))));
    }

    @PostMapping("/drills/{id}/confirm")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String kind,
            HttpServletResponse response) {
        door.mine(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.confirmed", () -> {
            var what = DrillKind.of(kind).orElseThrow(() -> new InvalidInput("kind", kind, "drills.wrong.kind"));
            door.act(actor, id, new DrillCommand.Confirm(what, ZoneOffset.UTC, List.of(), DrillDoor.by(actor)),
                    () -> commands.confirm(id, what, DrillDoor.by(actor)));
        });
    }
}
