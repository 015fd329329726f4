package org.daywatch.transparency.programs.clocks;

import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK_STEP;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clocks as people look at them. */
@Component
@Transactional(readOnly = true)
public class ClockQueries {

    private final DSLContext db;

    ClockQueries(DSLContext db) {
        this.db = db;
    }

    /**
     * @param saidAt when it is said to have been done, where that is earlier than it was written. @param step a word of
     * the table; @param by empty where the time had come and nobody acted
     */
    public record Step(Instant at, String step, String words, String by, @Nullable Instant saidAt) {}

    /** Those nobody answered, the soonest due first. */
    public List<ProgramClock> running(Collection<UUID> schools) {
        return all(schools).stream().filter(c -> c.state().open()).toList();
    }

    /** All of these schools, the soonest due first. */
    public List<ProgramClock> all(Collection<UUID> schools) {
        return db.selectFrom(PROGRAM_CLOCK).where(PROGRAM_CLOCK.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .orderBy(PROGRAM_CLOCK.DUE_AT, PROGRAM_CLOCK.ID)
                .fetch(ClockStore::clock);
    }

    public Optional<ProgramClock> find(UUID id) {
        return db.selectFrom(PROGRAM_CLOCK).where(PROGRAM_CLOCK.ID.eq(id)).fetchOptional(ClockStore::clock);
    }

    public List<Step> steps(UUID clock) {
        var s = PROGRAM_CLOCK_STEP;
        return db.selectFrom(s).where(s.CLOCK_ID.eq(clock)).orderBy(s.AT, s.ID)
                .fetch(r -> new Step(r.getAt(), r.getStep(), r.getWords(), r.getByName(), r.getSaidDoneAt()));
    }
}
