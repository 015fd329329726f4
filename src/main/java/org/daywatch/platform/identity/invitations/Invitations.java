package org.daywatch.platform.identity.invitations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.invitations.Invitation.Guest;
import org.daywatch.platform.identity.invitations.Invitation.State;
import org.daywatch.platform.identity.members.IdentityEvent;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.outgoing.TextMessages;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asking people in. What is sent by mail or text message is stored here and sent by {@link InvitationSending}; a slip
 * is made at once, because its code is shown this once. Nobody who asks sees a code that could open somebody else's
 * account ({@link AccountStanding}).
 */
@Component
public class Invitations {

    private static final int AT_ONCE = 200;

    private final InvitationStore store;
    private final WaysIn ways;
    private final AccountMail mail;
    private final ObjectProvider<TextMessages> texts;
    private final InvitationSending sending;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Invitations(InvitationStore store, WaysIn ways, AccountMail mail, ObjectProvider<TextMessages> texts,
            InvitationSending sending, Facts facts, Forms forms, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.ways = ways;
        this.mail = mail;
        this.texts = texts;
        this.sending = sending;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Somebody who was not invited, and why. */
    public record Left(Guest guest, Refused why) {}

    /** @param asked how many invitations are on their way or printed @param repeated the same click came twice */
    public record Asked(int asked, List<Slip> slips, List<Left> left, boolean repeated) {}

    public boolean textPossible() {
        var gateway = texts.getIfAvailable();
        return gateway != null && gateway.possible();
    }

    public boolean mailPossible() {
        return mail.deliverable();
    }

    /** Invites one person. @throws Refused with what to do instead */
    public Asked ask(Actor actor, Organization org, Guest guest, InvitedBy by, UUID form) {
        var asked = ask(actor, org, List.of(guest), by, form);
        if (!asked.left().isEmpty()) throw asked.left().getFirst().why();
        return asked;
    }

    /** Invites many. Each is asked for once, whoever else asks at the same moment; those who may not be are named. */
    public Asked ask(Actor actor, Organization org, Collection<Guest> guests, InvitedBy by, UUID form) {
        var others = guests.stream().filter(guest -> !guest.role().mayBeLetIn(actor.tenant(), org.id())).toList();
        var theirs = guests.stream().filter(guest -> !others.contains(guest)).toList();
        var asked = store(new Asker(actor.person(), actor.name()), org, theirs, by, form);
        others.forEach(guest -> asked.left().add(new Left(guest, new Refused(IdentityRefusal.DISTRICT_INVITES))));
        if (!asked.repeated()) sending.soon(org.id());
        return asked;
    }

    /**
     * For a command line: whoever serves sends them, for only there it is known under which address people reach it.
     */
    public Asked leave(String asker, Organization org, Collection<Guest> guests, InvitedBy by) {
        return store(new Asker(null, asker), org, guests, by, Ids.next());
    }

    private record Asker(@Nullable UUID person, String name) {}

    private Asked store(Asker actor, Organization org, Collection<Guest> guests, InvitedBy by, UUID form) {
        var inTurn = guests.stream().sorted(Comparator.comparing(Guest::person)).toList(); // everybody locks in the same order
        var slips = new ArrayList<Slip>();
        var left = new ArrayList<Left>();
        int asked = 0;
        for (int from = 0; from < inTurn.size(); from += AT_ONCE) {
            var some = inTurn.subList(from, Math.min(from + AT_ONCE, inTurn.size()));
            boolean first = from == 0;
            var n = Tenancy.as(new Scope(org.id(), actor.person()), () -> transaction
                    .execute(t -> first && !forms.first(form) ? -1 : some(actor, org, some, by, slips, left)));
            if (n < 0) return new Asked(0, List.of(), left, true);
            asked += n;
        }
        slips.sort(Comparator.comparing(Slip::name));
        return new Asked(asked, slips, left, false);
    }

    private int some(Asker actor, Organization org, List<Guest> guests, InvitedBy wanted, List<Slip> slips,
            List<Left> left) {
        int asked = 0;
        for (var guest : guests) {
            try {
                one(actor, org, guest, wanted, slips);
                asked++;
            } catch (Refused why) {
                left.add(new Left(guest, why));
            }
        }
        return asked;
    }

    private void one(Asker actor, Organization org, Guest guest, InvitedBy wanted, List<Slip> slips) {
        store.takeTurn(guest.person());
        var by = ways.standing(guest.person(), org.id()).decide(wanted, mailPossible(),
                textPossible() && !guest.phone().isBlank());
        var now = clock.instant();
        var until = now.plus(Purpose.INVITATION.life());
        ways.withdraw(org.id(), guest.person(), List.of(guest.role().name()));
        boolean waits = by == InvitedBy.MAIL || by == InvitedBy.TEXT;
        store.put(guest, by, waits ? State.WAITING : State.SENT, actor.person(), actor.name(), waits ? null : until);
        if (by == InvitedBy.SLIP)
            slips.add(new Slip(guest.name(), guest.email(), org.name(), guest.language(),
                    ways.issue(about(org.id(), guest), by), until));
        facts.tell(new IdentityEvent.MemberInvited(org.id(), Ids.next(), now, guest.person(), guest.email(),
                guest.role(), guest.school(), by.name()));
    }

    static Subject about(UUID org, Guest guest) {
        return new Subject(Purpose.INVITATION, guest.person(), guest.email(), guest.name(), org, guest.role(),
                guest.school());
    }

    public void withdraw(Actor actor, UUID org, UUID person, Role role) {
        Tenancy.run(new Scope(org, actor.person()), () -> transaction.executeWithoutResult(t -> {
            if (!store.withdrawn(person, List.of(role))) throw new NotFound("invitation");
            facts.tell(new IdentityEvent.InvitationWithdrawn(org, Ids.next(), clock.instant(), person, role.name()));
        }));
        ways.withdraw(org, person, List.of(role.name()));
    }

    /** The person left: nothing that was sent brings the person back. The tenant is bound. */
    public void end(UUID org, UUID person) {
        var all = EnumSet.allOf(Role.class);
        transaction.executeWithoutResult(t -> store.withdrawn(person, all));
        ways.withdraw(org, person, all.stream().map(Role::name).toList());
    }

    /** Whether this person is still invited, with what; the tenant is bound. */
    Invitation open(UUID person, Role role) {
        return store.find(person, role).filter(i -> i.open(clock.instant()))
                .orElseThrow(() -> new Refused(IdentityRefusal.INVITATION_OVER));
    }
}
