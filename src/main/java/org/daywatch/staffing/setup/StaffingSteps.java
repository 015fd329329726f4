package org.daywatch.staffing.setup;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.POST;

import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.setup.SetupStep;
import org.daywatch.platform.setup.SetupStep.Reading;
import org.daywatch.platform.setup.SetupStep.State;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.eligibility.OfficerReadiness;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffingSteps {

    @Bean
    SetupStep departmentStep(Organizations organizations) {
        return new SetupStep("departments", 40, true, Permission.DEPARTMENTS_EDIT, () -> {
            int departments = organizations.listOwn("DEPARTMENT").size();
            return Reading.of(departments == 0 ? State.NOT_BEGUN : State.DONE, departments == 0 ? "none" : "done",
                    departments == 0 ? "/departments/new" : "/departments", departments);
        });
    }

    @Bean
    SetupStep termsStep(Organizations organizations, DSLContext db) {
        return new SetupStep("terms", 50, true, Permission.DEPARTMENTS_EDIT, () -> {
            var departments = organizations.listOwn("DEPARTMENT");
            var agreed = db.select(DEPARTMENT_TERMS.DEPARTMENT_ID).from(DEPARTMENT_TERMS)
                    .fetchSet(DEPARTMENT_TERMS.DEPARTMENT_ID);
            var open = departments.stream().filter(d -> !agreed.contains(d.id())).toList();
            return Reading.counted(departments.size() - open.size(), departments.size(), "done",
                    open.size() == 1 ? "/departments/" + open.getFirst().id() + "/terms" : "/departments");
        });
    }

    @Bean
    SetupStep officerStep(OfficerReadiness readiness, Organizations organizations, Agencies agencies) {
        return new SetupStep("officers", 100, true, Permission.OFFICERS_EDIT, () -> {
            var state = organizations.find(Tenancy.tenant()).map(Organizations.Organization::state).orElse("");
            var ready = readiness.of(state, agencies.zone(Tenancy.tenant()));
            if (ready.active() == 0) return Reading.of(State.NOT_BEGUN, "none", "/officers/new");
            var known = ready.program() ? "" : "Elsewhere";
            int lacking = ready.lacking().size();
            if (lacking == 0) return Reading.of(State.DONE, "done" + known, "/officers", ready.active(), 0, state);
            return Reading.of(lacking == ready.active() ? State.NOT_BEGUN : State.BEGUN, "lacking" + known,
                    lacking == 1 ? "/officers/" + ready.lacking().getFirst() : "/officers", ready.active(), lacking,
                    state);
        });
    }

    @Bean
    SetupStep postStep(DSLContext db) {
        return new SetupStep("posts", 120, true, Permission.REQUESTS_DECIDE, () -> {
            int opened = db.fetchCount(POST, POST.STATE.in("OPEN", "HELD", "FILLED"));
            int drafts = opened > 0 ? 0 : db.fetchCount(POST, POST.STATE.eq("DRAFT"));
            return opened > 0
                    ? Reading.of(State.DONE, "done", "/posts", opened)
                    : drafts > 0
                            ? Reading.of(State.NOT_BEGUN, "draft", "/posts?state=DRAFT", drafts)
                            : Reading.of(State.NOT_BEGUN, "none", "/agreements/new");
        });
    }
}
