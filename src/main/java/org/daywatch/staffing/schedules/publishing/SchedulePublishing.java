package org.daywatch.staffing.schedules.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.LeaseKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.RosterPublished;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.schedules.publishing.Publication.Outcome;
import org.daywatch.staffing.schedules.publishing.Publication.State;
import org.daywatch.staffing.schedules.weeks.SchedulePlans;
import org.daywatch.staffing.schedules.weeks.ScheduleStore.Seated;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells officers what the schedule proposes, in the background. Each place is a transaction of its own: one that cannot
 * be published keeps no other from it, and after a node died another goes on where it stopped. Officers are told once,
 * when all places are through.
 */
@Component
public class SchedulePublishing {

    private static final Logger log = LoggerFactory.getLogger(SchedulePublishing.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final String node = Ids.next().toString();
    private final PublicationStore publications;
    private final PlacePublishing place;
    private final ScheduleStore rosters;
    private final SchedulePlans plans;
    private final Facts facts;
    private final Live live;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SchedulePublishing(PublicationStore publications, PlacePublishing place, ScheduleStore rosters, SchedulePlans plans,
            Facts facts, Live live, Clock clock,
            PlatformTransactionManager transactions) {
        this.publications = publications;
        this.place = place;
        this.rosters = rosters;
        this.plans = plans;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Asks for it; while one of the same schedule goes on, that one is the answer.
     *
     * @param until the last day that is published; null for all
     */
    public UUID ask(UUID roster, @Nullable LocalDate until, String reason, @Nullable UUID by) {
        return in(() -> {
            if (rosters.get(roster).working()) throw new Refused(StaffingRefusal.ROSTER_AT_WORK);
            var id = publications.add(Ids.next(), roster, reason, until, by, clock.instant());
            live.ring("rosters");
            return id;
        });
    }

    /** Takes the next one of the bound agency and does it. @return false where none waits */
    public boolean next() {
        var from = clock.instant();
        var taken = in(() -> publications.take(node, from, from.plus(LEASE)));
        taken.ifPresent(publication -> carryOut(publication, from));
        return taken.isPresent();
    }

    private void carryOut(Publication publication, Instant from) {
        try (var lease = new LeaseKeeper(clock, from, LEASE,
                until -> in(() -> publications.beat(publication.id(), node, until)))) {
            work(publication);
        } catch (RuntimeException failure) {
            log.error("the publication {} stopped", publication.id(), failure);
            in(() -> end(publication, State.FAILED, String.valueOf(failure.getMessage())));
        }
    }

    private void work(Publication publication) {
        var verdicts = in(() -> plans.proposed(rosters.get(publication.roster())));
        var reached = in(() -> publications.reached(publication.id()));
        var waiting = in(() -> rosters.places(publication.roster())).stream()
                .filter(p -> verdicts.containsKey(p.post()) && !reached.contains(p.post())).toList();
        in(() -> count(publication, reached.size() + waiting.size()));
        var beaten = clock.instant();
        for (var one : waiting) {
            publish(publication, one, verdicts.get(one.post()));
            if (clock.instant().isBefore(beaten.plus(BEAT))) continue;
            beaten = clock.instant();
            if (!in(() -> beat(publication))) return; // another node goes on
        }
        in(() -> end(publication, State.DONE, null));
    }

    private boolean count(Publication publication, int places) {
        publications.counted(publication.id(), places);
        return beat(publication);
    }

    private boolean beat(Publication publication) {
        live.ring("rosters");
        return publications.beat(publication.id(), node, lease());
    }

    private void publish(Publication publication, Seated seated, Verdict verdict) {
        try {
            in(() -> place.publish(publication, seated, verdict));
        } catch (Refused why) {
            in(() -> {
                publications.became(publication, seated.post(), Outcome.REFUSED, why.code().name(), null);
                return true;
            });
        }
    }

    /** Whoever was asked is told, also where the rest could not be done: asking for it again goes on with the rest. */
    private boolean end(Publication before, State state, @Nullable String words) {
        if (!publications.end(before.id(), node, state, words, clock.instant())) return false;
        var done = publications.get(before.id());
        var roster = rosters.get(done.roster());
        live.ring("rosters");
        if (done.asked() + done.taken() > 0) {
            facts.tell(new RosterPublished(Tenancy.tenant(), Ids.next(), clock.instant(), roster.id(), roster.from(),
                    roster.to(), done.asked(), done.taken(), publications.asked(done.id())));
        }
        return true;
    }

    private Instant lease() {
        return clock.instant().plus(LEASE);
    }

    private <R> R in(Supplier<R> work) {
        return java.util.Objects.requireNonNull(transaction.execute(t -> work.get()));
    }
}
