package org.daywatch.platform.identity.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.invitations.Invitation.Guest;
import org.daywatch.platform.identity.invitations.Invitation.State;
import org.daywatch.platform.outgoing.NotTaken;
import org.daywatch.platform.outgoing.TextMessages;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was asked for. An invitation is claimed, its code is made, it is sent, and what became of it is written.
 * Whoever dies in between leaves it to the next, with a new code: the old one then opens nothing.
 */
@Component
class InvitationSending {

    private static final Logger log = LoggerFactory.getLogger(InvitationSending.class);
    private static final int TRIES = 8;

    private final InvitationStore store;
    private final WaysIn ways;
    private final Accounts accounts;
    private final Organizations organizations;
    private final AccountMail mail;
    private final ObjectProvider<TextMessages> gateway;
    private final Texts words;
    private final PublicAddress address;
    private final Clock clock;
    private final Tenants tenants;
    /** More than a mail server that hangs is waited for. */
    private final Duration claim;
    private final TransactionTemplate transaction;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    InvitationSending(InvitationStore store, WaysIn ways, Accounts accounts, Organizations organizations,
            AccountMail mail, ObjectProvider<TextMessages> gateway, Texts words,
            PublicAddress address, Clock clock, Tenants tenants,
            @Value("${daywatch.invitations.claim:90s}") Duration claim, PlatformTransactionManager transactions) {
        this.store = store;
        this.ways = ways;
        this.accounts = accounts;
        this.organizations = organizations;
        this.mail = mail;
        this.gateway = gateway;
        this.words = words;
        this.address = address;
        this.clock = clock;
        this.tenants = tenants;
        this.claim = claim;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** In the background, without waiting for the next turn of the clock. */
    void soon(UUID org) {
        if (!running.add(org)) return; // what it misses the timer finds
        Thread.ofPlatform().daemon().name("invitations").start(() -> {
            try {
                while (send(org)) log.debug("an invitation of {} was handled", org);
            } catch (RuntimeException e) {
                log.error("invitations of {} failed", org, e);
            } finally {
                running.remove(org);
            }
        });
    }

    void all() {
        if (tenants.timersWait()) return;
        for (var tenant : tenants.list()) {
            try {
                while (send(tenant.id())) log.debug("an invitation of {} was handled", tenant.id());
            } catch (RuntimeException e) {
                log.error("invitations of {} failed", tenant.id(), e); // the others still get theirs
            }
        }
    }

    /** One at a time, so that who dies leaves one behind and not many. @return false when none is due */
    boolean send(UUID org) {
        return Tenancy.as(Scope.system(org), () -> {
            var one = Objects.requireNonNull(transaction.execute(t -> store.claim(claim)));
            one.ifPresent(this::attempt);
            return one.isPresent();
        });
    }

    private void attempt(Invitation one) {
        Instant now = clock.instant();
        try {
            var name = organizations.find(one.org()).orElseThrow().name();
            var account = accounts.find(one.person()).orElseThrow();
            var guest = new Guest(one.person(), one.name(), account.email(), one.language(), one.phone(), one.role(),
                    one.school());
            String link = address.link("/invitation?code=" + ways.issue(Invitations.about(one.org(), guest), one.by()));
            if (one.by() == InvitedBy.TEXT) text(one, name, link);
            else mail.sendNow(account.email(), one.language(), "invitation", one.name(), name, one.askedByName(), link);
            written(one, State.SENT, clock.instant().plus(Purpose.INVITATION.life()), null, now);
        } catch (NotTaken e) {
            ways.withdraw(one.org(), one.person(), List.of(one.role().name()));
            boolean over = e.forever() || one.attempts() + 1 >= TRIES;
            written(one, over ? State.FAILED : State.WAITING, null, e.getMessage(),
                    now.plus(Duration.ofMinutes(1L << Math.min(one.attempts(), 6))));
        }
    }

    private void text(Invitation one, String organization, String link) {
        var out = gateway.getIfAvailable();
        if (out == null || !out.possible()) throw new NotTaken("no gateway", false);
        out.send(one.phone(), words.of(one.language(), "text.invitation", organization, link));
    }

    private void written(Invitation one, State state, @Nullable Instant expires, @Nullable String failure,
            Instant due) {
        transaction.executeWithoutResult(t -> store.tried(one, state, expires, failure, due));
    }
}
