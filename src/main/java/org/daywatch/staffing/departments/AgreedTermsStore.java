package org.daywatch.staffing.departments;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.staffing.terms.WorkKind;
import org.daywatch_db.staffing.tables.records.DepartmentTermsRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Terms as agreed: the department sees its own, the agency those of all its departments. */
@Repository
@Transactional
class AgreedTermsStore {

    private final DSLContext db;
    private final AuditLog audit;

    AgreedTermsStore(DSLContext db, AuditLog audit) {
        this.db = db;
        this.audit = audit;
    }

    /** In the order in which departments are asked. */
    @Transactional(readOnly = true)
    List<AgreedTerms> list() {
        return db.selectFrom(DEPARTMENT_TERMS).orderBy(DEPARTMENT_TERMS.RANK_ORDER, DEPARTMENT_TERMS.DEPARTMENT_ID).fetch(AgreedTermsStore::terms);
    }

    /** What the department may change of its terms. The audit line keeps every field that changed, as it was and as it is. */
    void save(AgreedTerms before, AgreedTerms after) {
        int hit = db.update(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.POLICY_SET, after.policySet())
                .set(DEPARTMENT_TERMS.PROHIBITED_WORK, after.prohibited().stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(DEPARTMENT_TERMS.SUPERVISOR_FROM, after.supervisorFrom()).set(DEPARTMENT_TERMS.SUPERVISOR_PER, after.supervisorPer())
                .set(DEPARTMENT_TERMS.LEAD_HOURS, after.leadHours()).set(DEPARTMENT_TERMS.CANCEL_HOURS, after.cancelHours())
                .set(DEPARTMENT_TERMS.MINIMUM_HOURS, after.minimumHours())
                .where(DEPARTMENT_TERMS.AGENCY_ID.eq(after.agencyId())).and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(after.departmentId())).execute();
        if (hit == 0) throw new NotFound("terms with agency " + after.agencyId());
        var changed = new LinkedHashMap<String, Object>();
        before.changesTo(after, Enum::name).forEach(c -> changed.put(c.field(), List.of(c.before(), c.after())));
        audit.act("DepartmentTermsChanged", "department " + after.departmentId(), changed);
    }

    private static AgreedTerms terms(DepartmentTermsRecord r) {
        return new AgreedTerms(r.getAgencyId(), r.getDepartmentId(), r.getRankOrder(), r.getPolicySet(),
                Arrays.stream(r.getProhibitedWork()).map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet()), ZoneId.of(r.getZone()), r.getSupervisorFrom(),
                r.getSupervisorPer(), r.getLeadHours(), r.getCancelHours(), r.getMinimumHours());
    }
}
