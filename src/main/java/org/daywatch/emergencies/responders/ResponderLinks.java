package org.daywatch.emergencies.responders;

import static org.daywatch_db.emergencies.Tables.RESPONDER_LINK;
import static org.daywatch_db.emergencies.Tables.RESPONDER_OPENING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.emergencies.responders.ResponderLink.Opening;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch_db.emergencies.tables.records.ResponderLinkRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links as rows. Every one made, opened, refused and revoked is audited. */
@Repository
@Transactional
public class ResponderLinks {

    static final List<Integer> HOURS = List.of(1, 4, 12, 24);
    /** Between two messages to the owner of the plans about one link. */
    static final Duration APART = Duration.ofMinutes(1);
    private static final Condition SHOWS_PLANS = RESPONDER_OPENING.WHAT.in(Opening.PAGE.name(), Opening.PLAN.name());

    private final DSLContext db;
    private final ForcedReading forced;
    private final AuditLog audit;
    private final Clock clock;

    ResponderLinks(DSLContext db, ForcedReading forced, AuditLog audit, Clock clock) {
        this.db = db;
        this.forced = forced;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param contact phone number, e-mail address or empty. @return the secret part of its address, known to nobody
     * afterward
     */
    String make(Actor actor, Alert alert, String forWhom, String contact, int hours) {
        if (forWhom.strip().length() < 2 || forWhom.strip().length() > 120)
            throw new InvalidInput("forWhom", forWhom, "responders.wrong.forWhom");
        if (!contact.isBlank() && !contact.strip().matches("\\+?[0-9 ()./-]{7,25}|[^\\s@]{1,64}@[^\\s@]{3,190}"))
            throw new InvalidInput("contact", contact, "responders.wrong.contact");
        if (!HOURS.contains(hours)) throw new InvalidInput("hours", Integer.toString(hours), "responders.wrong.hours");
        var token = LinkToken.next(alert.agencyId());
        var id = Ids.next();
        var now = clock.instant();
        db.insertInto(RESPONDER_LINK).set(RESPONDER_LINK.AGENCY_ID, alert.agencyId()).set(RESPONDER_LINK.ID, id)
                .set(RESPONDER_LINK.DISTRICT_ID, alert.districtId())
                .set(RESPONDER_LINK.SCHOOL_ID, alert.schoolId()).set(RESPONDER_LINK.ALERT_ID, alert.id())
                .set(RESPONDER_LINK.TOKEN_HASH, token.hash())
                .set(RESPONDER_LINK.FOR_WHOM, forWhom.strip()).set(RESPONDER_LINK.CONTACT, contact.strip())
                .set(RESPONDER_LINK.MADE_BY, actor.person())
                .set(RESPONDER_LINK.MADE_NAME, actor.name()).set(RESPONDER_LINK.MADE_AT, now)
                .set(RESPONDER_LINK.EXPIRES_AT, now.plus(Duration.ofHours(hours))).execute();
        audit.act("ResponderLinkMade", "alert " + alert.id(),
                Map.of("link", id, "forWhom", forWhom.strip(), "hours", hours));
        return token.text();
    }

    /** Ended at once; ending it twice changes nothing. */
    void revoke(Actor actor, UUID alert, UUID id) {
        if (list(RESPONDER_LINK.ID.eq(id).and(RESPONDER_LINK.ALERT_ID.eq(alert))).isEmpty())
            throw new NotFound("responder link " + id);
        int ended = db.update(RESPONDER_LINK).set(RESPONDER_LINK.REVOKED_AT, clock.instant())
                .set(RESPONDER_LINK.REVOKED_BY, actor.person())
                .where(RESPONDER_LINK.ID.eq(id)).and(RESPONDER_LINK.ALERT_ID.eq(alert))
                .and(RESPONDER_LINK.REVOKED_AT.isNull()).execute();
        if (ended == 1) audit.act("ResponderLinkRevoked", "alert " + alert, Map.of("link", id));
    }

    /** Who was forced does not read which links the others have made since. */
    @Transactional(readOnly = true)
    List<ResponderLink> ofAlert(UUID alert, UUID reader) {
        var own = forced.lines(alert, reader);
        var which = RESPONDER_LINK.ALERT_ID.eq(alert);
        return list(own.forced()
                ? which.and(RESPONDER_LINK.MADE_AT.le(own.since()).or(RESPONDER_LINK.MADE_BY.eq(reader)))
                : which);
    }

    /** @param visit the opening that stands for this device. @param fresh it is noted by this request */
    record Opened(ResponderLink link, UUID visit, boolean fresh) {}

    /**
     * Notes that it was used, whatever came of it; a device that has its page open and loads it again is not noted
     * again, and the picture of a plan belongs to the page.
     *
     * @param before the opening this device says it made. @return empty: there was never such a link
     */
    Optional<Opened> open(LinkToken token, Opening asked, Optional<UUID> before) {
        return list(RESPONDER_LINK.TOKEN_HASH.eq(token.hash())).stream().findFirst().map(link -> {
            var what = link.standing(clock.instant()) == ResponderLink.Standing.OPEN ? asked : Opening.REFUSED;
            boolean again = (what == Opening.PAGE || what == Opening.PLAN)
                    && before.map(id -> made(link, id)).orElse(false);
            return new Opened(link, again ? before.orElseThrow() : note(link, what), !again);
        });
    }

    /**
     * How many more opened it than the owner of the plans has heard of; they have heard of them then. 0: nobody, or
     * they heard of others within the last minute.
     */
    int takeUntold(UUID link) {
        var now = clock.instant();
        var told = db.select(RESPONDER_LINK.TOLD_OPENINGS, RESPONDER_LINK.TOLD_AT).from(RESPONDER_LINK)
                .where(RESPONDER_LINK.ID.eq(link)).forUpdate().fetchSingle();
        if (told.get(RESPONDER_LINK.TOLD_AT) != null && told.get(RESPONDER_LINK.TOLD_AT).plus(APART).isAfter(now))
            return 0;
        int opened = db.fetchCount(RESPONDER_OPENING, RESPONDER_OPENING.LINK_ID.eq(link).and(SHOWS_PLANS));
        if (opened == told.get(RESPONDER_LINK.TOLD_OPENINGS)) return 0;
        db.update(RESPONDER_LINK).set(RESPONDER_LINK.TOLD_OPENINGS, opened).set(RESPONDER_LINK.TOLD_AT, now)
                .where(RESPONDER_LINK.ID.eq(link)).execute();
        return opened - Math.max(told.get(RESPONDER_LINK.TOLD_OPENINGS), 1); // of the first they heard from the plan
    }

    /** Links opened since their plans' owner last heard, a minute ago or longer. */
    @Transactional(readOnly = true)
    List<ResponderLink> withUntold() {
        var now = clock.instant();
        return list(RESPONDER_LINK.EXPIRES_AT.gt(now.minus(Duration.ofHours(1)))
                .and(RESPONDER_LINK.TOLD_AT.le(now.minus(APART)))
                .and(RESPONDER_LINK.TOLD_OPENINGS.lt(DSL.select(DSL.count()).from(RESPONDER_OPENING)
                        .where(RESPONDER_OPENING.LINK_ID.eq(RESPONDER_LINK.ID)).and(SHOWS_PLANS).asField())));
    }

    private boolean made(ResponderLink link, UUID opening) {
        return db.fetchExists(RESPONDER_OPENING, RESPONDER_OPENING.ID.eq(opening)
                .and(RESPONDER_OPENING.LINK_ID.eq(link.id())).and(RESPONDER_OPENING.WHAT.eq(Opening.PAGE.name())));
    }

    private UUID note(ResponderLink link, Opening what) {
        var id = Ids.next();
        db.insertInto(RESPONDER_OPENING).set(RESPONDER_OPENING.AGENCY_ID, link.agencyId()).set(RESPONDER_OPENING.ID, id)
                .set(RESPONDER_OPENING.DISTRICT_ID, link.districtId())
                .set(RESPONDER_OPENING.LINK_ID, link.id()).set(RESPONDER_OPENING.AT, clock.instant())
                .set(RESPONDER_OPENING.WHAT, what.name()).execute();
        audit.read("ResponderLink", "alert " + link.alertId(),
                Map.of("link", link.id(), "forWhom", link.forWhom(), "what", what));
        return id;
    }

    private List<ResponderLink> list(Condition which) {
        return db.selectFrom(RESPONDER_LINK).where(which).orderBy(RESPONDER_LINK.MADE_AT.desc(), RESPONDER_LINK.ID)
                .fetch(this::link);
    }

    private ResponderLink link(ResponderLinkRecord r) {
        int openings = db.fetchCount(RESPONDER_OPENING,
                RESPONDER_OPENING.LINK_ID.eq(r.getId()).and(RESPONDER_OPENING.WHAT.ne(Opening.REFUSED.name())));
        return new ResponderLink(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getAlertId(),
                r.getForWhom(), r.getContact(), r.getMadeName(), r.getMadeAt(),
                r.getExpiresAt(), r.getRevokedAt(), openings);
    }
}
