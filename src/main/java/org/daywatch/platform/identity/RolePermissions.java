package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ROLE_PERMISSION;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What each role may do, from the table; a change counts within ten seconds. */
@Component
public class RolePermissions {

    private final LoadingCache<Role, Set<Permission>> byRole;

    RolePermissions(@Qualifier("signin") DSLContext db) {
        this.byRole = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(role -> {
            var set = EnumSet.noneOf(Permission.class);
            db.select(ROLE_PERMISSION.PERMISSION).from(ROLE_PERMISSION).where(ROLE_PERMISSION.ROLE.eq(role.name()))
                    .forEach(row -> set.add(Permission.valueOf(row.value1())));
            return set;
        });
    }

    /** Every role with what it may do now, in the roles' own order. */
    public Map<Role, Set<Permission>> all() {
        var all = new EnumMap<Role, Set<Permission>>(Role.class);
        for (var role : Role.values()) all.put(role, of(role));
        return all;
    }

    Set<Permission> of(Role role) {
        return byRole.get(role);
    }
}
