package org.daywatch.prevention.rounds.walk;

import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.checkpoints.Inspections;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.patrols.PatrolPlans;
import org.daywatch.prevention.patrols.PatrolToday;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundCommands;
import org.daywatch.prevention.rounds.RoundStore;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.staffing.OfficerNames;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person walks, at a school where they are or were at that hour, and what their phone needs to know for it. */
@Component
@Transactional
public class Walks {

    private final RoundCommands commands;
    private final RoundStore rounds;
    private final CheckpointStore checkpoints;
    private final Inspections inspections;
    private final FindingStore findings;
    private final FindingSentences sentences;
    private final PreventionPlaces places;
    private final PatrolPlans patrols;
    private final PatrolToday today;
    private final OfficerNames officers;
    private final Forms forms;
    private final Clock clock;

    Walks(RoundCommands commands, RoundStore rounds, CheckpointStore checkpoints, Inspections inspections,
            FindingStore findings, FindingSentences sentences, PreventionPlaces places,
            PatrolPlans patrols, PatrolToday today, OfficerNames officers, Forms forms, Clock clock) {
        this.commands = commands;
        this.rounds = rounds;
        this.checkpoints = checkpoints;
        this.inspections = inspections;
        this.findings = findings;
        this.sentences = sentences;
        this.places = places;
        this.patrols = patrols;
        this.today = today;
        this.officers = officers;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param due it is time to look at it again. @param finding what is wrong with it already; empty where nothing
     * is. @param swept when it was looked at on a sweep of this week; null: not yet
     */
    public record Point(UUID id, String name, String place, Checkpoint.Kind kind, boolean outer, boolean due,
            String finding, @Nullable LocalDate swept) {}

    /** @param patrol how the school is walked today; null where nothing is planned */
    public record Place(UUID id, String name, List<Point> points, PatrolToday.@Nullable Walk patrol) {}

    void enter(Actor actor, RoundEntry entry) {
        var by = new By(actor.person(), actor.name());
        switch (entry) {
            case RoundEntry.Start(var round, var school, var kind, var at) ->
                commands.start(places.agency(places.campus(school)), round, places.walked(actor, school, at), kind,
                        walker(actor), at);
            case RoundEntry.See(var sighting) -> commands.see(sighting, by);
            case RoundEntry.Stop(var round, var plan, var position, var at) -> {
                if (!patrols.known(round, plan, position))
                    patrols.see(patrol(commands.goesOn(round, by)), plan, position, at);
            }
            case RoundEntry.Finish(var round, var at) -> commands.finish(round, at, by);
            case RoundEntry.Abandon(var round, var at, var why) -> commands.abandon(round, at, why, by);
        }
    }

    private static PatrolPlans.Round patrol(Round round) {
        return new PatrolPlans.Round(round.id(), round.schoolId(), round.day(), round.walker().name());
    }

    /** A whole sweep at once, under the id of its form; the same form a second time is the same sweep. */
    void enter(Actor actor, Campus school, PaperSweep sweep, UUID form) {
        if (!forms.first(form)) return;
        var by = new By(actor.person(), actor.name());
        commands.start(places.agency(school), form, school, Round.Kind.SWEEP, walker(actor), sweep.from());
        sweep.seen().forEach(sighting -> commands.see(sighting, by));
        commands.finish(form, sweep.to(), by);
    }

    private Walker walker(Actor actor) {
        var officer = actor.role() == Role.OFFICER
                ? officers.ofPerson(actor.person()).map(OfficerNames.Named::officer)
                        .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()))
                : null;
        return new Walker(actor.person(), actor.name(), officer);
    }

    /** What the phone keeps: the checkpoints of the schools where they are now. */
    @Transactional(readOnly = true)
    public List<Place> places(Page page, Actor actor) {
        var schools = places.of(actor);
        var ids = schools.stream().map(Campus::id).toList();
        var points = checkpoints.active(ids).stream().collect(Collectors.groupingBy(Checkpoint::schoolId));
        var open = findings
                .list(FINDING.SCHOOL_ID.in(ids).and(FINDING.CHECKPOINT_ID.isNotNull()).and(FINDING.STATE.ne("CLOSED")));
        var said = sentences.in(page.lang(), open);
        var wrong = open.stream().collect(Collectors.toMap(f -> f.origin().checkpointId(),
                f -> said.getOrDefault(f.id(), f.what()), (a, b) -> a));
        var swept = swept(schools);
        var judge = inspections.judge(schools);
        return schools.stream()
                .map(s -> new Place(s.id(), s.name(),
                        points.getOrDefault(s.id(), List.of()).stream().map(c -> point(c, s, judge, wrong, swept))
                                .toList(),
                        actor.may(Permission.PATTERNS_READ) ? today.of(page, s).orElse(null) : null))
                .toList();
    }

    /** Doors somebody stood at on a sweep of this week that is over: whoever goes on with it walks the others. */
    private Map<UUID, LocalDate> swept(List<Campus> schools) {
        var since = schools.stream().map(
                s -> LocalDate.now(clock.withZone(s.zone())).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .min(LocalDate::compareTo);
        if (since.isEmpty()) return Map.of();
        var ids = schools.stream().map(Campus::id).toArray(UUID[]::new);
        var week = rounds.list(ROUND.SCHOOL_ID.eq(DSL.any(ids)).and(ROUND.KIND.eq("SWEEP"))
                .and(ROUND.STATE.eq("FINISHED")).and(ROUND.DAY.ge(since.get())));
        var days = week.stream().collect(Collectors.toMap(Round::id, Round::day));
        return rounds.standing(days.keySet()).values().stream().flatMap(List::stream).filter(s -> s.result().seen())
                .collect(Collectors.toMap(Sighting::checkpointId, s -> days.get(s.roundId()),
                        (a, b) -> a.isAfter(b) ? a : b));
    }

    private Point point(Checkpoint c, Campus school, Inspections.Judge judge, Map<UUID, String> wrong,
            Map<UUID, LocalDate> swept) {
        boolean due = !judge.of(c, school).by().isAfter(LocalDate.now(clock.withZone(school.zone())));
        return new Point(c.id(), c.name(), c.place(), c.kind(), c.outer(), due, wrong.getOrDefault(c.id(), ""),
                swept.get(c.id()));
    }

    /** Rounds they have not ended, the newest first. */
    @Transactional(readOnly = true)
    public List<Round> open(Actor actor) {
        return rounds.list(ROUND.WALKER_PERSON.eq(actor.person()).and(ROUND.STATE.eq("WALKING")));
    }
}
