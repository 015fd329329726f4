package org.daywatch.planning.standards;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.planning.PlanStandards;
import org.daywatch.planning.PlanningEvent.PlanStandardChecked;
import org.daywatch.planning.standards.StandardCheck.Answer;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of standards, shipped and loaded, and what was found for each edition of a plan. */
@Component
@Transactional
public class StandardChecks implements PlanStandards {

    private static final Comparator<Standard> ORDER = Comparator.comparing(Standard::state)
            .thenComparing(Standard::part).thenComparing(Standard::code);
    private final StandardCheckStore store;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    StandardChecks(StandardCheckStore store, AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What holds in every state on that day for an agency and its districts: the agency's own list of a state where it
     * has loaded one, else the shipped one.
     */
    @Transactional(readOnly = true)
    public List<Standard> list(UUID agency, LocalDate day) {
        var own = store.own(agency);
        var states = own.stream().map(Standard::state).collect(java.util.stream.Collectors.toSet());
        return java.util.stream.Stream
                .concat(own.stream(), store.shipped(day).stream().filter(s -> !states.contains(s.state())))
                .sorted(ORDER).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> words(UUID agency, String state, LocalDate day) {
        return list(agency, day).stream().filter(s -> s.state().equals(state))
                .collect(Collectors.toMap(Standard::code, Standard::words));
    }

    @Transactional(readOnly = true)
    public List<StandardCheck> of(CheckedPlan plan, String state, LocalDate day) {
        var found = store.answers(plan.id());
        return list(plan.agencyId(), day).stream().filter(s -> s.state().equals(state)).map(s -> {
            var check = found.get(s.code());
            if (check == null) return new StandardCheck(s, Answer.UNKNOWN, "", null, "", false);
            boolean reworded = check.words() != null && !check.words().equals(s.words());
            return new StandardCheck(s, reworded ? Answer.UNKNOWN : check.answer(), check.evidence(), check.at(),
                    check.by(), reworded);
        }).toList();
    }

    @Transactional(readOnly = true)
    public StandardCheck.Count count(CheckedPlan plan, String state, LocalDate day) {
        return StandardCheck.Count.of(of(plan, state, day));
    }

    /**
     * Of the plan in force it is a fact for others; what is found of a draft or of an old edition is kept and told to
     * nobody.
     *
     * @param evidence where it is shown; needed for what is met
     * @throws NotFound for a standard that does not hold in the state
     */
    public void answer(Actor actor, CheckedPlan plan, String state, LocalDate day, String code, Answer answer,
            String evidence) {
        var standard = list(plan.agencyId(), day).stream().filter(s -> s.state().equals(state) && s.code().equals(code))
                .findFirst().orElseThrow(() -> new NotFound("standard " + code));
        String where = evidence.strip();
        if (answer == Answer.MET && where.length() < 3 || where.length() > 500)
            throw new InvalidInput("evidence", evidence, "eop.standards.error.evidence");
        store.put(plan, code,
                new StandardCheckStore.Given(answer, where, clock.instant(), actor.name(), standard.words()));
        if (!plan.inForce()) {
            audit.act("PlanStandardChecked", "operations plan " + plan.id(),
                    Map.of("standard", code, "answer", answer));
            return;
        }
        var found = StandardCheck.Codes.of(of(plan, state, day));
        facts.tell(new PlanStandardChecked(plan.agencyId(), plan.id(), clock.instant(), plan.districtId(),
                plan.schoolId(), plan.edition(), code, answer.name(), found.asked(), found.met(),
                actor.name()));
    }

    /** The agency's list of a state; the one it had before is withdrawn. The agency is bound. */
    public void load(Actor actor, String state, List<Standard> standards) {
        store.withdrawn(actor, state);
        store.insert(actor, state, standards);
        audit.act("PlanStandardsLoaded", "plan standards " + state, Map.of("standards", standards.size()));
    }

    /** The agency's list of a state is no more; what comes with Daywatch counts again. Nothing where there was none. */
    public void withdraw(Actor actor, String state) {
        if (store.withdrawn(actor, state) > 0) audit.act("PlanStandardsWithdrawn", "plan standards " + state, Map.of());
    }

    /** A list an agency loaded for a state, and who did. */
    public record Loaded(String state, int standards, Instant at, String by) {}
}
