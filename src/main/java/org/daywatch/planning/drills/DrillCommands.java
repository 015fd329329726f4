package org.daywatch.planning.drills;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.DrillOutcome;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.PlanningEvent;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.Drill.Origin;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.DrillCommand.*;
import org.daywatch.planning.drills.audience.DrillAudiences;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.staffing.OnDuty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell; open screens hear of it after the commit. */
@Component
@Transactional
public class DrillCommands {

    private final DrillStore drills;
    private final DrillDues dues;
    private final DrillRecords records;
    private final DrillDoses doses;
    private final DrillAudiences audiences;
    private final DrillYears years;
    private final Campuses campuses;
    private final ClockRecords clocked;
    private final Facts facts;
    private final Forms forms;
    private final Live live;
    private final Clock clock;

    DrillCommands(DrillStore drills, DrillDues dues, DrillRecords records, DrillDoses doses, DrillAudiences audiences,
            DrillYears years, Campuses campuses, ClockRecords clocked, Facts facts,
            Forms forms, Live live, Clock clock) {
        this.drills = drills;
        this.dues = dues;
        this.records = records;
        this.doses = doses;
        this.audiences = audiences;
        this.years = years;
        this.campuses = campuses;
        this.clocked = clocked;
        this.facts = facts;
        this.forms = forms;
        this.live = live;
        this.clock = clock;
    }

    /** @param simulation whether anybody plays an attacker: then it is refused. @param fixed a person chose the day */
    public record Wish(DrillKind kind, LocalDate day, LocalTime at, boolean announced, String description,
            boolean simulation, boolean fixed, Origin origin, String why) {}

    /** @return its id; empty where the same form came a second time */
    public Optional<UUID> schedule(UUID agency, Campus school, Wish wish, By by, UUID form) {
        return forms.first(form) ? Optional.of(schedule(Ids.next(), agency, school, wish, by)) : Optional.empty();
    }

    /** Under an id that is known already, such as that of the exercise that will be raised. */
    public UUID schedule(UUID id, UUID agency, Campus school, Wish wish, By by) {
        drills.takeTurn(school.id());
        if (wish.simulation()) throw new Refused(PlanningRefusal.DRILL_SIMULATION);
        possible(school, wish.kind(), wish.day(), wish.at(), id);
        var drill = new Drill(agency, id, school.districtId(), school.id(), wish.kind(), wish.day(), wish.at(),
                wish.announced(), wish.description(), wish.fixed(), false, wish.origin(),
                wish.why(), new State.Scheduled(), 1);
        drills.insert(drill, clock.instant(), by.name());
        facts.tell(drill.scheduled(clock.instant(), by.name()));
        ring(drill);
        return id;
    }

    /**
     * The plan as it was shown; what was planned before and nobody fixed gives way to it. @param why those are called
     * off of which somebody was told. @return how many drills stand now because of it
     */
    public int accept(UUID agency, Campus school, List<Wish> wishes, String why, By by, UUID form) {
        if (!forms.first(form)) return 0;
        drills.takeTurn(school.id());
        var today = LocalDate.now(clock.withZone(school.zone()));
        for (var old : drills.replaceable(school.id(), today)) {
            if (drills.heardOf(old.id())) handle(old.id(), new CallOff(why, by));
            else giveWay(old, why, by);
        }
        for (var wish : wishes) schedule(Ids.next(), agency, school, wish, by);
        return wishes.size();
    }

    /** A proposal of which nobody outside was told leaves no trace in the school's lists; the audit has it. */
    private void giveWay(Drill old, String why, By by) {
        var decided = old.decide(new CallOff(why, by), clock.instant()).orThrow();
        drills.delete(old.id());
        decided.facts().forEach(fact -> facts.tell((PlanningEvent) fact));
        ring(old);
    }

    public Drill handle(UUID id, DrillCommand command) {
        var before = drills.get(id);
        if (command instanceof Move move) {
            possible(school(before), before.kind(), move.day(), move.at(), id);
        }
        return keep(before, command);
    }

    /** Begins it: who is on post is written down, and which classes meet. */
    public Drill start(UUID id, By by) {
        var before = drills.get(id);
        var school = school(before);
        if (dues.noticeDays(school, before.kind(), before.day()) > 0
                && records.of(id).notices().stream().noneMatch(n -> n.audience().equals("FAMILIES"))) {
            throw new Refused(PlanningRefusal.DRILL_FAMILIES_NOT_TOLD, Map.of());
        }
        var here = clock.instant().atZone(school.zone());
        open(school, here.toLocalDate(), here.toLocalTime());
        var officers = there(school, clock.instant(), clock.instant());
        var audience = audiences.at(school.id(), before.kind(), LocalDate.now(clock.withZone(school.zone())));
        var after = keep(before,
                new Start(school.zone(), officers.stream().map(OnDuty.OnPost::officer).toList(), audience, by));
        drills.keepOfficers(after, officers);
        doses.keep(school, after, clock.instant().atZone(school.zone()).toLocalTime());
        return after;
    }

    public Drill end(UUID id, boolean brokenOff, By by) {
        var before = drills.get(id);
        name(before);
        return keep(before, new End(brokenOff, school(before).zone(), drills.officers(id), by));
    }

    /** The same where it still runs: what was heard of its alert may have ended it before. */
    public void endIfRunning(UUID id, By by) {
        var before = drills.get(id);
        if (before.state() instanceof State.Running) name(before);
        if (before.state() instanceof State.Running)
            keep(before, new End(false, school(before).zone(), drills.officers(id), by));
    }

