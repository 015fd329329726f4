package org.daywatch.transparency.programs.clocks;

import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK_STEP;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock.State.Proof;
import org.daywatch_db.transparency.tables.records.ProgramClockRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Clocks and their steps as rows. */
@Repository
@Transactional
class ClockStore {

    private final DSLContext db;

    ClockStore(DSLContext db) {
        this.db = db;
    }

    /** @return false when this source has started one already */
    boolean insert(ProgramClock c) {
        var row = db.newRecord(PROGRAM_CLOCK);
        row.setAgencyId(c.agencyId());
        row.setId(c.id());
        row.setDistrictId(c.districtId());
        row.setSchoolId(c.schoolId());
        row.setOfficerId(c.officerId());
        row.setKind(c.kind().name());
        row.setAbout(c.about());
        row.setSource(c.source());
        row.setStartedAt(c.startedAt());
        row.setWarnAt(c.warnAt());
        row.setDueAt(c.dueAt());
        row.setRuleVersion(c.ruleVersion());
        row.setToConfirm(c.toConfirm());
        row.setState(c.state().code());
        row.setStateAt(c.startedAt());
        row.setVersion(0);
        return db.insertInto(PROGRAM_CLOCK).set(row).onConflictDoNothing().execute() == 1;
    }

    void save(ProgramClock c, Instant now) {
        var row = db.newRecord(PROGRAM_CLOCK);
        row.setState(c.state().code());
        row.setStateAt(c.state() instanceof State.Answered a ? a.at() : now);
        row.setDoneAt(c.state() instanceof State.Answered a ? a.doneAt() : null);
        row.setWords(words(c.state()));
        row.setByName(by(c.state()));
        var a = c.state() instanceof State.Answered answered ? answered : null;
        row.setAnsweredBy(a == null ? null : a.person());
        row.setProof(a == null ? "NONE" : proof(a.proof()));
        row.setConfirmedAt(a != null && a.proof() instanceof Proof.Given g ? g.at() : null);
        row.setConfirmedName(a != null && a.proof() instanceof Proof.Given g ? g.by() : null);
        row.setVersion(c.version() + 1);
        int hit = db.update(PROGRAM_CLOCK).set(row).where(PROGRAM_CLOCK.ID.eq(c.id()))
                .and(PROGRAM_CLOCK.VERSION.eq(c.version())).execute();
        if (hit == 0) throw new Stale("program clock " + c.id());
    }

    /** Where it was written down later than it is said to have been done, its step says so. */
    void answered(ProgramClock before, ProgramClock after, ClockCommand.Answer said, Instant now) {
        boolean backdated = after.state() instanceof State.Answered a && a.backdated();
        step(before, "ANSWERED", said.words(), said.by(), now, backdated ? said.doneAt() : null);
    }

    void step(ProgramClock c, String step, String words, String by, Instant now) {
        step(c, step, words, by, now, null);
    }

    private void step(ProgramClock c, String step, String words, String by, Instant now, @Nullable Instant saidAt) {
        var s = PROGRAM_CLOCK_STEP;
        db.insertInto(s).set(s.AGENCY_ID, c.agencyId()).set(s.ID, Ids.next()).set(s.DISTRICT_ID, c.districtId())
                .set(s.CLOCK_ID, c.id()).set(s.AT, now).set(s.STEP, step)
                .set(s.WORDS, words).set(s.BY_NAME, by).set(s.SAID_DONE_AT, saidAt).execute();
    }

    ProgramClock lock(UUID id) {
        return db.selectFrom(PROGRAM_CLOCK).where(PROGRAM_CLOCK.ID.eq(id)).forNoKeyUpdate()
                .fetchOptional(ClockStore::clock).orElseThrow(() -> new NotFound("program clock " + id));
    }

    Optional<UUID> ofSource(ClockKind kind, String source) {
        return db.select(PROGRAM_CLOCK.ID).from(PROGRAM_CLOCK).where(PROGRAM_CLOCK.KIND.eq(kind.name()))
                .and(PROGRAM_CLOCK.SOURCE.eq(source))
                .and(PROGRAM_CLOCK.STATE.in("RUNNING", "WARNED", "ESCALATED")).fetchOptional(PROGRAM_CLOCK.ID);
    }

    List<UUID> ofSources(ClockKind kind, String begin) {
        return db.select(PROGRAM_CLOCK.ID).from(PROGRAM_CLOCK).where(PROGRAM_CLOCK.KIND.eq(kind.name()))
                .and(PROGRAM_CLOCK.SOURCE.startsWith(begin))
                .and(PROGRAM_CLOCK.STATE.in("RUNNING", "WARNED", "ESCALATED")).fetch(PROGRAM_CLOCK.ID);
    }

    /** Of the agency that is bound: those whose reminder or escalation has come. */
    List<ProgramClock> due(UUID agency, Instant now) {
        var c = PROGRAM_CLOCK;
        return db.selectFrom(c).where(c.AGENCY_ID.eq(agency))
                .and(c.STATE.eq("RUNNING").and(c.WARN_AT.le(now))
                        .or(c.STATE.in("RUNNING", "WARNED").and(c.DUE_AT.lt(now))))
                .orderBy(c.DUE_AT).fetch(ClockStore::clock);
    }

    static ProgramClock clock(ProgramClockRecord r) {
        return new ProgramClock(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getOfficerId(),
                ClockKind.valueOf(r.getKind()), r.getAbout(), r.getSource(),
                r.getStartedAt(), r.getWarnAt(), r.getDueAt(), r.getRuleVersion(), r.getToConfirm(), state(r),
                r.getVersion());
    }

    private static State state(ProgramClockRecord r) {
        return switch (r.getState()) {
            case "RUNNING" -> new State.Running();
            case "WARNED" -> new State.Warned(r.getStateAt());
            case "ESCALATED" -> new State.Escalated(r.getStateAt());
            case "ANSWERED" -> answered(r);
            default -> new State.Withdrawn(r.getStateAt(), r.getWords(), r.getByName());
        };
    }

    /** When it was confirmed it stays answered since it was. */
    private static State answered(ProgramClockRecord r) {
        var proof = switch (r.getProof()) {
            case "WANTED" -> new Proof.Wanted();
            case "GIVEN" -> new Proof.Given(Objects.requireNonNull(r.getConfirmedAt()),
                    Objects.requireNonNull(r.getConfirmedName()));
            default -> new Proof.None();
        };
        boolean late = proof instanceof Proof.Wanted || Objects.requireNonNull(r.getDoneAt()).isAfter(r.getDueAt());
        return new State.Answered(r.getStateAt(), Objects.requireNonNull(r.getDoneAt()), late, r.getWords(),
                r.getByName(), r.getAnsweredBy(), proof);
    }

    private static String proof(Proof proof) {
        return switch (proof) {
            case Proof.None _ -> "NONE";
            case Proof.Wanted _ -> "WANTED";
            case Proof.Given _ -> "GIVEN";
        };
    }

    private static String words(State state) {
        return switch (state) {
            case State.Answered a -> a.words();
            case State.Withdrawn w -> w.reason();
            default -> "";
        };
    }

    private static String by(State state) {
        return switch (state) {
            case State.Answered a -> a.by();
            case State.Withdrawn w -> w.by();
            default -> "";
        };
    }
}
