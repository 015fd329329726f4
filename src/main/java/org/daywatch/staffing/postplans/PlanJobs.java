package org.daywatch.staffing.postplans;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.StaffingEvent.PostsGenerated;
import org.daywatch.staffing.posts.Opened;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.AcceptedRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts for every accepted request at once. The work goes forward in chunks, each its own transaction, and says how far
 * it is; when it is interrupted, starting it again makes only what is missing.
 */
@Component
public class PlanJobs {

    private static final Logger log = LoggerFactory.getLogger(PlanJobs.class);
    private static final int CHUNK = 250;
    private static final int LONGEST_DAYS = 400;
    private final PlanJobStore store;
    private final AcceptedRequests requests;
    private final PostPlanning planning;
    private final PostCommands posts;
    private final Tenants tenants;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PlanJobs(PlanJobStore store, AcceptedRequests requests, PostPlanning planning, PostCommands posts, Tenants tenants,
            Facts facts, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.requests = requests;
        this.planning = planning;
        this.posts = posts;
        this.tenants = tenants;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param noBells requests whose school has no bells, so nothing was made for them */
    public record Job(UUID id, LocalDate from, LocalDate to, boolean open, String state, int total, int done, int posts,
            int noBells,
            @Nullable String problem, Instant startedAt, @Nullable Instant endedAt) {

        public boolean running() {
            return state.equals("RUNNING");
        }
    }

    /** Starts in the background and returns at once. */
    public UUID start(LocalDate from, LocalDate to, boolean open) {
        var id = prepare(from, to, open);
        var scope = Tenancy.current().orElseThrow();
        Thread.ofPlatform().daemon().name("posts-" + id).start(() -> Tenancy.run(scope, () -> work(id)));
        return id;
    }

    /** The same, waited for: the command line, the demonstration and the benchmark. */
    public Job run(LocalDate from, LocalDate to, boolean open) {
        var id = prepare(from, to, open);
        work(id);
        return get(id);
    }

    public Job get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("job " + id));
    }

    public Optional<Job> find(UUID id) {
        return transaction.execute(t -> store.read(id));
    }

    private UUID prepare(LocalDate from, LocalDate to, boolean open) {
        if (to.isBefore(from)) throw new InvalidInput("to", "" + to, "plans.wrong.order");
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) throw new InvalidInput("to", "" + to, "plans.wrong.far");
        var id = Ids.next();
        transaction.executeWithoutResult(t -> store.insert(id, from, to, open));
        return id;
    }

    private void work(UUID id) {
        try {
            var job = get(id);
            List<UUID> ids = transaction.execute(t -> {
                var all = requests.overlapping(job.from(), job.to());
                store.total(id, all.size());
                return all;
            });
            for (int at = 0; at < ids.size(); at += CHUNK) {
                var chunk = ids.subList(at, Math.min(ids.size(), at + CHUNK));
                transaction.executeWithoutResult(t -> chunk(job, chunk));
            }
            transaction.executeWithoutResult(t -> finish(id));
        } catch (RuntimeException failure) {
            log.error("planning posts stopped, job {}", id, failure);
            transaction.executeWithoutResult(t -> store.fail(id, String.valueOf(failure.getMessage())));
        }
    }

    private void chunk(Job job, List<UUID> ids) {
        var made = planning.make(ids, job.from(), job.to());
        var opened = job.open() ? posts.openQuietly(ids, job.from(), job.to()) : new Opened(0, null, null);
        store.counted(job.id(), ids.size(), made.posts(), made.withoutBells(), opened);
    }

    private void finish(UUID id) {
        store.done(id);
        var job = get(id);
        if (job.posts() > 0)
            facts.tell(new PostsGenerated(Tenancy.tenant(), id, clock.instant(), job.from(), job.to(), job.posts(),
                    job.done()));
        posts.tellOpened(id, store.opened(id));
    }

    /** A job of a process that died does not run any more; it says so and can be started again. */
    @EventListener(ApplicationReadyEvent.class)
    void interrupted() {
        tenants.forEachAgency("closing interrupted jobs",
                agency -> transaction.executeWithoutResult(t -> store.failAll("interrupted")));
    }
}
