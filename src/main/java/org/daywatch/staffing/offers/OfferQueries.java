package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Ruling;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedPost;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.officers.OfficerAccounts.OfficerFile;
import org.daywatch.staffing.officers.OfficerStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open posts as one officer sees them: those they may take, and those they may not, with the rules that say so. */
@Component
@Transactional(readOnly = true)
public class OfferQueries {

    /** So many days are listed at once; the next ones are one tap away. */
    static final int DAYS = 14;
    private static final String NOT_ASKED = "DEPARTMENT_NOT_ASKED";

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final OfficerStore officers;
    private final AwardMethods methods;
    private final Clock clock;

    OfferQueries(DSLContext db, EligibilityQueries eligibility, OfficerStore officers, AwardMethods methods,
            Clock clock) {
        this.methods = methods;
        this.db = db;
        this.officers = officers;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /**
     * One open post, judged for one officer.
     *
     * @param held the coordinator keeps it for them
     * @param wished which of their wishes it would grant
     * @param award how it will be awarded, where they sign up for it; null where the person who accepts first has it
     */
    public record Offer(PostFacts post, Verdict verdict, boolean held, List<String> wished, @Nullable Ruling award) {

        /** They can still sign up, or take that back. */
        public boolean signingUp(Instant now) {
            return award != null && now.isBefore(award.closesAt());
        }

        public String closes(String lang) {
            return award == null ? "" : When.in(lang).moment(award.closesAt(), post.zone());
        }

        /**
         * Kept for them, and no rule against it: the person who is asked by name has been asked, whatever the turn of
         * their department.
         */
        public boolean takeableByName() {
            return held && verdict.reasons().stream().allMatch(f -> f.code().equals(NOT_ASKED));
        }

        public String day(String lang) {
            return When.in(lang).day(post.day());
        }

        public String hours(String lang) {
            return When.in(lang).hours(post.window(), post.zone());
        }
    }

    /** What a page of one offer shows more. */
    public record Described(Offer offer, String duties) {}

    /**
     * @param kept for them by name, and they may take them
     * @param outside they may take them, and they lie outside the times they are glad to be asked
     */
    public record Offers(LocalDate from, LocalDate to, List<Offer> kept, List<Offer> mine, List<Offer> outside,
            List<Offer> notMine) {}

    /** Only posts that their department has been asked for: the others are not their concern yet. */
    public Offers list(OfficerFile officer, LocalDate from) {
        var to = from.plusDays(DAYS - 1);
        Set<UUID> held = db.select(POST.ID).from(POST).where(POST.STATE.eq("HELD")).and(POST.HELD_FOR.eq(officer.id()))
                .fetchSet(POST.ID);
        var wishes = officers.get(officer.id()).wishes();
        var now = clock.instant();
        var awards = methods.collectingOn(from, to);
        var offers = eligibility.judgeOpenPosts(officer.id(), from, to).stream()
                .filter(j -> j.post().window().end().isAfter(now) && (asked(j) || held.contains(j.post().id())))
                .map(j -> offer(j, held, wishes, awards.get(j.post().id()))).toList();
        var others = offers.stream().filter(o -> !o.takeableByName()).toList();
        return new Offers(from, to, offers.stream().filter(Offer::takeableByName).toList(),
                others.stream().filter(o -> o.verdict().allowed() && !o.verdict().outsideAvailability()).toList(),
                others.stream().filter(o -> o.verdict().allowed() && o.verdict().outsideAvailability()).toList(),
                others.stream().filter(o -> !o.verdict().allowed()).toList());
    }

    /**
     * Empty where they cannot take it or read why not: it is taken, held for somebody else, over, or not offered to
     * their department.
     */
    public Optional<Described> find(OfficerFile officer, UUID postId) {
        var post = db.select(POST.DAY, DETAIL_REQUEST.DUTIES).from(POST).join(DETAIL_REQUEST)
                .on(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(POST.ID.eq(postId)).fetchOptional().orElseThrow(() -> new NotFound("offer " + postId));
        var found = list(officer, post.get(POST.DAY));
        return Stream.of(found.kept(), found.mine(), found.outside(), found.notMine()).flatMap(List::stream)
                .filter(o -> o.post().id().equals(postId)).findFirst()
                .map(o -> new Described(o, post.get(DETAIL_REQUEST.DUTIES)));
    }

    public Optional<UUID> ownShift(OfficerFile officer, UUID postId) {
        return db.select(SHIFT.ID).from(SHIFT).where(SHIFT.POST_ID.eq(postId)).and(SHIFT.OFFICER_ID.eq(officer.id()))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED")).fetchOptional(SHIFT.ID);
    }

    /** It stood open once, to somebody. */
    public boolean wasOffered(UUID postId) {
        return db.fetchExists(POST,
                POST.ID.eq(postId).and(POST.STATE.in("FILLED", "CANCELLED").or(POST.ENDS_AT.le(clock.instant())))
                        .and(POST.POSTED_RANK.gt(0)));
    }

    private static boolean asked(JudgedPost judged) {
        return judged.verdict().reasons().stream().noneMatch(f -> f.code().equals(NOT_ASKED));
    }

    private static Offer offer(JudgedPost judged, Set<UUID> held, Wishes wishes, @Nullable Ruling award) {
        var post = judged.post();
        return new Offer(post, judged.verdict(), held.contains(post.id()),
                wishes.granted(post.schoolId(), post.level(), post.day().getDayOfWeek()), award);
    }
}
