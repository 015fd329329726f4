package org.daywatch.staffing.departments.register;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_CONTACT;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch_db.staffing.tables.records.DepartmentContactRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom to call at a department, which clock and which limits hold there, as stored. The agency is bound. */
@Repository
@Transactional
class DepartmentContactStore {

    private final DSLContext db;
    private final Clock clock;

    DepartmentContactStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<UUID, Stored> contacts() {
        return db.selectFrom(DEPARTMENT_CONTACT).where(DEPARTMENT_CONTACT.AGENCY_ID.eq(Tenancy.tenant())).fetchMap(
                DEPARTMENT_CONTACT.ID,
                c -> new Stored(new Contact(c.getContactName(), c.getContactTitle(), c.getEmail(), c.getPhone()),
                        ZoneId.of(c.getZone()), c.getPolicySet()));
    }

    void save(UUID id, DepartmentFile file) {
        var row = new DepartmentContactRecord(Tenancy.tenant(), id, file.contact().name(), file.contact().title(),
                file.contact().email(), file.contact().phone(), file.zone().getId(),
                file.policySet(), clock.instant());
        db.insertInto(DEPARTMENT_CONTACT).set(row).onConflict(DEPARTMENT_CONTACT.AGENCY_ID, DEPARTMENT_CONTACT.ID)
                .doUpdate().set(row).execute();
    }

    record Stored(Contact contact, ZoneId zone, String policySet) {}
}
