package org.daywatch.platform.identity.recovery;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.members.IdentityEvent;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.identity.recovery.Recovery.Command;
import org.daywatch.platform.identity.recovery.Recovery.State;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.kit.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a recovery, each bound to the organization whose administrators take it. */
@Component
public class RecoveryCommands {

    private final RecoveryStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final AccountMail mail;
    private final Times times;
    private final PublicAddress address;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RecoveryCommands(RecoveryStore store, Accounts accounts, Sessions sessions, OneTimeCodes codes, AccountMail mail,
            Times times,
            PublicAddress address, Facts facts, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.codes = codes;
        this.mail = mail;
        this.times = times;
        this.address = address;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void request(UUID org, UUID person, String reason, UUID by) {
        bound(org, by, () -> {
            if (store.findOpen(person).isPresent()) throw new Refused(IdentityRefusal.RECOVERY_ALREADY_OPEN);
            var decided = Recovery.request(org, person, reason.strip(), by, clock.instant()).orThrow();
            store.save(decided.state());
            facts.tell(decided.facts());
            tellOwner(org, person, "recovery-asked", "");
            return null;
        });
    }

    void approve(UUID org, UUID recovery, UUID by) {
        var state = step(org, recovery, by, new Command.Approve(by));
        if (state.state() instanceof State.Approved approved) {
            var owner = accounts.find(state.person()).orElseThrow();
            tellOwner(org, state.person(), "recovery-approved", times.exact(owner.language(), approved.readyAt()));
        }
    }

    /** @return the link, shown to the administrator once, who hands it to the person they can see or know by voice */
    String handOut(UUID org, UUID recovery, UUID by) {
        var state = step(org, recovery, by, new Command.HandOut(by));
        var approvals = List.of(state.requestedBy(), ((State.HandedOut) state.state()).by());
        return address.link(
                "/recovery?code=" + codes.issue(Subject.of(Purpose.RECOVERY, state.person()).org(org), approvals));
    }

    void stop(UUID org, UUID recovery, UUID by) {
        step(org, recovery, by, new Command.Stop(by));
    }

    /** By the link in the owner's mail. A link that was handed out already dies with it. */
    void stopByOwner(String code) {
        var about = codes.find(Purpose.RECOVERY_STOP, code).orElseThrow(() -> new NotFound("no valid code"));
        stopOwn(about.org(), about.person());
        codes.use(Purpose.RECOVERY_STOP, code);
    }

    /** By the owner, who is signed in: they have lost nothing. @return whether there was one to stop */
    boolean stopOwn(UUID org, UUID person) {
        codes.withdraw(Purpose.RECOVERY, person);
        return bound(org, person, () -> {
            var open = store.findOpen(person);
            open.ifPresent(recovery -> decide(recovery, new Command.Stop(null)));
            return open.isPresent();
        });
    }

    /** Whether at this organization somebody wants to open the person's account. */
    public boolean open(UUID org, UUID person) {
        return bound(org, person, () -> store.findOpen(person).isPresent());
    }

    /** The person is back: what they lost opens nothing any more, and every session that was open is closed. */
    UUID restore(String code, String password) {
        var whose = codes.find(Purpose.RECOVERY, code).orElseThrow(() -> new NotFound("no valid code"));
        accounts.refuseWeak(whose.person(), password); // a code is not spent on a password that is refused
        var about = codes.use(Purpose.RECOVERY, code);
        accounts.takeWaysIn(about.person());
        accounts.setPassword(about.person(), password);
        sessions.closeAll(about.person());
        bound(about.org(), about.person(), () -> {
            facts.tell(new IdentityEvent.AccessRestored(about.org(), Ids.next(), clock.instant(), about.person()));
            return null;
        });
        var owner = accounts.find(about.person()).orElseThrow();
        mail.send(owner.email(), owner.language(), "access-restored", owner.name());
        return about.person();
    }

    private Recovery step(UUID org, UUID id, UUID by, Command command) {
        return bound(org, by, () -> decide(store.get(id), command));
    }

    private Recovery decide(Recovery recovery, Command command) {
        var decided = recovery.decide(command, clock.instant()).orThrow();
        store.save(decided.state());
        facts.tell(decided.facts());
        return decided.state();
    }

    private void tellOwner(UUID org, UUID person, String key, String when) {
        var owner = accounts.find(person).orElseThrow();
        String stop = codes.issue(Subject.of(Purpose.RECOVERY_STOP, person).org(org));
        mail.send(owner.email(), owner.language(), key, owner.name(), address.link("/recovery/stop?code=" + stop),
                when);
    }

    private <R> R bound(UUID org, @Nullable UUID person, Supplier<R> work) {
        return Tenancy.as(new Scope(org, person), () -> transaction.execute(t -> work.get()));
    }
}
