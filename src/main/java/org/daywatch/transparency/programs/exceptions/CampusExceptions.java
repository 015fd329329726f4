package org.daywatch.transparency.programs.exceptions;

import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION;
import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION_END;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockDue;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.exceptions.CampusException.Reason;
import org.daywatch.transparency.programs.totals.Demands;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions as boards decided them, and plans as the state's marshal approved them. An earlier one stays: whoever
 * checks a past day reads what held then.
 */
@Component
@Transactional
public class CampusExceptions {

    private final DSLContext db;
    private final Demands demands;
    private final ClockCommands clocks;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    CampusExceptions(DSLContext db, Demands demands, ClockCommands clocks, Organizations organizations, AuditLog audit,
            Clock clock) {
        this.db = db;
        this.demands = demands;
        this.clocks = clocks;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** How long it holds is for the rule in force on the board's day to say. */
    public void add(Campus school, String reason, String alternative, LocalDate boardDay, Actor actor) {
        var why = Reason.ofBoards().stream().filter(r -> r.name().equals(reason)).findFirst()
                .orElseThrow(() -> new InvalidInput("reason", reason, "program.wrong.reason"));
        var rule = demanded(school, boardDay).stream()
                .filter(r -> r.subject().startsWith("EXCEPTION:") && r.counting() == Requirement.Counting.EVERY_YEARS)
                .findFirst();
        var renewBy = rule.map(r -> boardDay.plusYears(r.rule().number())).orElse(null);
        add(school, new Decided(why, "", alternative, boardDay, renewBy, renewBy), rule, actor);
    }

    /**
     * The state marshal approved a campus's plan in writing. It counts for the school year in which it was given, until
     * the day before the next one is due.
     *
     * @param approval number or words of the letter
     * @param plan what the campus does instead
     */
    public void approve(Campus school, String approval, String plan, LocalDate approved, Actor actor) {
        var rule = MarshalPlan.asked(demanded(school, approved))
                .orElseThrow(() -> new InvalidInput("approval", approval, "program.wrong.noApproval"));
        if (approval.strip().length() < 3 || approval.strip().length() > 120)
            throw new InvalidInput("approval", approval, "program.wrong.approval");
        var by = demands.by(rule)
                .orElseThrow(() -> new IllegalStateException("rule " + rule.rule().version() + " names no day"));
        var until = MarshalPlan.until(by, approved);
        add(school, new Decided(Reason.MARSHAL_APPROVAL, approval.strip(), plan, approved, until, until.plusDays(1)),
                Optional.of(rule), actor);
    }

    private List<Requirement> demanded(Campus school, LocalDate day) {
        return demands.of(List.of(school.id()), day).getOrDefault(school.id(), List.of());
    }

    /** @param until its last day. @param renewed the day by which the next one has to be there */
    private record Decided(Reason why, String approval, String alternative, LocalDate boardDay,
            @Nullable LocalDate until, @Nullable LocalDate renewed) {}

    private void add(Campus school, Decided decided, Optional<Requirement> rule, Actor actor) {
        String alternative = decided.alternative;
        var boardDay = decided.boardDay;
        if (alternative.strip().length() < 5 || alternative.strip().length() > 300)
            throw new InvalidInput("alternative", alternative, "program.wrong.alternative");
        if (boardDay.isAfter(LocalDate.ofInstant(clock.instant(), school.zone())))
            throw new InvalidInput("boardDay", boardDay.toString(), "program.wrong.boardDay");
        var before = latest(List.of(school.id())).get(school.id());
        var id = Ids.next();
        var e = CAMPUS_EXCEPTION;
        var agency = agency(school);
        db.insertInto(e).set(e.AGENCY_ID, agency).set(e.ID, id).set(e.DISTRICT_ID, school.districtId())
                .set(e.SCHOOL_ID, school.id()).set(e.REASON, decided.why.name())
                .set(e.APPROVAL, decided.approval).set(e.ALTERNATIVE, alternative.strip()).set(e.BOARD_DAY, boardDay)
                .set(e.RENEW_BY, decided.until)
                .set(e.RULE_VERSION, rule.map(r -> r.rule().version()).orElse("")).set(e.ADDED_BY, actor.person())
                .set(e.ADDED_NAME, actor.name()).set(e.ADDED_AT, clock.instant()).execute();
        audit.act("CampusExceptionAdded", "school " + school.id(), Map.of("reason", decided.why, "boardDay", boardDay));
        if (before != null)
            clocks.answerOfSource(ClockKind.EXCEPTION_RENEWAL, source(before.id()),
                    ClockCommand.Answer.seen(clock.instant(), "", actor.name()));
        if (decided.renewed == null) return;
        var began = boardDay.atStartOfDay(school.zone()).toInstant();
        clocks.start(agency, school, new ClockCommands.Event(ClockKind.EXCEPTION_RENEWAL, null, alternative, source(id),
                began, ClockDue.endOf(decided.renewed, school.zone())), actor.name());
    }

    /**
     * The board decided that it holds no longer. It stays readable for the days it held; its renewal is nothing to wait
     * for. @param lastDay on which it still held
     */
    public void end(Campus school, LocalDate lastDay, String reason, Actor actor) {
        var held = latest(List.of(school.id())).get(school.id());
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        if (held == null || !held.holds(today))
            throw new InvalidInput("lastDay", lastDay.toString(), "program.wrong.noException");
        if (lastDay.isAfter(today) || lastDay.isBefore(held.boardDay()))
            throw new InvalidInput("lastDay", lastDay.toString(), "program.wrong.lastDay");
        if (reason.strip().length() < 5 || reason.strip().length() > 300)
            throw new InvalidInput("endReason", reason, "program.wrong.endReason");
        var end = CAMPUS_EXCEPTION_END;
        int ended = db.insertInto(end).set(end.AGENCY_ID, agency(school)).set(end.ID, Ids.next())
                .set(end.DISTRICT_ID, school.districtId()).set(end.EXCEPTION_ID, held.id())
                .set(end.LAST_DAY, lastDay).set(end.REASON, reason.strip()).set(end.ENDED_BY, actor.person())
                .set(end.ENDED_NAME, actor.name()).set(end.ENDED_AT, clock.instant())
                .onConflictDoNothing().execute();
        if (ended == 0) return;
        audit.act("CampusExceptionEnded", "school " + school.id(), Map.of("lastDay", lastDay));
        clocks.withdrawOfSources(ClockKind.EXCEPTION_RENEWAL, source(held.id()), reason.strip(), actor.name());
    }

    private UUID agency(Campus school) {
        return organizations.find(school.districtId()).map(Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + school.districtId()));
    }

