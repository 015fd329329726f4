package org.daywatch.directory.plans;

import static org.daywatch_db.directory.Tables.PLAN_MARK;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.directory.Tables.SITE_PLAN;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.SitePlanAdded;
import org.daywatch.directory.DirectoryEvent.SitePlanOpened;
import org.daywatch.directory.DirectoryEvent.SitePlanRemoved;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.plans.SitePlan.Kind;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.plans.SitePlan.Opening;
import org.daywatch.directory.plans.SitePlan.Picture;
import org.daywatch.directory.plans.SitePlan.Sheet;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch_db.directory.tables.records.PlanOpeningRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans as stored. The district is bound; whoever opens one for another organization (an incident) works on its behalf.
 */
@Repository
@Transactional
public class SitePlans {

    public static final Duration OPEN_FOR = Duration.ofMinutes(15);
    private static final int SHORTEST_PURPOSE = 5;
    private final DSLContext db;
    private final Notifications notifications;
    private final Texts texts;
    private final DataCipher cipher;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    SitePlans(DSLContext db, Notifications notifications, Texts texts, DataCipher cipher, AuditLog audit, Facts facts,
            Clock clock) {
        this.db = db;
        this.notifications = notifications;
        this.texts = texts;
        this.cipher = cipher;
        this.audit = audit;
        this.facts = facts;
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

    public UUID add(UUID person, Campus school, String name, byte[] image) {
        if (name.strip().length() < 2 || name.strip().length() > 80)
            throw new InvalidInput("name", name, "siteplans.error.name");
        String type = PlanPicture.typeOf(image);
        var id = Ids.next();
        db.insertInto(SITE_PLAN).set(SITE_PLAN.DISTRICT_ID, school.districtId()).set(SITE_PLAN.ID, id)
                .set(SITE_PLAN.SCHOOL_ID, school.id()).set(SITE_PLAN.NAME, name.strip())
                .set(SITE_PLAN.MEDIA_TYPE, type).set(SITE_PLAN.IMAGE, cipher.encrypt(image, place(id)))
                .set(SITE_PLAN.SHA256, sha256(image)).set(SITE_PLAN.ADDED_BY, person)
                .set(SITE_PLAN.ADDED_AT, clock.instant()).execute();
        facts.tell(new SitePlanAdded(school.districtId(), id, clock.instant(), school.id(), name.strip()));
        return id;
    }

    /** The picture goes at once; that there was a plan, and who opened it, stays. */
    public void remove(Campus school, UUID id) {
        var plan = get(school.id(), id);
        db.update(SITE_PLAN).set(SITE_PLAN.REMOVED_AT, clock.instant()).set(SITE_PLAN.IMAGE, new byte[0])
                .where(SITE_PLAN.ID.eq(id)).execute();
        facts.tell(new SitePlanRemoved(school.districtId(), id, clock.instant(), school.id(), plan.name()));
    }

    /**
     * Opens the seal for a quarter of an hour; the owner is told at once: the district's safety director, or the
     * school's principal where there is none.
     *
     * @param by the name shown: a member of staff, or a responder with their unit
     * @param person null for somebody without an account
     * @param purpose why, in at least five letters
     */
    public Opening open(UUID district, UUID school, UUID plan, @Nullable UUID person, String by, String purpose) {
        if (purpose.strip().length() < SHORTEST_PURPOSE)
            throw new InvalidInput("purpose", purpose, "siteplans.error.purpose");
        var sealed = get(school, plan);
        var now = clock.instant();
        var opening = new Opening(Ids.next(), plan, by, purpose.strip(), now, now.plus(OPEN_FOR));
        insert(district, opening, person, null).execute();
        tell(district, sealed, opening);
        return opening;
    }

    /**
     * What the holder of a link is shown, until the link ends. The owner is told when a link shows a plan for the first
     * time, and not again when its page is loaded again; of further devices they hear by {@link #openedByMore}.
     */
    public List<Sheet> openByLink(UUID district, UUID school, UUID link, String by, String purpose, Instant until) {
        var now = clock.instant();
        for (var plan : ofSchool(school)) {
            var opening = new Opening(Ids.next(), plan.id(), by, purpose, now, until);
            if (insert(district, opening, null, link).onConflictDoNothing().execute() == 1)
                tell(district, plan, opening);
        }
        return ofSchool(school).stream().map(plan -> new Sheet(plan, byLink(plan.id(), link), marks(plan.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Picture pictureByLink(UUID school, UUID plan, UUID link) {
        get(school, plan);
        if (!clock.instant().isBefore(byLink(plan, link).endsAt())) throw new Refused(DirectoryRefusal.PLAN_SEALED);
        return picture(plan);
    }

    private Opening byLink(UUID plan, UUID link) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.LINK_ID.eq(link))).stream().findFirst()
                .orElseThrow(() -> new NotFound("opening of plan " + plan + " by link " + link));
    }

    private InsertSetMoreStep<PlanOpeningRecord> insert(UUID district, Opening o, @Nullable UUID person,
            @Nullable UUID link) {
        return db.insertInto(PLAN_OPENING).set(PLAN_OPENING.DISTRICT_ID, district).set(PLAN_OPENING.ID, o.id())
                .set(PLAN_OPENING.PLAN_ID, o.planId()).set(PLAN_OPENING.PERSON_ID, person)
                .set(PLAN_OPENING.LINK_ID, link).set(PLAN_OPENING.OPENED_BY, o.by())
                .set(PLAN_OPENING.PURPOSE, o.purpose()).set(PLAN_OPENING.OPENED_AT, o.openedAt())
                .set(PLAN_OPENING.ENDS_AT, o.endsAt());
    }

    private void tell(UUID district, SitePlan plan, Opening o) {
        facts.tell(new SitePlanOpened(district, plan.id(), o.openedAt(), plan.schoolId(), plan.name(), o.by(),
                o.purpose()));
        tell(district, plan.schoolId(), page(plan), language -> new Notice.Words(
                texts.of(language, "siteplans.notice.subject", plan.name()),
                texts.of(language, "siteplans.notice.body", plan.name(), o.by(), o.purpose())));
    }

    /**
     * The holders of one link opened the plans on more devices than the one their owner was told of when it first
     * showed them.
     */
    public void openedByMore(UUID district, UUID school, String by, String purpose, int devices) {
        var shown = ofSchool(school);
        if (shown.isEmpty()) return;
        String names = String.join(", ", shown.stream().map(SitePlan::name).toList());
        tell(district, school, shown.size() == 1 ? page(shown.getFirst()) : "/plans?school=" + school,
                language -> new Notice.Words(
                        texts.of(language, "siteplans.notice.more.subject", devices, names),
                        texts.of(language, "siteplans.notice.more.body", devices, names, by, purpose)));
    }

    private static String page(SitePlan plan) {
        return "/schools/" + plan.schoolId() + "/plans/" + plan.id();
    }

    private void tell(UUID district, UUID school, String page, Notice.InLanguage words) {
        var notice = Notice.of("SITE_PLAN_OPENED", page, words).asUrgent();
        int told = notifications.tell(notice, Audience.holders(district, Role.SAFETY_DIRECTOR));
        if (told == 0) notifications.tell(notice, new Audience.Holders(district, Role.PRINCIPAL, school)); // a small district has no director
    }

    /** What this person opened for the same purpose and may look at for another minute at least. */
    @Transactional(readOnly = true)
    public Optional<Opening> stillOpen(UUID plan, UUID person, String purpose) {
        return openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.PERSON_ID.eq(person))
                .and(PLAN_OPENING.PURPOSE.eq(purpose.strip()))
                .and(PLAN_OPENING.ENDS_AT.gt(clock.instant().plusSeconds(60)))).stream().findFirst();
    }

