package org.daywatch.platform.setup.steps;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.outgoing.LinkMail;
import org.daywatch.platform.setup.SetupStep.Reading;
import org.daywatch.platform.setup.SetupStep.State;
import org.daywatch.platform.setup.SetupStep;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cellar's part of setting up: the agency itself, its mail, who looks after it, and letting officers in. */
@Configuration(proxyBeanMethods = false)
class PlatformSteps {

    @Bean
    SetupStep agencyStep(Agencies agencies) {
        return new SetupStep("agency", 10, false, Permission.USERS_EDIT, () -> {
            var agency = agencies.of(Tenancy.tenant());
            boolean called = !agencies.telephone(Tenancy.tenant()).isEmpty();
            return Reading.of(called ? State.DONE : State.NOT_BEGUN, called ? "done" : "silent", "/agency",
                    agency.name(), agency.zone().getId());
        });
    }

    @Bean
    SetupStep mailStep(LinkMail mail) {
        return new SetupStep("mail", 20, false, Permission.OPERATIONS_EDIT,
                () -> mail.possible()
                        ? Reading.of(State.DONE, "done", "/outgoing")
                        : Reading.of(State.NOT_BEGUN, "none", "/outgoing"));
    }

    @Bean
    SetupStep administratorStep(Administrators administrators, LettingIn access) {
        return new SetupStep("administrators", 30, false, Permission.USERS_EDIT, () -> {
            int count = administrators.count(Tenancy.tenant());
            int invited = count >= 2 ? 0 : (int) access.here(Role.AGENCY_ADMIN).stream().filter(r -> !r.in()).count();
            if (invited > 0) return Reading.of(State.BEGUN, "invited", "/users/letting-in", invited);
            return Reading.of(count < 2 ? State.NOT_BEGUN : State.DONE, count < 2 ? "one" : "done",
                    count < 2 ? "/users/new" : "/users", count);
        });
    }

    /** Invited is enough to go on: the rest is the officers' turn. It says what the page it leads to says. */
    @Bean
    SetupStep accessStep(LettingIn access, DSLContext db) {
        return new SetupStep("access", 110, true, Permission.USERS_EDIT, () -> {
            int officers = db.fetchCount(MEMBERSHIP, MEMBERSHIP.ORG_ID.eq(Tenancy.tenant())
                    .and(MEMBERSHIP.ROLE.eq(Role.OFFICER.name())).and(MEMBERSHIP.UNTIL.isNull()));
            var outside = access.here(Role.OFFICER).stream().filter(r -> !r.in()).toList();
            int uninvited = access.toInvite(outside).size();
            if (officers == 0) return Reading.of(State.NOT_BEGUN, "none", "/officers");
            if (outside.isEmpty()) return Reading.of(State.DONE, "done", "/officers/letting-in", officers);
            return Reading.of(uninvited == officers ? State.NOT_BEGUN : State.BEGUN,
                    uninvited == 0 ? "waiting" : "some", "/officers/letting-in", uninvited, outside.size() - uninvited,
                    officers);
        });
    }
}
