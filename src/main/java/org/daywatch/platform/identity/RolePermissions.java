package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ROLE_PERMISSION;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What each role may do, from the table; a change counts within ten seconds. */
@Component
class RolePermissions {

    private final LoadingCache<Role, Set<Permission>> byRole;

    RolePermissions(@Qualifier("signin") DSLContext db) {
        this.byRole = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(role -> {
            var set = EnumSet.noneOf(Permission.class);
            db.select(ROLE_PERMISSION.PERMISSION).from(ROLE_PERMISSION).where(ROLE_PERMISSION.ROLE.eq(role.name()))
                    .forEach(row -> set.add(Permission.valueOf(row.value1())));
            return set;
        });
    }

    Set<Permission> of(Role role) {
        return byRole.get(role);
    }
}
