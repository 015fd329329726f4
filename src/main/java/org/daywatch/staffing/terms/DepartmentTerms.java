package org.daywatch.staffing.terms;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.PROHIBITED_WORK;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.staffing.terms.ProhibitedWork.DepartmentList;
import org.daywatch_db.staffing.tables.records.DepartmentTermsRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments that work for the agency, in the order in which they are asked, with what each forbids. */
@Component
@Transactional
public class DepartmentTerms {

    private final DSLContext db;
    private final Organizations organizations;
    private final AuditLog audit;

    DepartmentTerms(DSLContext db, Organizations organizations, AuditLog audit) {
        this.db = db;
        this.organizations = organizations;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ProhibitedWork list() {
        Map<UUID, String> names = organizations.listOwn("DEPARTMENT").stream()
                .collect(Collectors.toMap(o -> o.id(), o -> o.name()));
        return ProhibitedWork.of(db.selectFrom(DEPARTMENT_TERMS).orderBy(DEPARTMENT_TERMS.RANK_ORDER).fetch(t -> new DepartmentList(
                t.getDepartmentId(), names.getOrDefault(t.getDepartmentId(), "" + t.getDepartmentId()), t.getRankOrder(),
                Arrays.stream(t.getProhibitedWork()).map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet()))));
    }

    /** The published list a department follows: MESA, SURPRISE. */
    @Transactional(readOnly = true)
    public Set<WorkKind> published(String list) {
        var kinds = db.selectFrom(PROHIBITED_WORK).where(PROHIBITED_WORK.LIST.eq(list)).fetch(r -> WorkKind.valueOf(r.getWorkKind()));
        if (kinds.isEmpty()) {
            throw new InvalidInput("list", list, "No list of that name is published. Known: " + lists() + ".");
        }
        return Set.copyOf(kinds);
    }

    @Transactional(readOnly = true)
    public List<String> lists() {
        return db.selectDistinct(PROHIBITED_WORK.LIST).from(PROHIBITED_WORK).orderBy(PROHIBITED_WORK.LIST).fetch(PROHIBITED_WORK.LIST);
    }

    /** As agreed, in the order in which departments are asked: an agency sees those of all its departments, a department its own. */
    @Transactional(readOnly = true)
    public List<AgreedTerms> agreed() {
        return db.selectFrom(DEPARTMENT_TERMS).orderBy(DEPARTMENT_TERMS.RANK_ORDER, DEPARTMENT_TERMS.DEPARTMENT_ID).fetch(DepartmentTerms::terms);
    }

    @Transactional(readOnly = true)
    public Optional<AgreedTerms> find(UUID department) {
        return agreed().stream().filter(t -> t.departmentId().equals(department)).findFirst();
    }

    /** What a department has confirmed is in force, whatever was before. */
    public void put(AgreedTerms terms) {
        if (terms.rank() < 1) throw new InvalidInput("rank", "" + terms.rank(), "terms.error.rank");
        organizations.find(terms.departmentId()).filter(o -> o.kind().equals("DEPARTMENT")).orElseThrow(() -> new NotFound("department " + terms.departmentId()));
        var row = row(terms);
        db.insertInto(DEPARTMENT_TERMS).set(row).onConflict(DEPARTMENT_TERMS.AGENCY_ID, DEPARTMENT_TERMS.DEPARTMENT_ID).doUpdate().set(row).execute();
        audit.act("DepartmentTermsChanged", "department " + terms.departmentId(), Map.of("rank", terms.rank(), "prohibited", List.of(row.getProhibitedWork())));
    }

    /** What the department itself may change. The audit line keeps every field that changed, as it was and as it is. */
    public void change(AgreedTerms before, AgreedTerms after) {
        int hit = db.update(DEPARTMENT_TERMS).set(row(after)).where(DEPARTMENT_TERMS.AGENCY_ID.eq(after.agencyId())).and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(after.departmentId())).execute();
        if (hit == 0) throw new NotFound("terms with agency " + after.agencyId());
        var changed = new LinkedHashMap<String, Object>();
        before.changesTo(after, Enum::name).forEach(c -> changed.put(c.field(), List.of(c.before(), c.after())));
        audit.act("DepartmentTermsChanged", "department " + after.departmentId(), changed);
    }

    private static DepartmentTermsRecord row(AgreedTerms t) {
        var row = new DepartmentTermsRecord();
        row.setAgencyId(t.agencyId());
        row.setDepartmentId(t.departmentId());
        row.setRankOrder(t.rank());
        row.setPolicySet(t.policySet());
        row.setProhibitedWork(t.prohibited().stream().map(Enum::name).sorted().toArray(String[]::new));
        row.setZone(t.zone().getId());
        row.setSupervisorFrom(t.supervisorFrom());
        row.setSupervisorPer(t.supervisorPer());
        row.setLeadHours(t.leadHours());
        row.setCancelHours(t.cancelHours());
        row.setMinimumHours(t.minimumHours());
        row.setValidFrom(t.from());
        row.setValidTo(t.to());
        return row;
    }

    private static AgreedTerms terms(DepartmentTermsRecord r) {
        return new AgreedTerms(r.getAgencyId(), r.getDepartmentId(), r.getRankOrder(), r.getPolicySet(),
                Arrays.stream(r.getProhibitedWork()).map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet()), ZoneId.of(r.getZone()), r.getSupervisorFrom(),
                r.getSupervisorPer(), r.getLeadHours(), r.getCancelHours(), r.getMinimumHours(), r.getValidFrom(), r.getValidTo());
    }
}
