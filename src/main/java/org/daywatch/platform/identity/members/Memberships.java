package org.daywatch.platform.identity.members;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's places: taken, changed, ended. Works in the organization that is bound, unless it says otherwise. */
@Component
public class Memberships {

    private final MembershipStore store;
    private final Facts facts;
    private final Clock clock;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    Memberships(MembershipStore store, Facts facts, Clock clock, Sessions sessions,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional
    public void join(UUID person, String email, String name, Role role, @Nullable UUID school) {
        UUID org = Tenancy.tenant();
        store.put(person, email, name.strip(), role, school);
        facts.tell(new IdentityEvent.MemberJoined(org, Ids.next(), clock.instant(), person, role, school));
    }

    @Transactional
    public void change(UUID person, Role before, Role role, @Nullable UUID school) {
        store.lock();
        keepAnAdministrator(person, before, role);
        store.end(person, before);
        store.putAs(person, before, role, school);
        facts.tell(new IdentityEvent.RoleChanged(Tenancy.tenant(), Ids.next(), clock.instant(), person, before, role,
                school));
    }

    @Transactional
    public void leave(UUID person, Role role) {
        store.lock();
        keepAnAdministrator(person, role, null);
        store.end(person, role);
        facts.tell(new IdentityEvent.MembershipEnded(Tenancy.tenant(), Ids.next(), clock.instant(), person, role));
    }

    /** In every organization of the person: the address is theirs, the copies are theirs. */
    public void changeEmail(UUID person, String email) {
        for (var org : sessions.places(person).stream().map(Sessions.Place::org).distinct().toList()) {
            Tenancy.run(new Scope(org, person), () -> transaction.executeWithoutResult(t -> {
                store.setEmail(person, email);
                facts.tell(new IdentityEvent.AddressChanged(org, Ids.next(), clock.instant(), person, email));
            }));
        }
    }

    private void keepAnAdministrator(UUID person, Role before, @Nullable Role after) {
        if (before != Role.AGENCY_ADMIN || after == Role.AGENCY_ADMIN) return;
        if (!store.others(person, before)) throw new Refused(IdentityRefusal.LAST_ADMINISTRATOR);
    }
}
