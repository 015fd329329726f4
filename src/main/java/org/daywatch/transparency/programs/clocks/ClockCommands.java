package org.daywatch.transparency.programs.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.ProgramEvent.ProgramClockStarted;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts clocks and carries out what is decided about them, each in one transaction. */
@Component
@Transactional
public class ClockCommands {

    private final ClockStore store;
    private final Demands demands;
    private final SchoolYears years;
    private final ClockNotices notices;
    private final Facts facts;
    private final Clock clock;

    ClockCommands(ClockStore store, Demands demands, SchoolYears years, ClockNotices notices, Facts facts,
            Clock clock) {
        this.store = store;
        this.demands = demands;
        this.years = years;
        this.notices = notices;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What starts a clock.
     *
     * @param startedAt when the event was
     * @param by null: the rule in force says by when. Where none is, it must be given
     */
    public record Event(ClockKind kind, @Nullable UUID officer, String about, String source, Instant startedAt,
            @Nullable Instant by) {}

    /** @return empty where this source has started one already */
    public Optional<UUID> start(UUID agency, Campus school, Event event, String name) {
        var rule = rule(school, event.kind, event.startedAt);
        var due = event.by == null ? byRule(rule, school, event) : event.by;
        if (due == null) throw new InvalidInput("due", "", "program.clock.wrong.due");
        if (!due.isAfter(event.startedAt)) throw new InvalidInput("due", due.toString(), "program.clock.wrong.before");
        return run(agency, school, event, rule, due, name).map(ProgramClock::id);
    }

    /**
     * A fact starts it, where a rule says so: the one in force when it happened, or today for what happened before
     * there was one.
     *
     * @param tell whoever must act is told at once
     * @return empty where no rule speaks of it here, and where this source has started one already
     */
    public Optional<UUID> startByRule(UUID agency, Campus school, Event event, String name, boolean tell) {
        var rule = rule(school, event.kind, event.startedAt).or(() -> rule(school, event.kind, clock.instant()));
        var due = byRule(rule, school, event);
        if (due == null) return Optional.empty();
        var started = run(agency, school, event, rule, due, name);
        if (tell) started.ifPresent(notices::started);
        return started.map(ProgramClock::id);
    }

    private Optional<Requirement> rule(Campus school, ClockKind kind, Instant at) {
        return demands.of(List.of(school.id()), at.atZone(school.zone()).toLocalDate())
                .getOrDefault(school.id(), List.of()).stream()
                .filter(r -> r.subject().equals(kind.subject())).findFirst();
    }

    private Optional<ProgramClock> run(UUID agency, Campus school, Event event, Optional<Requirement> rule, Instant due,
            String name) {
        boolean ruled = event.by == null;
        var started = new ProgramClock(agency, Ids.next(), school.districtId(), school.id(), event.officer, event.kind,
                event.about.strip(), event.source, event.startedAt,
                ClockDue.warnAt(event.startedAt, due), due, ruled ? rule.map(r -> r.rule().version()).orElse("") : "",
                ruled && rule.map(r -> r.rule().toConfirm()).orElse(false),
                new State.Running(), 0);
        if (!store.insert(started)) return Optional.empty();
        Instant now = clock.instant();
        store.step(started, "STARTED", started.about(), name, now);
        facts.tell(new ProgramClockStarted(agency, started.id(), now, school.id(), event.kind.name(), due,
                started.ruleVersion(), name));
        return Optional.of(started);
    }

    /** A notice's value counts its items, and says nothing about time: its end is the first shift. */
    private @Nullable Instant byRule(Optional<Requirement> rule, Campus school, Event event) {
        if (rule.isEmpty() || event.kind == ClockKind.NOTICE_OF_ASSIGNMENT) return null;
        var day = event.startedAt.atZone(school.zone()).toLocalDate();
        return ClockDue.of(rule.get().rule(), event.startedAt, school.zone(),
                years.of(List.of(school), day).get(school.id()));
    }

    public void handle(UUID id, ClockCommand command) {
        apply(store.lock(id), command, clock.instant());
    }

    /**
     * What else knows of it says that it is done: its hour is that of the server that saw it, whose clock may go a
     * little ahead of this one's.
     */
    public void answerOfSource(ClockKind kind, String source, ClockCommand.Answer answer) {
        var now = clock.instant();
        store.ofSource(kind, source)
                .ifPresent(id -> apply(store.lock(id), answer, answer.doneAt().isAfter(now) ? answer.doneAt() : now));
    }

    /** What had started them was recorded by mistake. @param source the beginning of theirs */
    public void withdrawOfSources(ClockKind kind, String source, String reason, String by) {
        store.ofSources(kind, source).forEach(id -> handle(id, new ClockCommand.Withdraw(reason, by)));
    }

    /** For the agency that is bound: reminders and escalations whose moment has come. @return how many */
    public int remind(UUID agency) {
        Instant now = clock.instant();
        int told = 0;
        for (var due : store.due(agency, now)) {
            var held = store.lock(due.id()); // another node may have been first
            if (held.version() != due.version()) continue;
            apply(held, now.isAfter(held.dueAt()) ? new ClockCommand.Escalate() : new ClockCommand.Warn(), now);
            told++;
        }
        return told;
    }

    private void apply(ProgramClock before, ClockCommand command, Instant now) {
        var decided = before.decide(command, now).orThrow();
        store.save(decided.state(), now);
        switch (command) {
            case ClockCommand.Warn _ -> store.step(before, "WARNED", "", "", now);
            case ClockCommand.Escalate _ -> store.step(before, "ESCALATED", "", "", now);
            case ClockCommand.Answer a -> store.answered(before, decided.state(), a, now);
            case ClockCommand.Confirm c -> store.step(before, "CONFIRMED", "", c.by(), now);
            case ClockCommand.Reopen(var reason, var by) -> store.step(before, "REOPENED", reason, by, now);
            case ClockCommand.Withdraw(var reason, var by) -> store.step(before, "WITHDRAWN", reason, by, now);
        }
        facts.tell(decided.facts());
        if (command instanceof ClockCommand.Warn) notices.soon(before);
        if (command instanceof ClockCommand.Escalate) notices.late(before);
        if (decided.state().state() instanceof State.Answered a && a.unconfirmed()) notices.toConfirm(decided.state());
    }
}
