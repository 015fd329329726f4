package org.daywatch.staffing.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.StaffingEvent.CoverageGapClosed;
import org.daywatch.staffing.StaffingEvent.CoverageGapMended;
import org.daywatch.staffing.StaffingEvent.OfShift;
import org.daywatch.staffing.coverage.CoverageLedger;
import org.daywatch.staffing.coverage.CoverageQueries;
import org.daywatch.staffing.ledger.ClosedDay.Counted;
import org.daywatch.staffing.ledger.LedgerStore.Place;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes what is over: a gap when somebody stands there again or the post ends, a day when its last post ends. A punch
 * that is corrected later is counted again in the same transaction, so that kept figures never disagree with the
 * punches.
 */
@Component
@Transactional
public class DayClosing {

    /** Days that ended longer ago and were never closed are past mending by a timer. */
    private static final int DAYS_BACK = 130;
    private static final int SCHOOLS_AT_ONCE = 200;
    private static final int PORTIONS_A_ROUND = 100;

    private final LedgerStore store;
    private final CoverageQueries posts;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    DayClosing(LedgerStore store, CoverageQueries posts, Facts facts, AuditLog audit, Clock clock) {
        this.store = store;
        this.posts = posts;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every minute, where timers run; a long backlog is worked off in portions, each its own transaction. */
    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryMinute {

        private final DayClosing closing;
        private final Tenants tenants;

        EveryMinute(DayClosing closing, Tenants tenants) {
            this.closing = closing;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
        void round() {
            tenants.forEachAgency("closing days", agency -> {
                int portions = 0;
                while (closing.closeDays() == SCHOOLS_AT_ONCE && portions < PORTIONS_A_ROUND) portions++;
            });
        }
    }

    /** For the agency that is bound. @return how many school days were closed */
    public int closeDays() {
        Instant now = clock.instant();
        var since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_BACK);
        if (store.over(since, now, 1).isEmpty()) return 0;
        audit.takeTurn(); // and then look again: another closer may have been faster
        var over = store.over(since, now, SCHOOLS_AT_ONCE);
        inTurn(over);
        over.stream().collect(Collectors.groupingBy(Place::day, TreeMap::new, Collectors.toList()))
                .forEach((day, places) -> count(places, now));
        return over.size();
    }

    /**
     * A punch changes minutes: those of a closed day are counted again, and a gap of today that has just ended is kept.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(OfShift fact) {
        Instant now = clock.instant();
        store.begunPlaceOf(fact.id(), now).map(List::of).ifPresent(place -> {
            inTurn(place);
            count(place, now);
        });
    }

    /**
     * The order of locks, the same for a timer and for a punch: the audit chain, then school days. A punch has told its
     * fact, and so holds the chain, before it comes here; a closer that locked days first would wait for it crosswise.
     */
    private void inTurn(List<Place> places) {
        audit.takeTurn();
        store.lock(places);
    }

    private void count(List<Place> places, Instant now) {
        var rows = posts.schools(places.stream().map(Place::schoolId).toList(), places.getFirst().day());
        var bySchool = rows.stream()
                .map(r -> new Counted(r.post().postId(), r.post().schoolId(), r.post().attendances(),
                        CoverageLedger.of(r.post(), now)))
                .collect(Collectors.groupingBy(Counted::schoolId));
        var kept = store.gaps(rows.stream().map(r -> r.post().postId()).toList());
        for (var place : places) {
            var counted = bySchool.getOrDefault(place.schoolId(), List.of());
            if (counted.isEmpty()) continue;
            if (counted.stream().allMatch(c -> c.minutes().toCome() == 0))
                store.save(ClosedDay.of(place.agencyId(),
                        place.districtId(), place.day(), counted), now);
            counted.forEach(c -> keep(place, c, kept.getOrDefault(c.postId(), List.of()), now));
        }
    }

    private void keep(Place place, Counted post, List<ClosedGaps.Kept> kept, Instant now) {
        var closed = ClosedGaps.closed(post.minutes(), now);
        var difference = ClosedGaps.difference(kept, closed);
        for (var gone : difference.mended()) {
            // What was said about a gap that still grows belongs to it; it is not mended, only not closed yet.
            if (post.minutes().gaps().stream().anyMatch(g -> g.window().overlaps(gone.window()))) continue;
            store.remove(gone.id());
            facts.tell(new CoverageGapMended(place.agencyId(), post.postId(), now, gone.id(), place.schoolId(),
                    gone.window(),
                    gone.reason().name(),
                    gone.explanation()));
        }
        difference.moved().stream().sorted(Comparator.comparing(m -> m.after().window().start())).forEach(m -> {
            store.move(m.before().id(), m.after());
            tell(place, post.postId(), m.before().id(), m.after(), now);
        });
        for (var gap : difference.added()) tell(place, post.postId(), store.add(place, post.postId(), gap), gap, now);
    }

    private void tell(Place place, UUID post, UUID gap, CoverageLedger.Stretch stretch, Instant now) {
        facts.tell(new CoverageGapClosed(place.agencyId(), post, now, gap, place.schoolId(), stretch.window(),
                stretch.reason()
                        .name()));
    }
}
