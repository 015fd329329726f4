package org.daywatch.staffing.schedules.publishing;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.daywatch.platform.errors.Refused;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.consents.StandingConsentStore;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.schedules.publishing.Publication.Outcome;
import org.daywatch.staffing.schedules.weeks.ScheduleStore.Seated;
import org.daywatch_db.staffing.tables.records.PostRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One place told to its officer. Anyone who gave their standing consent has the shift at once, with that consent as
 * evidence; for everybody else the place is kept until they accept by their own act.
 */
@Component
@Transactional
class PlacePublishing {

    private static final Duration LONGEST_HOLD = Duration.ofHours(72);
    private static final Duration BEFORE_POST = Duration.ofHours(2);

    private final DSLContext db;
    private final PublicationStore publications;
    private final StandingConsentStore consents;
    private final Acceptances acceptances;
    private final PostCommands posts;
    private final Clock clock;

    PlacePublishing(DSLContext db, PublicationStore publications, StandingConsentStore consents,
            Acceptances acceptances, PostCommands posts, Clock clock) {
        this.db = db;
        this.publications = publications;
        this.consents = consents;
        this.acceptances = acceptances;
        this.posts = posts;
        this.clock = clock;
    }

    /** @param verdict what the rules say of it today */
    Outcome publish(Publication publication, Seated place, Verdict verdict) {
        if (!publications.claim(publication, place.post())) return Outcome.PASSED;
        var post = db.selectFrom(POST).where(POST.ID.eq(place.post())).fetchOne();
        if (post == null || over(publication, post)) return Outcome.PASSED;
        boolean kept = post.getState().equals("HELD");
        if (kept && !place.officer().equals(post.getHeldFor())) throw new Refused(StaffingRefusal.HELD_FOR_ANOTHER);
        if (verdict.reasons().stream().anyMatch(f -> !f.code().equals("DEPARTMENT_NOT_ASKED")))
            throw new Refused(StaffingRefusal.PIN_FORBIDDEN);
        var outcome = tell(publication, place, post, kept);
        publications.became(publication, place.post(), outcome, null, clock.instant());
        return outcome;
    }

    private static boolean over(Publication publication, PostRecord post) {
        return post.getState().equals("FILLED") || post.getState().equals("CANCELLED")
                || publication.until() != null && post.getDay().isAfter(publication.until());
    }

    private Outcome tell(Publication publication, Seated place, PostRecord post, boolean kept) {
        // Kept for them first: the person who is asked by name has been asked, whatever the turn of their department.
        if (!kept)
            posts.hold(place.post(), place.officer(), heldUntil(post.getStartsAt(), clock.instant()),
                    publication.reason());
        var consent = consents.holding(place.officer(), post.getSchoolId(), post.getDay());
        if (consent.isPresent()) {
            acceptances.acceptByConsent(place.post(), place.officer(), consent.get().id());
            return Outcome.TAKEN;
        }
        return kept ? Outcome.PASSED : Outcome.ASKED; // kept for them already, so they have been told
    }

    private static Instant heldUntil(Instant start, Instant now) {
        var latest = start.minus(BEFORE_POST);
        var longest = now.plus(LONGEST_HOLD);
        if (latest.isBefore(now.plusSeconds(60))) return start;
        return latest.isBefore(longest) ? latest : longest;
    }
}
