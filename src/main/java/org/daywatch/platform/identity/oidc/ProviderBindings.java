package org.daywatch.platform.identity.oidc;

import static org.daywatch_db.platform.Tables.PROVIDER_BINDING;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of the provider's people an account belongs to. The provider may give an address to somebody else, its subject
 * never; some give each client subjects of its own, so a new client ID begins anew.
 */
@Component
@Transactional("signinTransactions")
public class ProviderBindings {

    private final DSLContext db;
    private final Clock clock;
    private final String issuer;
    private final String client;

    ProviderBindings(@Qualifier("signin") DSLContext db, Clock clock,
            @Value("${daywatch.oidc.issuer:}") String issuer,
            @Value("${daywatch.oidc.client-id:}") String client) {
        this.db = db;
        this.clock = clock;
        this.issuer = issuer;
        this.client = client;
    }

    Optional<UUID> person(String subject) {
        return db.select(PROVIDER_BINDING.PERSON_ID).from(PROVIDER_BINDING).where(here())
                .and(PROVIDER_BINDING.SUBJECT.eq(subject)).fetchOptional(PROVIDER_BINDING.PERSON_ID);
    }

    /** @return false where the account or the subject belongs elsewhere already: two may come at once */
    boolean bind(UUID person, String subject) {
        return db.insertInto(PROVIDER_BINDING).set(PROVIDER_BINDING.ISSUER, issuer)
                .set(PROVIDER_BINDING.CLIENT, client).set(PROVIDER_BINDING.SUBJECT, subject)
                .set(PROVIDER_BINDING.PERSON_ID, person).set(PROVIDER_BINDING.BOUND_AT, clock.instant())
                .onConflictDoNothing().execute() == 1 || person(subject).filter(person::equals).isPresent();
    }

    /** Since when an account belongs to one of the people of the provider that is configured. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Optional<Instant> since(UUID person) {
        return db.select(PROVIDER_BINDING.BOUND_AT).from(PROVIDER_BINDING).where(here())
                .and(PROVIDER_BINDING.PERSON_ID.eq(person)).fetchOptional(PROVIDER_BINDING.BOUND_AT);
    }

    /** @return false where it belonged to nobody */
    boolean release(UUID person) {
        return db.deleteFrom(PROVIDER_BINDING).where(here()).and(PROVIDER_BINDING.PERSON_ID.eq(person)).execute() == 1;
    }

    private Condition here() {
        return PROVIDER_BINDING.ISSUER.eq(issuer).and(PROVIDER_BINDING.CLIENT.eq(client));
    }
}
