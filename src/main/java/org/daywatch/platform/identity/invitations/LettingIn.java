package org.daywatch.platform.identity.invitations;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.Invitation.State;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who of an organization's people can sign in, who was invited, and who never came. */
@Component
public class LettingIn {

    private final DSLContext db;
    private final InvitationStore store;
    private final WaysIn ways;
    private final Clock clock;
    private final ObjectProvider<Contacts> contacts;
    private final TransactionTemplate reading;
    private final boolean demo;

    /** @param demo there everybody whom nobody invited enters by one press */
    LettingIn(DSLContext db, InvitationStore store, WaysIn ways, Clock clock, ObjectProvider<Contacts> contacts,
            PlatformTransactionManager transactions, @Value("${daywatch.demo:false}") boolean demo) {
        this.demo = demo;
        this.db = db;
        this.store = store;
        this.ways = ways;
        this.clock = clock;
        this.contacts = contacts;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** How far somebody is on the way in; NEVER_CAME: the invitation ended unused. */
    public enum Progress {
        NOT_INVITED, WAITING, SENT, OPENED, FAILED, NEVER_CAME, CAME
    }

    /** @param invitation the last one; null where there was none */
    public record Row(UUID person, String name, String email, Role role, @Nullable UUID school, Progress progress,
            @Nullable Invitation invitation) {

        /** When it came to be so; null where nothing happened yet. */
        public @Nullable Instant at() {
            if (invitation == null || progress == Progress.NOT_INVITED) return null;
            return progress == Progress.OPENED
                    ? invitation.openedAt()
                    : progress == Progress.NEVER_CAME
                            ? invitation.expiresAt()
                            : invitation.sentAt() == null ? invitation.askedAt() : invitation.sentAt();
        }

        public boolean in() {
            return progress == Progress.CAME;
        }
    }

    private record Member(UUID person, String name, String email, Role role, @Nullable UUID school) {}

    /**
     * Everybody who was invited or cannot sign in yet, and is theirs to let in. @param only one role, or null for all
     */
    public List<Row> list(Actor actor, UUID org, @Nullable Role only) {
        return Tenancy.as(new Scope(org, actor.person()), () -> reading.execute(t -> list(org, only))).stream()
                .filter(row -> row.role().mayBeLetIn(actor.tenant(), org)).toList();
    }

    /** The same of the organization that is bound. */
    public List<Row> here(@Nullable Role only) {
        return reading.execute(t -> list(Tenancy.tenant(), only));
    }

    private List<Row> list(UUID org, @Nullable Role only) {
        var members = db.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org)).and(MEMBERSHIP.UNTIL.isNull())
                .and(only == null ? DSL.noCondition() : MEMBERSHIP.ROLE.eq(only.name())).orderBy(MEMBERSHIP.FULL_NAME)
                .fetch(r -> new Member(r.getPersonId(), r.getFullName(), r.getEmail(), Role.valueOf(r.getRole()),
                        r.getSchoolId()));
        var invitations = store.list().stream().filter(i -> only == null || i.role() == only).toList();
        var people = new HashSet<UUID>();
        members.forEach(m -> people.add(m.person()));
        var can = ways.canSignIn(people);
        var invited = invitations.stream().collect(Collectors.toMap(i -> i.person() + " " + i.role(), i -> i));
        var rows = new ArrayList<Row>();
        var named = new HashSet<String>();
        var gone = gone(members);
        for (var m : members) {
            named.add(m.person() + " " + m.role());
            if (m.role() == Role.OFFICER && gone.contains(m.person())) continue;
            var invitation = invited.get(m.person() + " " + m.role());
            if ((demo || can.contains(m.person())) && invitation == null) continue;
            rows.add(new Row(m.person(), m.name(), m.email(), m.role(), m.school(),
                    progress(invitation, can.contains(m.person())), invitation));
        }
        for (var i : invitations) {
            if (named.contains(i.person() + " " + i.role()) || i.state() == State.WITHDRAWN
                    || i.state() == State.ACCEPTED)
                continue;
            rows.add(new Row(i.person(), i.name(), i.email(), i.role(), i.school(), progress(i, false), i));
        }
        return rows;
    }

    private Set<UUID> gone(List<Member> members) {
        var known = contacts.getIfAvailable();
        return known == null || members.isEmpty()
                ? Set.of()
                : known.gone(members.stream().filter(m -> m.role() == Role.OFFICER).map(Member::person).toList());
    }

    private Progress progress(@Nullable Invitation i, boolean in) {
        if (in) return Progress.CAME;
        if (i == null || i.state() == State.WITHDRAWN || i.state() == State.ACCEPTED) return Progress.NOT_INVITED;
        if (i.expired(clock.instant())) return Progress.NEVER_CAME;
        return Progress.valueOf(i.state().name());
    }

    /** How many of them cannot sign in and wait for no answer: whom to invite next. */
    public List<Row> toInvite(Collection<Row> rows) {
        var next = Set.of(Progress.NOT_INVITED, Progress.NEVER_CAME, Progress.FAILED);
        return rows.stream().filter(r -> next.contains(r.progress())).toList();
    }

    /**
     * How far these people are in one role, for pages that show them. People who can sign in and were never invited are
     * CAME.
     */
    public Map<UUID, Progress> of(Actor actor, UUID org, Role role, Collection<UUID> people) {
        var progress = new HashMap<UUID, Progress>();
        people.forEach(p -> progress.put(p, Progress.CAME));
        list(actor, org, role).stream().filter(r -> people.contains(r.person()))
                .forEach(r -> progress.put(r.person(), r.progress()));
        return progress;
    }
}
