package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.CredentialRecorded;
import org.daywatch.staffing.StaffingEvent.OfficerAdded;
import org.daywatch.staffing.StaffingEvent.OfficerChanged;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.Wishes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers' files and what they hold. Each change is told as a fact and shown to the officer's department. */
@Component
@Transactional
public class OfficerCommands {

    private final OfficerStore store;
    private final Organizations organizations;
    private final OfficerCards cards;
    private final Facts facts;
    private final Clock clock;

    OfficerCommands(OfficerStore store, Organizations organizations, OfficerCards cards, Facts facts, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.cards = cards;
        this.facts = facts;
        this.clock = clock;
    }

    /** Also makes them a member of the agency, so that they can sign in. */
    public UUID add(Officer.Details details) {
        if (store.badgeTaken(details, null)) throw new InvalidInput("badge", details.badge(), "officers.error.badge");
        var person = organizations.join(Tenancy.tenant(), details.email(), details.fullName(), Role.OFFICER, null);
        if (store.findByPerson(person).isPresent())
            throw new InvalidInput("email", details.email(), "officers.error.email");
        var id = store.insert(person, details);
        if (details.state() != Officer.State.ACTIVE) organizations.part(person, Role.OFFICER);
        cards.refresh(id);
        facts.tell(new OfficerAdded(Tenancy.tenant(), id, clock.instant(), details.departmentId(), details.badge()));
        return id;
    }

    /** The same with what the officer holds already, in one transaction. */
    public UUID add(Officer.Details details, List<Credential> held) {
        var id = add(details);
        held.forEach(credential -> record(id, credential));
        return id;
    }

    public void change(UUID id, Officer.Details details, int version) {
        if (store.badgeTaken(details, id)) throw new InvalidInput("badge", details.badge(), "officers.error.badge");
        var before = store.get(id);
        store.save(id, details, version);
        cards.refresh(id);
        var now = details.state();
        if (now != before.state()) place(before.personId(), details.email(), details.fullName(), now);
        facts.tell(new OfficerChanged(Tenancy.tenant(), id, clock.instant(),
                now == before.state() ? "details" : "details, " + before.state() + " to " + now));
    }

    /** Only an active officer has a place at the agency: with it end their sessions, alert screens and calendar. */
    private void place(UUID person, String email, String name, Officer.State state) {
        if (state != Officer.State.ACTIVE) organizations.part(person, Role.OFFICER);
        else organizations.rejoin(person, email, name, Role.OFFICER);
    }

    /** Their file was set back without this class: the place follows what it says now. */
    public void placeAgain(UUID id) {
        var officer = store.get(id);
        place(officer.personId(), officer.email(), officer.fullName(), officer.state());
    }

    public void setAvailability(UUID id, Availability availability, Wishes wishes, int version) {
        store.saveAvailability(id, availability, wishes, version);
        facts.tell(new OfficerChanged(Tenancy.tenant(), id, clock.instant(), "availability and wishes"));
    }

    /**
     * A renewal is a new record; the same kind issued on the same day replaces what was recorded of it, the same course
     * where it is one.
     */
    public UUID record(UUID officer, Credential credential) {
        store.get(officer);
        if (credential.kind().needsHours() && credential.hours() == null) {
            throw new InvalidInput("hours", "", "officers.error.hours");
        }
        var id = store.put(officer, credential);
        if (credential.kind() == Credential.Kind.WORK_PERMISSION) cards.refresh(officer);
        facts.tell(new CredentialRecorded(Tenancy.tenant(), officer, clock.instant(), credential.kind().name(),
                credential.issuedOn(),
                credential.expiresOn(), credential.state().name()));
        return id;
    }
}