    /** @param person whose opening it is; null: of somebody without an account. @throws Refused once it has ended */
    @Transactional(readOnly = true)
    public Sheet sheet(UUID school, UUID plan, UUID opening, @Nullable UUID person) {
        return new Sheet(get(school, plan), open(plan, opening, person), marks(plan));
    }

    @Transactional(readOnly = true)
    public Picture picture(UUID school, UUID plan, UUID opening, @Nullable UUID person) {
        get(school, plan);
        open(plan, opening, person);
        return picture(plan);
    }

    private Picture picture(UUID plan) {
        return db.select(SITE_PLAN.MEDIA_TYPE, SITE_PLAN.IMAGE).from(SITE_PLAN).where(SITE_PLAN.ID.eq(plan))
                .fetchSingle(r -> new Picture(r.value1(), clear(r.value2(), plan)));
    }

    /** What an older release stored and this one has not encrypted yet is read as it is. */
    private byte[] clear(byte[] image, UUID plan) {
        return cipher.encrypted(image) ? cipher.decrypt(image, place(plan)) : image;
    }

    static String place(UUID plan) {
        return "site plan " + plan;
    }

    private Opening open(UUID plan, UUID opening, @Nullable UUID person) {
        var found = openings(PLAN_OPENING.PLAN_ID.eq(plan).and(PLAN_OPENING.ID.eq(opening))
                .and(person == null ? PLAN_OPENING.PERSON_ID.isNull() : PLAN_OPENING.PERSON_ID.eq(person)))
                .stream().findFirst().orElseThrow(() -> new NotFound("opening " + opening));
        if (!clock.instant().isBefore(found.endsAt())) throw new Refused(DirectoryRefusal.PLAN_SEALED);
        return found;
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

    public void place(Campus school, UUID plan, Mark mark) {
        get(school.id(), plan);
        if (mark.label().isBlank() || mark.label().length() > 80)
            throw new InvalidInput("label", mark.label(), "siteplans.error.label");
        if (mark.across() < 0 || mark.across() > 100)
            throw new InvalidInput("across", String.valueOf(mark.across()), "siteplans.error.percent");
        if (mark.down() < 0 || mark.down() > 100)
            throw new InvalidInput("down", String.valueOf(mark.down()), "siteplans.error.percent");
        if (mark.roomId() != null)
            db.deleteFrom(PLAN_MARK).where(PLAN_MARK.PLAN_ID.eq(plan)).and(PLAN_MARK.ROOM_ID.eq(mark.roomId()))
                    .execute();
        db.insertInto(PLAN_MARK).set(PLAN_MARK.DISTRICT_ID, school.districtId()).set(PLAN_MARK.ID, mark.id())
                .set(PLAN_MARK.PLAN_ID, plan).set(PLAN_MARK.KIND, mark.kind().name())
                .set(PLAN_MARK.ROOM_ID, mark.kind() == Kind.ROOM ? mark.roomId() : null)
                .set(PLAN_MARK.LABEL, mark.label().strip())
                .set(PLAN_MARK.ACROSS, BigDecimal.valueOf(mark.across()))
                .set(PLAN_MARK.DOWN, BigDecimal.valueOf(mark.down())).execute();
        audit.act("PlanMarkPlaced", "site plan " + plan, Map.of("kind", mark.kind()));
    }

    private List<Opening> openings(Condition which) {
        return db.selectFrom(PLAN_OPENING).where(which).orderBy(PLAN_OPENING.OPENED_AT.desc())
                .fetch(o -> new Opening(o.getId(), o.getPlanId(), o.getOpenedBy(), o.getPurpose(), o.getOpenedAt(),
                        o.getEndsAt()));
    }

    private List<SitePlan> list(Condition which) {
        return db.select(SITE_PLAN.ID, SITE_PLAN.SCHOOL_ID, SITE_PLAN.NAME, SITE_PLAN.MEDIA_TYPE, SITE_PLAN.ADDED_AT)
                .from(SITE_PLAN).where(which).and(SITE_PLAN.REMOVED_AT.isNull())
                .orderBy(SITE_PLAN.NAME)
                .fetch(r -> new SitePlan(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    private static String sha256(byte[] image) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(image));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
