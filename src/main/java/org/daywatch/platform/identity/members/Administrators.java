package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.RolePermissions;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.OnBehalf;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may look after an organization's users, how many they are, and who of them counts where two are needed. */
@Component
public class Administrators {

    /** Whoever makes a second administrator today shall not be two people tomorrow. */
    public static final Duration KNOWN_FOR = Duration.ofDays(30);

    private final DSLContext db;
    private final RolePermissions permissions;
    private final UserQueries queries;
    private final Sessions sessions;
    private final OnBehalf onBehalf;
    private final Clock clock;

    Administrators(DSLContext db, RolePermissions permissions, UserQueries queries, Sessions sessions,
            OnBehalf onBehalf, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.queries = queries;
        this.sessions = sessions;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /** People with a role that may edit users, each once; the caller is bound to the organization or to its agency. */
    @Transactional(readOnly = true)
    public int count(UUID org) {
        var roles = permissions.all().entrySet().stream().filter(e -> e.getValue().contains(Permission.USERS_EDIT))
                .map(e -> e.getKey().name()).toList();
        var counted = new int[1];
        onBehalf.run(org,
                () -> counted[0] = db.fetchCount(
                        db.selectDistinct(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org))
                                .and(MEMBERSHIP.ROLE.in(roles)).and(MEMBERSHIP.UNTIL.isNull())));
        return counted[0];
    }

    /**
     * @throws Refused unless the actor may take part in letting this person in again: known for a month, and looking
     * after every place of the person
     */
    @Transactional(readOnly = true)
    public void mayRecover(Actor actor, UUID person) {
        boolean known = db.fetchExists(MEMBERSHIP,
                MEMBERSHIP.ORG_ID.eq(actor.tenant()).and(MEMBERSHIP.PERSON_ID.eq(actor.person()))
                        .and(MEMBERSHIP.ROLE.eq(actor.role().name()))
                        .and(MEMBERSHIP.UNTIL.isNull()).and(MEMBERSHIP.SINCE.le(clock.instant().minus(KNOWN_FOR))));
        if (!known) throw new Refused(IdentityRefusal.ADMINISTRATOR_TOO_NEW);
        if (!hasCareOfAll(actor, person)) throw new Refused(IdentityRefusal.RECOVERY_ELSEWHERE);
    }

    /** @throws Refused unless every place of the person is the actor's to look after */
    @Transactional(readOnly = true)
    public void looksAfterAll(Actor actor, UUID person) {
        if (!hasCareOfAll(actor, person)) throw new Refused(IdentityRefusal.MEMBER_ELSEWHERE);
    }

    private boolean hasCareOfAll(Actor actor, UUID person) {
        var care = queries.organizations(actor).stream().map(o -> o.id()).toList();
        return sessions.places(person).stream().allMatch(p -> care.contains(p.org()));
    }
}
