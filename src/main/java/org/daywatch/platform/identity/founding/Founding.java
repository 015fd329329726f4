package org.daywatch.platform.identity.founding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.passwords.Passwords;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.agency.AgencyDetails;
import org.daywatch.platform.identity.members.IdentityEvent;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An agency, what it says of itself, and its first administrator. */
@Component
class Founding {

    private static final int LONGEST_NAME = 120;

    private final Organizations organizations;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Founding(Organizations organizations, Accounts accounts, Agencies agencies, Facts facts, Clock clock,
            PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.agencies = agencies;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param name of the first administrator. @param password null: they set it themselves, over a link */
    record Administrator(String name, String email, @Nullable String password) {

        /** Every field that is wrong. */
        List<FieldError> wrong() {
            var wrong = new ArrayList<FieldError>();
            if (name.isBlank() || name.length() > LONGEST_NAME)
                wrong.add(new FieldError("name", name, "users.error.name"));
            if (!email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
                wrong.add(new FieldError("email", email, "users.error.email"));
            try {
                if (password != null) Passwords.refuseWeak(password, List.of(name, email));
            } catch (InvalidInput weak) {
                wrong.addAll(weak.errors());
            }
            return wrong;
        }
    }

    UUID found(AgencyDetails agency, String state, Administrator first) {
        return settle(organizations.foundAgency(agency.name(), state), agency, first);
    }

    /** The agency by its name, under an id that is bound already; {@link #settle} does the rest. */
    void begin(UUID org, String name, String state) {
        transaction.executeWithoutResult(t -> organizations.foundAgency(org, name, state));
    }

    /** What an agency needs that is there by name only: who looks after it, and what it says of itself. */
    UUID settle(UUID org, AgencyDetails agency, Administrator first) {
        UUID person = organizations.join(org, first.email(), first.name(), Role.AGENCY_ADMIN, null);
        if (first.password() != null) accounts.setPassword(person, first.password());
        Tenancy.run(new Scope(org, person), () -> {
            agencies.save(org, agency);
            transaction.executeWithoutResult(t -> facts
                    .tell(new IdentityEvent.AgencyFounded(org, Ids.next(), clock.instant(), person, agency.name())));
        });
        return person;
    }
}
