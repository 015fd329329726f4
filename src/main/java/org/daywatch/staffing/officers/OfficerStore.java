package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.CredentialRecorded;
import org.daywatch.staffing.StaffingEvent.OfficerAdded;
import org.daywatch.staffing.StaffingEvent.OfficerChanged;
import org.daywatch_db.staffing.tables.records.OfficerRecord;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.Wishes;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers' files and what they hold. Each change is told as a fact and shown to the officer's department. */
@Repository
@Transactional
public class OfficerStore {

    private final DSLContext db;
    private final Organizations organizations;
    private final OfficerCards cards;
    private final Facts facts;
    private final Clock clock;

    OfficerStore(DSLContext db, Organizations organizations, OfficerCards cards, Facts facts, Clock clock) {
        this.db = db;
        this.organizations = organizations;
        this.cards = cards;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Officer get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("officer " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Officer> find(UUID id) {
        return db.selectFrom(OFFICER).where(OFFICER.ID.eq(id)).fetchOptional(OfficerRows::officer);
    }

    @Transactional(readOnly = true)
    public Optional<Officer> findByPerson(UUID personId) {
        return db.selectFrom(OFFICER).where(OFFICER.PERSON_ID.eq(personId)).fetchOptional(OfficerRows::officer);
    }

    @Transactional(readOnly = true)
    public List<Officer> list(Officer.State state) {
        return db.selectFrom(OFFICER).where(OFFICER.STATE.eq(state.name())).orderBy(OFFICER.FULL_NAME)
                .fetch(OfficerRows::officer);
    }

    @Transactional(readOnly = true)
    public List<Credential> credentials(UUID officer) {
        return credentials(List.of(officer)).getOrDefault(officer, List.of());
    }

    @Transactional(readOnly = true)
    public Map<UUID, List<Credential>> credentials(Collection<UUID> officers) {
        return db.selectFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.in(officers))
                .orderBy(CREDENTIAL.KIND, CREDENTIAL.ISSUED_ON.desc())
                .fetchGroups(CREDENTIAL.OFFICER_ID, OfficerRows::credential);
    }

    /** Also makes them a member of the agency, so that they can sign in. */
    public UUID add(Officer.Details details) {
        var badgeTaken = db.fetchExists(OFFICER,
                OFFICER.DEPARTMENT_ID.eq(details.departmentId()).and(OFFICER.BADGE.eq(details.badge())));
        if (badgeTaken) throw new InvalidInput("badge", details.badge(), "officers.error.badge");
        var person = organizations.join(Tenancy.tenant(), details.email(), details.fullName(), Role.OFFICER, null);
        if (findByPerson(person).isPresent()) throw new InvalidInput("email", details.email(), "officers.error.email");
        var row = db.newRecord(OFFICER);
        row.setAgencyId(Tenancy.tenant());
        row.setId(Ids.next());
        row.setPersonId(person);
        fill(row, details);
        row.insert();
        cards.refresh(row.getId());
        facts.tell(new OfficerAdded(Tenancy.tenant(), row.getId(), clock.instant(), details.departmentId(),
                details.badge()));
        return row.getId();
    }

    /** The same with what the officer holds already, in one transaction. */
    public UUID add(Officer.Details details, List<Credential> held) {
        var id = add(details);
        held.forEach(credential -> record(id, credential));
        return id;
    }

    public void change(UUID id, Officer.Details details, int version) {
        var badgeTaken = db.fetchExists(OFFICER, OFFICER.DEPARTMENT_ID.eq(details.departmentId())
                .and(OFFICER.BADGE.eq(details.badge())).and(OFFICER.ID.ne(id)));
        if (badgeTaken) throw new InvalidInput("badge", details.badge(), "officers.error.badge");
        var row = locked(id, version);
        fill(row, details);
        row.update();
        cards.refresh(id);
        facts.tell(new OfficerChanged(Tenancy.tenant(), id, clock.instant(), "details"));
    }

    public void setAvailability(UUID id, Availability availability, Wishes wishes, int version) {
        var row = locked(id, version);
        row.setAvailability(OfficerRows.week(availability));
        row.setDates(OfficerRows.dates(availability));
        row.setWishes(OfficerRows.wishes(wishes));
        row.setVersion(row.getVersion() + 1);
        row.update();
        facts.tell(new OfficerChanged(Tenancy.tenant(), id, clock.instant(), "availability and wishes"));
    }

    /**
     * A renewal is a new record; the same kind issued on the same day replaces what was recorded of it, the same course
     * where it is one.
     */
    public UUID record(UUID officer, Credential credential) {
        get(officer);
        if (credential.kind().needsHours() && credential.hours() == null) {
            throw new InvalidInput("hours", "", "officers.error.hours");
        }
        var id = db.insertInto(CREDENTIAL).set(CREDENTIAL.AGENCY_ID, Tenancy.tenant())
                .set(CREDENTIAL.ID, credential.id()).set(CREDENTIAL.OFFICER_ID, officer)
                .set(CREDENTIAL.KIND, credential.kind().name()).set(CREDENTIAL.NUMBER, credential.number())
                .set(CREDENTIAL.ISSUED_ON, credential.issuedOn())
                .set(CREDENTIAL.EXPIRES_ON, credential.expiresOn()).set(CREDENTIAL.HOURS, credential.hours())
                .set(CREDENTIAL.STATE, credential.state().name())
                .onConflict(CREDENTIAL.AGENCY_ID, CREDENTIAL.OFFICER_ID, CREDENTIAL.KIND, CREDENTIAL.ISSUED_ON,
                        CREDENTIAL.COURSE)
                .doUpdate()
                .set(CREDENTIAL.NUMBER, credential.number()).set(CREDENTIAL.EXPIRES_ON, credential.expiresOn())
                .set(CREDENTIAL.HOURS, credential.hours())
                .set(CREDENTIAL.STATE, credential.state().name()).returning(CREDENTIAL.ID).fetchSingle(CREDENTIAL.ID);
        if (credential.kind() == Credential.Kind.WORK_PERMISSION) cards.refresh(officer);
        facts.tell(new CredentialRecorded(Tenancy.tenant(), officer, clock.instant(), credential.kind().name(),
                credential.issuedOn(),
                credential.expiresOn(), credential.state().name()));
        return id;
    }

    private OfficerRecord locked(UUID id, int version) {
        var row = db.selectFrom(OFFICER).where(OFFICER.ID.eq(id)).forUpdate().fetchOptional()
                .orElseThrow(() -> new NotFound("officer " + id));
        if (row.getVersion() != version) throw new Stale("officer " + id);
        return row;
    }

    private static void fill(OfficerRecord row, Officer.Details d) {
        row.setDepartmentId(d.departmentId());
        row.setFullName(d.fullName().strip());
        row.setEmail(d.email().strip().toLowerCase(java.util.Locale.ROOT));
        row.setPhone(d.phone().strip());
        row.setBadge(d.badge().strip());
        row.setRank(d.rank().name());
        row.setHiredOn(d.hiredOn());
        row.setCertificateNo(d.certificateNumber().strip());
        row.setLanguages(d.languages().toArray(String[]::new));
        row.setHomeZip(d.homeZip().strip());
        row.setRoles(d.roles().toArray(String[]::new));
        row.setStartedInSchoolsOn(d.startedInSchoolsOn());
        row.setState(d.state().name());
        row.setVersion(row.getVersion() == null ? 0 : row.getVersion() + 1);
    }
}
