package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.RolePermissions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may do something in an organization now, whatever their role is called. */
@Component
public class Holders {

    private final RolePermissions permissions;
    private final DSLContext db;
    private final Clock clock;

    Holders(RolePermissions permissions, DSLContext db, Clock clock) {
        this.permissions = permissions;
        this.db = db;
        this.clock = clock;
    }

    /** @param school where they may; null: in all of the organization */
    public record Holder(UUID person, @Nullable UUID school) {}

    /** A person once for each of their places; the caller is bound to the organization. */
    @Transactional(readOnly = true)
    public List<Holder> of(UUID org, Permission permission) {
        var roles = permissions.all().entrySet().stream().filter(r -> r.getValue().contains(permission))
                .map(r -> r.getKey().name()).toList();
        return db.selectDistinct(MEMBERSHIP.PERSON_ID, MEMBERSHIP.SCHOOL_ID).from(MEMBERSHIP)
                .where(MEMBERSHIP.ORG_ID.eq(org)).and(MEMBERSHIP.ROLE.in(roles))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .fetch(r -> new Holder(r.get(MEMBERSHIP.PERSON_ID), r.get(MEMBERSHIP.SCHOOL_ID)));
    }
}
