package org.daywatch.staffing.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    private final StandingConsentStore store;
    private final OfficerAccounts officers;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    StandingConsents(StandingConsentStore store, OfficerAccounts officers, Campuses campuses, Facts facts,
            Clock clock) {
        this.store = store;
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
        store.end(officer.id(), school, now);
        var id = Ids.next();
        store.insert(new Consent(id, officer.id(), school, from, to, now));
        facts.tell(new StandingConsentGiven(Tenancy.tenant(), id, now, officer.id(), school, from, to));
        return id;
    }

    public void revoke(UUID person, UUID school) {
        var officer = officers.ofPerson(person);
        var now = clock.instant();
        store.end(officer.id(), school, now).ifPresent(
                id -> facts.tell(new StandingConsentRevoked(Tenancy.tenant(), id, now, officer.id(), school)));
    }
}