    private static String source(UUID exception) {
        return "exception " + exception;
    }

    /** The one of each school whose board decided last. */
    @Transactional(readOnly = true)
    public Map<UUID, CampusException> latest(Collection<UUID> schools) {
        var latest = new HashMap<UUID, CampusException>();
        all(schools).forEach((school, decided) -> latest.put(school, decided.getLast()));
        return latest;
    }

    /** Of each school all that its board decided, the earliest first; a school without any is not there. */
    @Transactional(readOnly = true)
    public Map<UUID, List<CampusException>> all(Collection<UUID> schools) {
        var e = CAMPUS_EXCEPTION;
        var end = CAMPUS_EXCEPTION_END;
        var leastRenewBy = DSL.least(e.RENEW_BY, end.LAST_DAY);
        return db
                .select(e.ID, e.SCHOOL_ID, e.REASON, e.APPROVAL, e.ALTERNATIVE, e.BOARD_DAY, leastRenewBy,
                        e.RULE_VERSION, e.ADDED_NAME)
                .from(e).leftJoin(end)
                .on(end.AGENCY_ID.eq(e.AGENCY_ID)).and(end.EXCEPTION_ID.eq(e.ID))
                .where(e.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).orderBy(e.BOARD_DAY, e.ADDED_AT)
                .fetch(r -> new CampusException(r.get(e.ID), r.get(e.SCHOOL_ID), Reason.valueOf(r.get(e.REASON)),
                        r.get(e.APPROVAL), r.get(e.ALTERNATIVE), r.get(e.BOARD_DAY),
                        r.get(leastRenewBy), r.get(e.RULE_VERSION), r.get(e.ADDED_NAME)))
                .stream()
                .collect(Collectors.groupingBy(CampusException::schoolId));
    }
}
