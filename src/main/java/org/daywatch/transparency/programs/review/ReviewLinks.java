package org.daywatch.transparency.programs.review;

import static org.daywatch_db.transparency.Tables.REVIEW_LINK;
import static org.daywatch_db.transparency.Tables.REVIEW_OPENING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.transparency.programs.review.ReviewLink.Opening;
import org.daywatch_db.transparency.tables.records.ReviewLinkRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links as rows; of the secret only its hash. Every one made, opened, refused and revoked is audited. */
@Repository
@Transactional
public class ReviewLinks {

    static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    ReviewLinks(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param school null: the whole district. @return the secret part of its address, known to nobody afterward */
    String make(Actor actor, UUID agency, UUID district, @Nullable UUID school, String forWhom, int days) {
        if (forWhom.strip().length() < 2 || forWhom.strip().length() > 120)
            throw new InvalidInput("forWhom", forWhom, "review.wrong.forWhom");
        if (!DAYS.contains(days)) throw new InvalidInput("days", Integer.toString(days), "review.wrong.days");
        var token = LinkToken.next(agency);
        var id = Ids.next();
        var now = clock.instant();
        var l = REVIEW_LINK;
        db.insertInto(l).set(l.AGENCY_ID, agency).set(l.ID, id).set(l.DISTRICT_ID, district).set(l.SCHOOL_ID, school)
                .set(l.TOKEN_HASH, token.hash()).set(l.FOR_WHOM, forWhom.strip())
                .set(l.MADE_BY, actor.person()).set(l.MADE_NAME, actor.name()).set(l.MADE_AT, now)
                .set(l.EXPIRES_AT, now.plus(Duration.ofDays(days))).execute();
        audit.act("ReviewLinkMade", "review link " + id,
                Map.of("district", district, "forWhom", forWhom.strip(), "days", days));
        return token.text();
    }

    /** Ended at once; ending it twice changes nothing. */
    void revoke(Actor actor, UUID id) {
        if (list(REVIEW_LINK.ID.eq(id)).isEmpty()) throw new NotFound("review link " + id);
        int ended = db.update(REVIEW_LINK).set(REVIEW_LINK.REVOKED_AT, clock.instant())
                .set(REVIEW_LINK.REVOKED_BY, actor.person()).where(REVIEW_LINK.ID.eq(id))
                .and(REVIEW_LINK.REVOKED_AT.isNull()).execute();
        if (ended == 1) audit.act("ReviewLinkRevoked", "review link " + id, Map.of());
    }

    /** Those of the organization that is bound, the last one made first. */
    @Transactional(readOnly = true)
    List<ReviewLink> list() {
        return list(DSL.noCondition());
    }

    /** Notes that it was used, whatever came of it. @return empty: there was never such a link */
    Optional<ReviewLink> open(LinkToken token, Opening asked, @Nullable UUID school) {
        return list(REVIEW_LINK.TOKEN_HASH.eq(token.hash())).stream().findFirst().map(link -> {
            note(link, link.standing(clock.instant()) == ReviewLink.Standing.OPEN ? asked : Opening.REFUSED, school);
            return link;
        });
    }

    private void note(ReviewLink link, Opening what, @Nullable UUID school) {
        var o = REVIEW_OPENING;
        db.insertInto(o).set(o.AGENCY_ID, link.agencyId()).set(o.ID, Ids.next()).set(o.DISTRICT_ID, link.districtId())
                .set(o.LINK_ID, link.id()).set(o.AT, clock.instant())
                .set(o.WHAT, what.name()).set(o.SCHOOL_ID, school).execute();
        audit.read("ReviewLink", "review link " + link.id(),
                Map.of("forWhom", link.forWhom(), "what", what, "school", school == null ? "" : school));
    }

    private List<ReviewLink> list(Condition which) {
        return db.selectFrom(REVIEW_LINK).where(which).orderBy(REVIEW_LINK.MADE_AT.desc(), REVIEW_LINK.ID)
                .fetch(this::link);
    }

    private ReviewLink link(ReviewLinkRecord r) {
        int openings = db.fetchCount(REVIEW_OPENING,
                REVIEW_OPENING.LINK_ID.eq(r.getId()).and(REVIEW_OPENING.WHAT.ne(Opening.REFUSED.name())));
        return new ReviewLink(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getForWhom(),
                r.getMadeName(), r.getMadeAt(), r.getExpiresAt(), r.getRevokedAt(), openings);
    }
}
