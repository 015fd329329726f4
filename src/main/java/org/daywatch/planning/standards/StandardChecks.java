package org.daywatch.planning.standards;

import static org.daywatch_db.planning.Tables.OWN_PLAN_STANDARD;
import static org.daywatch_db.planning.Tables.PLAN_STANDARD;
import static org.daywatch_db.planning.Tables.STANDARD_CHECK;

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
import org.daywatch.planning.standards.Standard.Part;
import org.daywatch.planning.standards.StandardCheck.Answer;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of standards, shipped and loaded, and what was found for each edition of a plan. */
@Repository
@Transactional
public class StandardChecks implements PlanStandards {

    private static final Comparator<Standard> ORDER = Comparator.comparing(Standard::state)
            .thenComparing(Standard::part).thenComparing(Standard::code);

    private final DSLContext db;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    StandardChecks(DSLContext db, AuditLog audit, Facts facts, Clock clock) {
        this.db = db;
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
        var own = db.selectFrom(OWN_PLAN_STANDARD).where(OWN_PLAN_STANDARD.AGENCY_ID.eq(agency))
                .and(OWN_PLAN_STANDARD.WITHDRAWN_AT.isNull())
                .fetch(s -> new Standard(s.getState(), s.getCode(), Part.valueOf(s.getPart()), s.getWords(),
                        s.getSource(), false, true));
        var states = own.stream().map(Standard::state).collect(java.util.stream.Collectors.toSet());
        var shipped = db.selectFrom(PLAN_STANDARD).where(PLAN_STANDARD.VALID_FROM.le(day))
                .and(PLAN_STANDARD.VALID_TO.isNull().or(PLAN_STANDARD.VALID_TO.ge(day)))
                .fetch(s -> new Standard(s.getState(), s.getCode(), Part.valueOf(s.getPart()), s.getWords(),
                        s.getSource(), s.getToConfirm(), false));
        return java.util.stream.Stream.concat(own.stream(), shipped.stream().filter(s -> !states.contains(s.state())))
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
        var found = db.selectFrom(STANDARD_CHECK).where(STANDARD_CHECK.PLAN_ID.eq(plan.id()))
                .fetchMap(STANDARD_CHECK.CODE);
        return list(plan.agencyId(), day).stream().filter(s -> s.state().equals(state)).map(s -> {
            var check = found.get(s.code());
            if (check == null) return new StandardCheck(s, Answer.UNKNOWN, "", null, "", false);
            boolean reworded = check.getWords() != null && !check.getWords().equals(s.words());
            return new StandardCheck(s, reworded ? Answer.UNKNOWN : Answer.valueOf(check.getAnswer()),
                    check.getEvidence(), check.getCheckedAt(), check.getCheckedBy(), reworded);
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
        var t = STANDARD_CHECK;
        db.insertInto(t).set(t.AGENCY_ID, plan.agencyId()).set(t.PLAN_ID, plan.id()).set(t.CODE, code)
                .set(t.DISTRICT_ID, plan.districtId()).set(t.ANSWER, answer.name())
                .set(t.EVIDENCE, where).set(t.CHECKED_AT, clock.instant()).set(t.CHECKED_BY, actor.name())
                .set(t.WORDS, standard.words()).onConflict(t.AGENCY_ID, t.PLAN_ID, t.CODE).doUpdate()
                .set(t.ANSWER, answer.name()).set(t.EVIDENCE, where).set(t.CHECKED_AT, clock.instant())
                .set(t.CHECKED_BY, actor.name()).set(t.WORDS, standard.words()).execute();
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
        withdrawn(actor, state);
        var t = OWN_PLAN_STANDARD;
        for (var s : standards) {
            db.insertInto(t).set(t.AGENCY_ID, actor.tenant()).set(t.ID, Ids.next()).set(t.STATE, state)
                    .set(t.CODE, s.code()).set(t.PART, s.part().name()).set(t.WORDS, s.words())
                    .set(t.SOURCE, s.source()).set(t.LOADED_AT, clock.instant()).set(t.LOADED_BY, actor.name())
                    .execute();
        }
        audit.act("PlanStandardsLoaded", "plan standards " + state, Map.of("standards", standards.size()));
    }

    /** The agency's list of a state is no more; what comes with Daywatch counts again. Nothing where there was none. */
    public void withdraw(Actor actor, String state) {
        if (withdrawn(actor, state) > 0) audit.act("PlanStandardsWithdrawn", "plan standards " + state, Map.of());
    }

    /** Two who load at once take their turns, so that the later list stands alone. */
    private int withdrawn(Actor actor, String state) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 63))", actor.tenant() + state);
        var t = OWN_PLAN_STANDARD;
        return db.update(t).set(t.WITHDRAWN_AT, clock.instant()).where(t.AGENCY_ID.eq(actor.tenant()))
                .and(t.STATE.eq(state)).and(t.WITHDRAWN_AT.isNull()).execute();
    }

    /** A list an agency loaded for a state, and who did. */
    public record Loaded(String state, int standards, Instant at, String by) {}

    @Transactional(readOnly = true)
    public List<Loaded> loaded(UUID agency) {
        var t = OWN_PLAN_STANDARD;
        return db.select(t.STATE, DSL.count(), DSL.max(t.LOADED_AT), DSL.max(t.LOADED_BY)).from(t)
                .where(t.AGENCY_ID.eq(agency)).and(t.WITHDRAWN_AT.isNull()).groupBy(t.STATE).orderBy(t.STATE)
                .fetch(r -> new Loaded(r.value1(), r.value2(), r.value3(), r.value4()));
    }
}
