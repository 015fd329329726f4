package org.daywatch.platform.setup;

import static org.daywatch_db.platform.Tables.SETUP_MARK;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far an agency's set-up is. Once all that is needed was done it stays done, whatever ends later: then there is a
 * board to look at.
 */
@Component
public class SetupProgress {

    private static final String ALL = "*";
    /**
     * So long a page may go on showing the way to the set-up, or not showing it, after another node has seen it done.
     */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final List<SetupStep> steps;
    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Cache<UUID, Boolean> done = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    SetupProgress(List<SetupStep> steps, DSLContext db, AuditLog audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(SetupStep::order)).toList();
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param later an optional step that is left for now */
    public record Line(SetupStep step, SetupStep.Reading reading, boolean later) {

        /** How many of the steps are done. */
        public static long done(List<Line> lines) {
            return lines.stream().filter(line -> line.reading.state() == SetupStep.State.DONE).count();
        }

        public boolean open() {
            return reading.state() != SetupStep.State.DONE && !later;
        }

        /** The key of the button's words: those of what the reading says, where it has its own, else the step's. */
        public String go(Predicate<String> known) {
            var usual = "setup.step." + step.key() + ".go";
            var own = usual + "." + reading.said();
            return known.test(own) ? own : usual;
        }
    }

    /** All steps in their order, as they stand; the agency is bound. */
    public List<Line> lines() {
        return reading.execute(t -> {
            Set<String> later = db.select(SETUP_MARK.STEP).from(SETUP_MARK)
                    .where(SETUP_MARK.TENANT_ID.eq(Tenancy.tenant())).fetchSet(SETUP_MARK.STEP);
            return steps.stream().map(s -> new Line(s, s.read().get(), later.contains(s.key()))).toList();
        });
    }

    /** The first that is not done: the needed ones before those that may wait. */
    public static Optional<Line> next(List<Line> lines) {
        return lines.stream().filter(l -> l.open() && l.reading().state() == SetupStep.State.NOT_BEGUN)
                .min(Comparator.comparing((Line l) -> !l.step().needed()))
                .or(() -> lines.stream().filter(Line::open).findFirst());
    }

    /** Whether nothing that is needed is missing. */
    public static boolean complete(List<Line> lines) {
        return lines.stream().noneMatch(l -> l.step().needed() && l.reading().state() == SetupStep.State.NOT_BEGUN);
    }

    /** Whether the agency that acts has been set up; asked with every page, so it is remembered for a few seconds. */
    public boolean done(Actor actor) {
        return done.get(actor.tenant(), agency -> Tenancy.as(new Scope(agency, actor.person()), this::seen));
    }

    private boolean seen() {
        boolean marked = Boolean.TRUE.equals(reading.execute(t -> db.fetchExists(SETUP_MARK,
                SETUP_MARK.TENANT_ID.eq(Tenancy.tenant()).and(SETUP_MARK.STEP.eq(ALL)))));
        if (marked) return true;
        if (!complete(lines())) return false;
        writing.executeWithoutResult(t -> mark(ALL));
        return true;
    }

    /** Leaves an optional step for now. */
    void later(String key) {
        step(key);
        writing.executeWithoutResult(t -> {
            if (mark(key)) audit.act("SetupStepLeft", "set-up step " + key, java.util.Map.of());
        });
    }

    void again(String key) {
        step(key);
        writing.executeWithoutResult(t -> db.deleteFrom(SETUP_MARK).where(SETUP_MARK.TENANT_ID.eq(Tenancy.tenant()))
                .and(SETUP_MARK.STEP.eq(key)).execute());
    }

    private void step(String key) {
        if (steps.stream().noneMatch(s -> s.key().equals(key) && !s.needed()))
            throw new NotFound("optional step " + key);
    }

    private boolean mark(String key) {
        return db.insertInto(SETUP_MARK).set(SETUP_MARK.TENANT_ID, Tenancy.tenant()).set(SETUP_MARK.STEP, key)
                .set(SETUP_MARK.MARKED_AT, clock.instant())
                .set(SETUP_MARK.MARKED_BY, Tenancy.current().map(Scope::person).orElse(null)).onConflictDoNothing()
                .execute() == 1;
    }
}