    public Drill confirm(UUID id, DrillKind kind, By by) {
        var before = drills.get(id);
        var school = school(before);
        name(before);
        var after = keep(before, new Confirm(kind, school.zone(), drills.officers(id), by));
        var times = after.state().times();
        if (times != null) doses.keep(school, after, times.started().atZone(school.zone()).toLocalTime());
        return after;
    }

    /**
     * What the emergency room says of an exercise: of a drill that is known, or of one nobody had scheduled.
     *
     * @param roll what its rooms have said by now, asked when this drill's turn has come: an outcome may be heard late,
     * and after a newer one
     */
    public void hear(DrillOutcome outcome, Supplier<@Nullable ExerciseRoll> roll) {
        var school = campuses.find(outcome.schoolId());
        var kind = DrillKind.ofAction(outcome.action(), outcome.detail());
        if (school.isEmpty() || kind.isEmpty()) return;
        drills.takeTurn(outcome.schoolId());
        var before = drills.lock(outcome.drill()).orElse(null);
        if (outcome.cancelled()) doses.forget(school.get(), outcome.drill()); // pressed by mistake
        if (before == null && outcome.cancelled()) return;
        if (before == null) before = unscheduled(school.get(), kind.get(), outcome);
        if (before.state() instanceof State.CalledOff) return;
        if (!before.held()) drills.keepOfficers(before, there(school.get(), outcome.started(), outcome.ended())); // heard again it names nobody whom the clock has learned of since
        var after = keep(before,
                new Hear(outcome.started(), outcome.secured(), outcome.accounted(), outcome.ended(),
                        outcome.cancelled(), school.get().zone(), drills.officers(before.id()),
                        outcome.by()));
        var said = roll.get();
        if (said != null) drills.keepRoll(after, said);
        if (!outcome.cancelled())
            doses.keep(school.get(), after, outcome.started().atZone(school.get().zone()).toLocalTime());
    }

    /** What its classes have had counts from now on, whether anybody says later as what it counts or not. */
    public void begun(UUID drill, UUID schoolId, String action, String detail, Instant started) {
        var kind = DrillKind.ofAction(action, detail);
        var school = campuses.find(schoolId);
        if (kind.isEmpty() || school.isEmpty()) return;
        doses.keep(school.get(), drill, kind.get(), started.atZone(school.get().zone()));
    }

    /** Reviewed as it is; whom the clock knows by then to have been there is named. */
    public Drill review(UUID id, Review review) {
        name(drills.get(id));
        return handle(id, review);
    }

    /**
     * Whom the clock knows to have been at the school while the drill ran; nobody is named because somebody remembers
     * them.
     */
    private void name(Drill drill) {
        var times = drill.state().times();
        if (times == null || drill.state() instanceof State.Reviewed) return;
        drills.keepOfficers(drill,
                there(school(drill), times.started(), times.ended() == null ? clock.instant() : times.ended()));
    }

    private List<OnDuty.OnPost> there(Campus school, Instant from, Instant to) {
        var during = new Window(from, to.isAfter(from) ? to : from.plusSeconds(1));
        return records(school, during).stream().map(r -> new OnDuty.OnPost(r.person(), r.name(), r.officerId()))
                .distinct().toList();
    }

    /** Somebody off campus all that time was not there. */
    private List<ClockRecords.ClockRecord> records(Campus school, Window during) {
        return clocked.at(school.id(), during).stream()
                .filter(r -> r.away().stream().noneMatch(
                        a -> !a.from().isAfter(during.start()) && (a.to() == null || !a.to().isBefore(during.end()))))
                .toList();
    }

    private Drill unscheduled(Campus school, DrillKind kind, DrillOutcome outcome) {
        var began = outcome.started().atZone(school.zone());
        var drill = new Drill(outcome.tenant(), outcome.drill(), school.districtId(), school.id(), kind,
                began.toLocalDate(), began.toLocalTime().withNano(0), false, "", true, true,
                Origin.UNSCHEDULED, "", new State.Scheduled(), 1);
        drills.insert(drill, clock.instant(), outcome.by());
        return drill;
    }

    private Drill keep(Drill before, DrillCommand command) {
        var decided = before.decide(command, clock.instant()).orThrow();
        if (decided.state().equals(before)) return before;
        drills.save(decided.state());
        decided.facts().forEach(fact -> facts.tell((PlanningEvent) fact));
        ring(decided.state());
        return decided.state();
    }

    private void possible(Campus school, DrillKind kind, LocalDate day, LocalTime at, UUID id) {
        if (day.isBefore(LocalDate.now(clock.withZone(school.zone()))))
            throw new InvalidInput("day", day.toString(), "drills.wrong.past");
        open(school, day, at);
        if (drills.another(school.id(), day, id))
            throw new Refused(PlanningRefusal.DRILL_DAY_TAKEN, Map.of("day", day));
        var first = dues.earliest(school, kind, LocalDate.now(clock.withZone(school.zone())));
        if (day.isBefore(first)) throw new Refused(PlanningRefusal.DRILL_NOTICE_TOO_SHORT, Map.of("day", first));
        doses.check(school, kind, day, at, id);
    }

    private void open(Campus school, LocalDate day, LocalTime at) {
        years.closed(school, day, at).ifPresent(refused -> {
            throw refused;
        });
    }

    private Campus school(Drill drill) {
        return campuses.find(drill.schoolId()).orElseThrow(() -> new NotFound("school " + drill.schoolId()));
    }

    private void ring(Drill drill) {
        live.ring("drills", drill.agencyId());
        live.ring("drills", drill.districtId());
    }
}
