package org.daywatch.staffing.terms;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.PROHIBITED_WORK;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.terms.ProhibitedWork.DepartmentList;
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

    /** A department joins the programme, or its terms change. Its hour policies stay where they are unless {@code policySet} says otherwise. */
    public void put(UUID department, int rank, String policySet, Set<WorkKind> prohibited, ZoneId zone) {
        if (rank < 1) throw new InvalidInput("rank", "" + rank, "The primary department is 1, partners follow with 2, 3…");
        organizations.find(department).filter(o -> o.kind().equals("DEPARTMENT"))
                .orElseThrow(() -> new NotFound("department " + department));
        var forbidden = prohibited.stream().map(Enum::name).sorted().toArray(String[]::new);
        db.insertInto(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.AGENCY_ID, Tenancy.tenant()).set(DEPARTMENT_TERMS.DEPARTMENT_ID, department)
                .set(DEPARTMENT_TERMS.RANK_ORDER, rank).set(DEPARTMENT_TERMS.POLICY_SET, policySet)
                .set(DEPARTMENT_TERMS.PROHIBITED_WORK, forbidden).set(DEPARTMENT_TERMS.ZONE, zone.getId())
                .onConflict(DEPARTMENT_TERMS.AGENCY_ID, DEPARTMENT_TERMS.DEPARTMENT_ID).doUpdate()
                .set(DEPARTMENT_TERMS.RANK_ORDER, rank).set(DEPARTMENT_TERMS.POLICY_SET, policySet)
                .set(DEPARTMENT_TERMS.PROHIBITED_WORK, forbidden).set(DEPARTMENT_TERMS.ZONE, zone.getId()).execute();
        audit.act("DepartmentTermsChanged", "department " + department, Map.of("rank", rank, "prohibited", List.of(forbidden)));
    }
}
