package org.daywatch.platform.identity.founding;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.agency.AgencyDetails;
import org.daywatch.platform.identity.users.IdentityEvent;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An agency, what it says of itself, and its first administrator. */
@Component
class Founding {

    private final Organizations organizations;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Founding(Organizations organizations, Accounts accounts, Agencies agencies, Facts facts, Clock clock, PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.agencies = agencies;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param name of the first administrator */
    record Administrator(String name, String email, String password) {}

    UUID found(AgencyDetails agency, String state, Administrator first) {
        UUID org = organizations.foundAgency(agency.name(), state);
        UUID person = organizations.join(org, first.email(), first.name(), Role.AGENCY_ADMIN, null);
        accounts.setPassword(person, first.password());
        Tenancy.run(new Scope(org, person), () -> {
            agencies.save(org, agency);
            transaction.executeWithoutResult(t -> facts.tell(new IdentityEvent.AgencyFounded(org, Ids.next(), clock.instant(), person, agency.name())));
        });
        return person;
    }
}
