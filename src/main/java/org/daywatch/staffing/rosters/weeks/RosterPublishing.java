package org.daywatch.staffing.rosters.weeks;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.RosterPublished;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.rosters.weeks.RosterStore.Seated;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells officers what the roster proposes. Whoever gave his standing consent has the shift at once, with that consent as evidence; for
 * everybody else the place is kept until he accepts by his own act. Each place is a transaction of its own: one that cannot be
 * published keeps no other from it, and publishing again goes on where it stopped.
 */
@Component
public class RosterPublishing {

    private static final Duration LONGEST_HOLD = Duration.ofHours(72);
    private static final Duration BEFORE_POST = Duration.ofHours(2);

    private final DSLContext db;
    private final RosterStore rosters;
    private final RosterPlans plans;
    private final StandingConsents consents;
    private final Acceptances acceptances;
    private final PostCommands posts;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RosterPublishing(DSLContext db, RosterStore rosters, RosterPlans plans, StandingConsents consents, Acceptances acceptances, PostCommands posts, Facts facts,
                     Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.rosters = rosters;
        this.plans = plans;
        this.consents = consents;
        this.acceptances = acceptances;
        this.posts = posts;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param refused places that could not be published any more, each with the rule that stood against it */
    public record Published(int asked, int taken, List<Refusal> refused) {}

    public record Refusal(UUID post, UUID officer, Refused why) {}

    private enum Outcome { ASKED, TAKEN, NOTHING }

    public Published publish(UUID id, String reason) {
        return publish(id, LocalDate.MAX, reason);
    }

    /** @param until the last day that is published */
    public Published publish(UUID id, LocalDate until, String reason) {
        var roster = transaction.execute(t -> rosters.get(id));
        if (roster.working()) throw new Refused(StaffingRefusal.ROSTER_AT_WORK);
        var verdicts = transaction.execute(t -> plans.proposed(roster));
        var asked = new ArrayList<UUID>();
        int taken = 0;
        var refused = new ArrayList<Refusal>();
        for (var place : transaction.execute(t -> rosters.places(id))) {
            var verdict = verdicts.get(place.post()); // null where it was published, declined or is over
            if (verdict == null) continue;
            try {
                var outcome = transaction.execute(t -> publish(id, place, verdict, until, reason));
                if (outcome == Outcome.ASKED) asked.add(place.officer());
                if (outcome == Outcome.TAKEN) taken++;
            } catch (Refused why) {
                refused.add(new Refusal(place.post(), place.officer(), why));
            }
        }
        if (!asked.isEmpty() || taken > 0) tell(roster, asked, taken);
        return new Published(asked.size(), taken, refused);
    }

    private Outcome publish(UUID roster, Seated place, Verdict verdict, LocalDate until, String reason) {
        var post = db.selectFrom(POST).where(POST.ID.eq(place.post())).fetchOne();
        var now = clock.instant();
        if (post == null || post.getState().equals("FILLED") || post.getState().equals("CANCELLED") || post.getDay().isAfter(until)) return Outcome.NOTHING;
        if (post.getState().equals("HELD") && !place.officer().equals(post.getHeldFor())) throw new Refused(StaffingRefusal.HELD_FOR_ANOTHER);
        if (verdict.reasons().stream().anyMatch(f -> !f.code().equals("DEPARTMENT_NOT_ASKED"))) throw new Refused(StaffingRefusal.PIN_FORBIDDEN);
        rosters.published(roster, place.post(), now);
        // Kept for him first: whoever is asked by name has been asked, whatever the turn of his department.
        if (post.getState().equals("OPEN")) posts.hold(place.post(), place.officer(), heldUntil(post.getStartsAt(), now), reason);
        var consent = consents.holding(place.officer(), post.getSchoolId(), post.getDay());
        if (consent.isPresent()) {
            acceptances.acceptByConsent(place.post(), place.officer(), consent.get().id());
            return Outcome.TAKEN;
        }
        return post.getState().equals("HELD") ? Outcome.NOTHING : Outcome.ASKED; // kept for him already, so he has been told
    }

    private static Instant heldUntil(Instant start, Instant now) {
        var latest = start.minus(BEFORE_POST);
        var longest = now.plus(LONGEST_HOLD);
        if (latest.isBefore(now.plusSeconds(60))) return start;
        return latest.isBefore(longest) ? latest : longest;
    }

    private void tell(Roster roster, List<UUID> asked, int taken) {
        transaction.executeWithoutResult(t -> facts.tell(new RosterPublished(Tenancy.tenant(), Ids.next(), clock.instant(), roster.id(), roster.from(), roster.to(),
                asked.size(), taken, asked.stream().distinct().sorted().toList())));
    }
}
