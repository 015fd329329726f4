package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.SIGN_UP;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.AwardEvent.SignUpWithdrawn;
import org.daywatch.staffing.AwardEvent.SignedUp;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.Seats;
import org.daywatch_db.staffing.tables.records.SignUpRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer says that they want a post, by their own act and nobody else's; until signing up ends they may take it
 * back.
 */
@Component
@Transactional
public class SignUps {

    private final DSLContext db;
    private final Seats seats;
    private final AwardMethods methods;
    private final OfficerAccounts officers;
    private final EligibilityQueries eligibility;
    private final Texts texts;
    private final Facts facts;
    private final Clock clock;

    SignUps(DSLContext db, Seats seats, AwardMethods methods, OfficerAccounts officers, EligibilityQueries eligibility,
            Texts texts, Facts facts, Clock clock) {
        this.db = db;
        this.seats = seats;
        this.methods = methods;
        this.officers = officers;
        this.eligibility = eligibility;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    public record SignUp(UUID id, UUID post, UUID officer, Instant signedAt) {}

    /**
     * Pressing twice is signing up once. Anyone who lacks only their department's word may sign up; they are judged
     * again when the post is awarded.
     */
    public UUID sign(UUID person, UUID post) {
        var officer = officers.ofPerson(person);
        open(post);
        var standing = find(post, officer.id());
        if (standing.isPresent()) return standing.get().id();
        var verdict = eligibility.judge(officer.id(), post);
        if (verdict.failed().stream().anyMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED")))
            throw new Refused(StaffingRefusal.NOT_POSTED_TO_YOU);
        if (!verdict.failed().isEmpty()) {
            var language = Acting.current().map(Actor::language).orElse("en");
            throw new Refused(StaffingRefusal.NOT_ELIGIBLE, Map.of("rules", verdict.failed().stream()
                    .map(f -> f.say((key, args) -> texts.of(language, key, args), language))
                    .collect(Collectors.joining(" "))));
        }
        var id = Ids.next();
        var now = clock.instant();
        db.insertInto(SIGN_UP).set(SIGN_UP.AGENCY_ID, Tenancy.tenant()).set(SIGN_UP.ID, id).set(SIGN_UP.POST_ID, post)
                .set(SIGN_UP.OFFICER_ID, officer.id())
                .set(SIGN_UP.PERSON_ID, person).set(SIGN_UP.SIGNED_AT, now).execute();
        facts.tell(new SignedUp(Tenancy.tenant(), post, now, id, officer.id()));
        return id;
    }

    public void withdraw(UUID person, UUID post) {
        var officer = officers.ofPerson(person);
        open(post);
        var now = clock.instant();
        int hit = db.update(SIGN_UP).set(SIGN_UP.WITHDRAWN_AT, now).where(SIGN_UP.POST_ID.eq(post))
                .and(SIGN_UP.OFFICER_ID.eq(officer.id()))
                .and(SIGN_UP.WITHDRAWN_AT.isNull()).execute();
        if (hit == 0) throw new Refused(StaffingRefusal.NOT_SIGNED_UP);
        facts.tell(new SignUpWithdrawn(Tenancy.tenant(), post, now, officer.id()));
    }

    /** Under the post's lock: an award and a late sign-up come one after the other. */
    private void open(UUID post) {
        var seat = seats.lock(post);
        var ruling = methods.ruling(post);
        if (!seat.state().equals("OPEN") || !ruling.collects() || !clock.instant().isBefore(ruling.closesAt()))
            throw new Refused(StaffingRefusal.SIGN_UP_CLOSED);
    }

    @Transactional(readOnly = true)
    public Optional<SignUp> find(UUID post, UUID officer) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.POST_ID.eq(post)).and(SIGN_UP.OFFICER_ID.eq(officer))
                .and(SIGN_UP.WITHDRAWN_AT.isNull()).fetchOptional(SignUps::signUp);
    }

    /** Who wants the post, in the order of officers' ids: the order in which they are locked. */
    @Transactional(readOnly = true)
    public List<SignUp> of(UUID post) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.POST_ID.eq(post)).and(SIGN_UP.WITHDRAWN_AT.isNull())
                .orderBy(SIGN_UP.OFFICER_ID).fetch(SignUps::signUp);
    }

    @Transactional(readOnly = true)
    public List<SignUp> ofOfficer(UUID officer) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.OFFICER_ID.eq(officer)).and(SIGN_UP.WITHDRAWN_AT.isNull())
                .orderBy(SIGN_UP.SIGNED_AT.desc(), SIGN_UP.ID).limit(100).fetch(SignUps::signUp);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(java.util.Collection<UUID> posts) {
        return db.select(SIGN_UP.POST_ID, DSL.count()).from(SIGN_UP).where(SIGN_UP.POST_ID.in(posts))
                .and(SIGN_UP.WITHDRAWN_AT.isNull())
                .groupBy(SIGN_UP.POST_ID).fetchMap(r -> r.value1(), r -> r.value2());
    }

    private static SignUp signUp(SignUpRecord r) {
        return new SignUp(r.getId(), r.getPostId(), r.getOfficerId(), r.getSignedAt());
    }
}
