package org.daywatch.prevention.rounds;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.prevention.PreventionEvent;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.checkpoints.Checkpoint.Seen;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.findings.Finding.Breach;
import org.daywatch.prevention.findings.FindingCommand;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.patrols.PatrolPlans;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.Abandon;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundCommand.Finish;
import org.daywatch.prevention.rounds.RoundCommand.Leave;
import org.daywatch.prevention.rounds.RoundCommand.See;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. What a phone sends a second time changes nothing. */
@Component
@Transactional
public class RoundCommands {

    private final RoundStore rounds;
    private final CheckpointStore checkpoints;
    private final FindingCommands findings;
    private final PatrolPlans patrols;
    private final Campuses campuses;
    private final ProgramRules rules;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    RoundCommands(RoundStore rounds, CheckpointStore checkpoints, FindingCommands findings, PatrolPlans patrols,
            Campuses campuses, ProgramRules rules, Facts facts, Live live, Clock clock) {
        this.rounds = rounds;
        this.checkpoints = checkpoints;
        this.findings = findings;
        this.patrols = patrols;
        this.campuses = campuses;
        this.rules = rules;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** @param at when it began, by the phone's clock */
    public Round start(UUID agency, UUID id, Campus school, Kind kind, Walker walker, Instant at) {
        var began = at.isAfter(clock.instant()) ? clock.instant() : at;
        var round = new Round(agency, id, school.districtId(), school.id(), kind,
                LocalDate.ofInstant(began, school.zone()), began, walker, new State.Walking(), 1);
        if (rounds.insert(round)) {
            ring(round);
            return round;
        }
        return rounds.find(id).filter(known -> known.walker().person().equals(walker.person()))
                .orElseThrow(() -> new NotFound("round " + id));
    }

    /** A breach is a finding at once: whoever mends it need not wait for the end of the round. */
    public void see(Sighting told, By by) {
        if (rounds.known(told.id())) return;
        var round = rounds.lock(told.roundId());
        var now = clock.instant();
        var decided = round.decide(new See(told, by), now).orThrow().state();
        var checkpoint = checkpoints.get(told.checkpointId());
        if (!checkpoint.schoolId().equals(round.schoolId())) throw new Refused(PreventionRefusal.CHECKPOINT_ELSEWHERE);
        if (decided.version() != round.version()) rounds.save(decided);
        var sighting = told.result().breach() ? told.with(finding(round, checkpoint, told, by)) : told;
        rounds.insert(round, sighting, now);
        if (told.result().seen()) checkpoints.seen(checkpoint.id(), new Seen(told.at(), told.result().name()));
        ring(round);
    }

    /**
     * They are still on it, and what else they saw there belongs to it. @throws Refused when it is over, or another's
     */
    public Round goesOn(UUID id, By by) {
        var round = rounds.lock(id);
        var decided = round.decide(new See(null, by), clock.instant()).orThrow().state();
        if (decided.version() != round.version()) rounds.save(decided);
        ring(round);
        return decided;
    }

    /** One that is open already is seen again. */
    private UUID finding(Round round, Checkpoint checkpoint, Sighting s, By by) {
        var breach = new Breach(s.result().name(), s.done() == Sighting.Done.UNSAID ? "" : s.done().name(),
                checkpoint.name(), s.note());
        return findings.fromRound(school(round), checkpoint.id(), breach, checkpoint.where(), round.id(),
                new FindingCommand.By(by.person(), by.name()), s.at());
    }

    /** Finished before, by the same person, it stays as it is. */
    public Round finish(UUID id, Instant at, By by) {
        var round = rounds.lock(id);
        if (round.state() instanceof State.Finished && round.walker().person().equals(by.person())) return round;
        var standing = rounds.standing(id);
        var tally = RoundTally
                .of(RoundTally.due(round.kind(), checkpoints.all(round.schoolId()), round.startedAt(), standing),
                        standing)
                .last(patrols.seenOn(id).stream().map(PatrolPlans.SeenStop::at).max(Instant::compareTo).orElse(null));
        return handle(round, new Finish(at, tally, week(round, standing), longest(school(round)), by));
    }

    /** Two who share the doors between them have swept the school together, in whichever order their phones send it. */
    private boolean week(Round round, List<Sighting> standing) {
        if (round.kind() != Kind.SWEEP) return false;
        var monday = round.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var others = rounds.sweeps(round.schoolId(), monday, monday.plusDays(6));
        var seen = rounds.standing(others.stream().map(Round::id).toList());
        var all = checkpoints.all(round.schoolId());
        var walks = others.stream().map(r -> RoundTally.walk(r, all, seen.getOrDefault(r.id(), List.of())));
        return new WeekSweep(Stream.concat(walks, Stream.of(RoundTally.walk(round, all, standing))).toList()).whole();
    }

    public Round abandon(UUID id, Instant at, String why, By by) {
        var round = rounds.lock(id);
        if (round.state() instanceof State.Abandoned(_, var _, boolean left, _) && !left
                && round.walker().person().equals(by.person()))
            return round;
        return handle(round, new Abandon(at, why, by));
    }

    /** Rounds of the agency that is bound which nobody finished for hours. @return how many */
    public int leave() {
        int left = 0;
        for (var walking : rounds.walking()) {
            var school = campuses.find(walking.schoolId()).orElse(null);
            if (school == null || walking.startedAt().plus(longest(school)).isAfter(clock.instant())) continue;
            handle(rounds.lock(walking.id()), new Leave());
            left++;
        }
        return left;
    }

    private Round handle(Round round, RoundCommand command) {
        var decided = round.decide(command, clock.instant()).orThrow();
        rounds.save(decided.state());
        decided.facts().forEach(fact -> facts.tell((PreventionEvent) fact));
        ring(round);
        return decided.state();
    }

    private Duration longest(Campus school) {
        return Duration.ofHours(rules.inForce("ROUND_OPEN_HOURS", "DISTRICT:" + school.districtId(),
                LocalDate.now(clock.withZone(school.zone()))).orElseThrow().number());
    }

    private Campus school(Round round) {
        return campuses.find(round.schoolId()).orElseThrow(() -> new NotFound("school " + round.schoolId()));
    }

    private void ring(Round r) {
        live.ring("rounds", r.agencyId());
        live.ring("rounds", r.districtId());
    }
}
