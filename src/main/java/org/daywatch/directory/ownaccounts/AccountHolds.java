package org.daywatch.directory.ownaccounts;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.AccountHeldBack;
import org.daywatch.directory.DirectoryEvent.AccountReleased;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.ownaccounts.AccountHold.Ground;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holding an account back from parents, and letting it go. The district is bound. */
@Component
@Transactional
class AccountHolds {

    private final AccountHoldStore store;
    private final Facts facts;
    private final Clock clock;

    AccountHolds(AccountHoldStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<AccountHold> open(UUID student) {
        return store.open(student);
    }

    void place(Actor actor, Campus school, UUID student, Ground ground, String paper) {
        if (paper.strip().length() < 5 || paper.strip().length() > 200)
            throw new InvalidInput("paper", paper, "ownaccounts.wrong.paper");
        if (store.open(student).isPresent()) throw new Refused(DirectoryRefusal.ACCOUNT_HELD_BACK);
        var hold = new AccountHold(Ids.next(), student, ground, paper.strip(), actor.name(), clock.instant());
        try {
            store.insert(school.districtId(), hold, actor.person());
        } catch (DuplicateKeyException e) {
            throw new Refused(DirectoryRefusal.ACCOUNT_HELD_BACK);
        }
        facts.tell(new AccountHeldBack(school.districtId(), hold.id(), hold.placedAt(), ground.name()));
    }

    void end(Actor actor, Campus school, UUID student) {
        var hold = store.open(student).orElseThrow(() -> new NotFound("hold of the account of " + student));
        store.end(hold.id(), actor.person(), clock.instant());
        facts.tell(new AccountReleased(school.districtId(), hold.id(), clock.instant(), hold.ground().name()));
    }
}
