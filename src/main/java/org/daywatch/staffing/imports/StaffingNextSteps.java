package org.daywatch.staffing.imports;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.NextSteps;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.eligibility.OfficerReadiness;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What departments and officers lack after they were imported: terms, credentials, a way in. */
@Component
@Transactional(readOnly = true)
class StaffingNextSteps implements NextSteps {

    private final Organizations organizations;
    private final Agencies agencies;
    private final DepartmentTerms terms;
    private final OfficerReadiness readiness;
    private final LettingIn access;

    StaffingNextSteps(Organizations organizations, Agencies agencies, DepartmentTerms terms, OfficerReadiness readiness,
            LettingIn access) {
        this.organizations = organizations;
        this.agencies = agencies;
        this.terms = terms;
        this.readiness = readiness;
        this.access = access;
    }

    @Override
    public List<Step> after(ImportKind kind) {
        return switch (kind) {
            case DEPARTMENTS -> withoutTerms();
            case OFFICERS -> officers();
            case DUTY -> List.of(Step.of("imports.next.duty", "/officers"));
            default -> List.of();
        };
    }

    private List<Step> officers() {
        var steps = new ArrayList<>(withoutTerms());
        var state = organizations.find(Tenancy.tenant()).map(Organizations.Organization::state).orElse("");
        var ready = readiness.of(state, agencies.zone(Tenancy.tenant()));
        if (!ready.lacking().isEmpty())
            steps.add(Step.of("imports.next.credentials", "/officers", ready.lacking().size(), ready.active()));
        int uninvited = access.toInvite(access.here(Role.OFFICER).stream().filter(r -> !r.in()).toList()).size();
        if (uninvited > 0) steps.add(Step.of("imports.next.lettingin", "/officers/letting-in", uninvited));
        return steps;
    }

    private List<Step> withoutTerms() {
        var departments = organizations.listOwn("DEPARTMENT");
        var agreed = terms.agreed().stream().map(AgreedTerms::departmentId).toList();
        long without = departments.stream().filter(d -> !agreed.contains(d.id())).count();
        return without == 0
                ? List.of()
                : List.of(Step.of("imports.next.terms", "/departments", without, departments.size()));
    }
}
