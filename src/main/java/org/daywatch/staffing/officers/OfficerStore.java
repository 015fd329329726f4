package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch_db.staffing.tables.records.OfficerRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Officers' files and what they hold, as stored. */
@Repository
@Transactional
public class OfficerStore {

    private final DSLContext db;

    OfficerStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Credential> credentials(UUID officer) {
        return credentials(List.of(officer)).getOrDefault(officer, List.of());
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
    public Map<UUID, List<Credential>> credentials(Collection<UUID> officers) {
        return db.selectFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.in(officers))
                .orderBy(CREDENTIAL.KIND, CREDENTIAL.ISSUED_ON.desc())
                .fetchGroups(CREDENTIAL.OFFICER_ID, OfficerRows::credential);
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

    /** @param except whose badge it may be */
    boolean badgeTaken(Officer.Details details, @Nullable UUID except) {
        var taken = OFFICER.DEPARTMENT_ID.eq(details.departmentId()).and(OFFICER.BADGE.eq(details.badge()));
        return db.fetchExists(OFFICER, except == null ? taken : taken.and(OFFICER.ID.ne(except)));
    }

    UUID insert(UUID person, Officer.Details details) {
        var row = db.newRecord(OFFICER);
        row.setAgencyId(Tenancy.tenant());
        row.setId(Ids.next());
        row.setPersonId(person);
        fill(row, details);
        row.insert();
        return row.getId();
    }

    void save(UUID id, Officer.Details details, int version) {
        var row = locked(id, version);
        fill(row, details);
        row.update();
    }

    void saveAvailability(UUID id, Availability availability, Wishes wishes, int version) {
        var row = locked(id, version);
        row.setAvailability(OfficerRows.week(availability));
        row.setDates(OfficerRows.dates(availability));
        row.setWishes(OfficerRows.wishes(wishes));
        row.setVersion(row.getVersion() + 1);
        row.update();
    }

    /** @return its id, that of the one it replaces where there is one */
    UUID put(UUID officer, Credential credential) {
        return db.insertInto(CREDENTIAL).set(CREDENTIAL.AGENCY_ID, Tenancy.tenant()).set(CREDENTIAL.ID, credential.id())
                .set(CREDENTIAL.OFFICER_ID, officer)
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
    }
}
