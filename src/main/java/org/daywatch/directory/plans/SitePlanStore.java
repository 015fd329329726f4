package org.daywatch.directory.plans;

import static org.daywatch_db.directory.Tables.PLAN_MARK;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.directory.Tables.SITE_PLAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlan.Kind;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.plans.SitePlan.Opening;
import org.daywatch.directory.plans.SitePlan.Picture;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Site plans, their marks and every opening, as stored; pictures are encrypted. */
@Repository
@Transactional
public class SitePlanStore {

    private final DSLContext db;
    private final DataCipher cipher;
    private final Clock clock;

    SitePlanStore(DSLContext db, DataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SitePlan> ofSchool(UUID school) {
        return list(SITE_PLAN.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public SitePlan get(UUID school, UUID id) {
        return list(SITE_PLAN.SCHOOL_ID.eq(school).and(SITE_PLAN.ID.eq(id))).stream().findFirst()
                .orElseThrow(() -> new NotFound("site plan " + id));
    }

    Opening byLink(UUID plan, UUID link) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.LINK_ID.eq(link))).stream().findFirst()
                .orElseThrow(() -> new NotFound("opening of plan " + plan + " by link " + link));
    }

    /** @return false where this link has opened the plan before */
    boolean insert(UUID district, Opening o, @Nullable UUID person, @Nullable UUID link) {
        return db.insertInto(PLAN_OPENING).set(PLAN_OPENING.DISTRICT_ID, district).set(PLAN_OPENING.ID, o.id())
                .set(PLAN_OPENING.PLAN_ID, o.planId()).set(PLAN_OPENING.PERSON_ID, person)
                .set(PLAN_OPENING.LINK_ID, link).set(PLAN_OPENING.OPENED_BY, o.by())
                .set(PLAN_OPENING.PURPOSE, o.purpose()).set(PLAN_OPENING.OPENED_AT, o.openedAt())
                .set(PLAN_OPENING.ENDS_AT, o.endsAt()).onConflictDoNothing().execute() == 1;
    }

    /** What this person opened for the same purpose and may look at for another minute at least. */
    @Transactional(readOnly = true)
    public Optional<Opening> stillOpen(UUID plan, UUID person, String purpose) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.PERSON_ID.eq(person))
                .and(PLAN_OPENING.PURPOSE.eq(purpose.strip()))
                .and(PLAN_OPENING.ENDS_AT.gt(clock.instant().plusSeconds(60)))).stream().findFirst();
    }

    Picture pictureOf(UUID plan) {
        return db.select(SITE_PLAN.MEDIA_TYPE, SITE_PLAN.IMAGE).from(SITE_PLAN).where(SITE_PLAN.ID.eq(plan))
                .fetchSingle(r -> new Picture(r.get(SITE_PLAN.MEDIA_TYPE),
                        clear(r.get(SITE_PLAN.IMAGE), plan)));
    }

    /** What an older release stored and this one has not encrypted yet is read as it is. */
    private byte[] clear(byte[] image, UUID plan) {
        return cipher.encrypted(image) ? cipher.decrypt(image, sealedAs(plan)) : image;
    }

    static String sealedAs(UUID plan) {
        return "site plan " + plan;
    }

    @Transactional(readOnly = true)
    public List<Opening> openings(UUID plan) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan));
    }

    @Transactional(readOnly = true)
    public List<Mark> marks(UUID plan) {
        return db.selectFrom(PLAN_MARK).where(PLAN_MARK.PLAN_ID.eq(plan)).orderBy(PLAN_MARK.LABEL)
                .fetch(m -> new Mark(m.getId(), Kind.valueOf(m.getKind()), m.getRoomId(), m.getLabel(),
                        m.getAcross().doubleValue(), m.getDown().doubleValue()));
    }

    private List<Opening> openings(Condition which) {
        return db.selectFrom(PLAN_OPENING).where(which).orderBy(PLAN_OPENING.OPENED_AT.desc())
                .fetch(o -> new Opening(o.getId(), o.getPlanId(), o.getOpenedBy(), o.getPurpose(), o.getOpenedAt(),
                        o.getEndsAt()));
    }

    private List<SitePlan> list(Condition which) {
        return db.select(SITE_PLAN.ID, SITE_PLAN.SCHOOL_ID, SITE_PLAN.NAME, SITE_PLAN.MEDIA_TYPE, SITE_PLAN.ADDED_AT)
                .from(SITE_PLAN).where(which).and(SITE_PLAN.REMOVED_AT.isNull())
                .orderBy(SITE_PLAN.NAME).fetch(r -> new SitePlan(r.get(SITE_PLAN.ID), r.get(SITE_PLAN.SCHOOL_ID),
                        r.get(SITE_PLAN.NAME), r.get(SITE_PLAN.MEDIA_TYPE), r.get(SITE_PLAN.ADDED_AT)));
    }

    private static String sha256(byte[] image) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(image));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    UUID insert(Campus school, String name, Picture picture, UUID person, Instant now) {
        var id = Ids.next();
        db.insertInto(SITE_PLAN).set(SITE_PLAN.DISTRICT_ID, school.districtId()).set(SITE_PLAN.ID, id)
                .set(SITE_PLAN.SCHOOL_ID, school.id()).set(SITE_PLAN.NAME, name)
                .set(SITE_PLAN.MEDIA_TYPE, picture.mediaType())
                .set(SITE_PLAN.IMAGE, cipher.encrypt(picture.bytes(), sealedAs(id)))
                .set(SITE_PLAN.SHA256, sha256(picture.bytes()))
                .set(SITE_PLAN.ADDED_BY, person).set(SITE_PLAN.ADDED_AT, now).execute();
        return id;
    }

    /** Its picture is gone then. */
    void removed(UUID id, Instant now) {
        db.update(SITE_PLAN).set(SITE_PLAN.REMOVED_AT, now).set(SITE_PLAN.IMAGE, new byte[0]).where(SITE_PLAN.ID.eq(id))
                .execute();
    }

    /** A room has one mark on a plan. */
    void put(UUID district, UUID plan, Mark mark) {
        if (mark.roomId() != null)
            db.deleteFrom(PLAN_MARK).where(PLAN_MARK.PLAN_ID.eq(plan)).and(PLAN_MARK.ROOM_ID.eq(mark.roomId()))
                    .execute();
        db.insertInto(PLAN_MARK).set(PLAN_MARK.DISTRICT_ID, district).set(PLAN_MARK.ID, mark.id())
                .set(PLAN_MARK.PLAN_ID, plan).set(PLAN_MARK.KIND, mark.kind().name())
                .set(PLAN_MARK.ROOM_ID, mark.kind() == Kind.ROOM ? mark.roomId() : null)
                .set(PLAN_MARK.LABEL, mark.label().strip())
                .set(PLAN_MARK.ACROSS, BigDecimal.valueOf(mark.across()))
                .set(PLAN_MARK.DOWN, BigDecimal.valueOf(mark.down())).execute();
    }

    boolean delete(UUID plan, UUID mark) {
        return db.deleteFrom(PLAN_MARK).where(PLAN_MARK.PLAN_ID.eq(plan)).and(PLAN_MARK.ID.eq(mark)).execute() == 1;
    }

    Optional<Opening> opening(UUID plan, UUID opening, @Nullable UUID person) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.ID.eq(opening))
                .and(person == null ? PLAN_OPENING.PERSON_ID.isNull() : PLAN_OPENING.PERSON_ID.eq(person)))
                .stream().findFirst();
    }
}
