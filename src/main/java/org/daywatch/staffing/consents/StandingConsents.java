package org.daywatch.staffing.consents;

import static org.daywatch_db.staffing.Tables.STANDING_CONSENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.StandingConsentGiven;
import org.daywatch.staffing.StaffingEvent.StandingConsentRevoked;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch_db.staffing.tables.records.StandingConsentRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer's own word that posts at one school may be taken for them until a day: the voluntary act (29 CFR 553.227)
 * behind each shift a published schedule gives them there. Only they give it, and they take it back at any time; shifts
 * taken before stay theirs to give back.
 */
@Component
@Transactional
public class StandingConsents {

    private static final int LONGEST_DAYS = 200;

    private final DSLContext db;
    private final OfficerAccounts officers;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    StandingConsents(DSLContext db, OfficerAccounts officers, Campuses campuses, Facts facts, Clock clock) {
        this.db = db;
        this.officers = officers;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    public record Consent(UUID id, UUID officer, UUID school, LocalDate from, LocalDate to, Instant givenAt) {

        public boolean holds(UUID forSchool, LocalDate day) {
            return school.equals(forSchool) && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** @param person the officer's account: nobody consents for another */
    public UUID give(UUID person, UUID school, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw new InvalidInput("to", "" + to, "consents.wrong.order");
        if (to.isAfter(from.plusDays(LONGEST_DAYS))) throw new InvalidInput("to", "" + to, "consents.wrong.far");
        var officer = officers.ofPerson(person);
        campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var now = clock.instant();
        end(officer.id(), school, now);
        var id = Ids.next();
        db.insertInto(STANDING_CONSENT).set(STANDING_CONSENT.AGENCY_ID, Tenancy.tenant()).set(STANDING_CONSENT.ID, id)
                .set(STANDING_CONSENT.OFFICER_ID, officer.id())
                .set(STANDING_CONSENT.SCHOOL_ID, school).set(STANDING_CONSENT.GIVEN_AT, now)
                .set(STANDING_CONSENT.FROM_DAY, from).set(STANDING_CONSENT.TO_DAY, to).execute();
        facts.tell(new StandingConsentGiven(Tenancy.tenant(), id, now, officer.id(), school, from, to));
        return id;
    }

    public void revoke(UUID person, UUID school) {
        var officer = officers.ofPerson(person);
        var now = clock.instant();
        end(officer.id(), school, now).ifPresent(
                id -> facts.tell(new StandingConsentRevoked(Tenancy.tenant(), id, now, officer.id(), school)));
    }

    private Optional<UUID> end(UUID officer, UUID school, Instant now) {
        return db.update(STANDING_CONSENT).set(STANDING_CONSENT.REVOKED_AT, now)
                .where(STANDING_CONSENT.OFFICER_ID.eq(officer))
                .and(STANDING_CONSENT.SCHOOL_ID.eq(school)).and(STANDING_CONSENT.REVOKED_AT.isNull())
                .returning(STANDING_CONSENT.ID).fetchOptional(STANDING_CONSENT.ID);
    }

    @Transactional(readOnly = true)
    public List<Consent> of(UUID officer) {
        return db.selectFrom(STANDING_CONSENT).where(STANDING_CONSENT.OFFICER_ID.eq(officer))
                .and(STANDING_CONSENT.REVOKED_AT.isNull())
                .orderBy(STANDING_CONSENT.FROM_DAY, STANDING_CONSENT.ID).fetch(StandingConsents::consent);
    }

    /** All that hold on some day of these. */
    @Transactional(readOnly = true)
    public List<Consent> between(LocalDate from, LocalDate to) {
        return db.selectFrom(STANDING_CONSENT).where(STANDING_CONSENT.REVOKED_AT.isNull())
                .and(STANDING_CONSENT.FROM_DAY.le(to)).and(STANDING_CONSENT.TO_DAY.ge(from))
                .orderBy(STANDING_CONSENT.FROM_DAY, STANDING_CONSENT.ID).fetch(StandingConsents::consent);
    }

    private static Consent consent(StandingConsentRecord r) {
        return new Consent(r.getId(), r.getOfficerId(), r.getSchoolId(), r.getFromDay(), r.getToDay(), r.getGivenAt());
    }

    /** The word that holds at that school on that day, if they gave one. */
    @Transactional(readOnly = true)
    public Optional<Consent> holding(UUID officer, UUID school, LocalDate day) {
        return of(officer).stream().filter(c -> c.holds(school, day)).findFirst();
    }
}
