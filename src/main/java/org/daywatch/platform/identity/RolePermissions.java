package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.CAPACITY_WITHHELD;
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

/** What each role may do in which capacity, from the tables; a change counts within ten seconds. */
@Component
public class RolePermissions {

    private record Standing(Role role, Capacity capacity) {}

    private final LoadingCache<Standing, Set<Permission>> byStanding;

    RolePermissions(@Qualifier("signin") DSLContext db) {
        this.byStanding = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(standing -> {
            var set = EnumSet.noneOf(Permission.class);
            var withheld = db.select(CAPACITY_WITHHELD.PERMISSION).from(CAPACITY_WITHHELD)
                    .where(CAPACITY_WITHHELD.CAPACITY.eq(standing.capacity().name()));
            db.select(ROLE_PERMISSION.PERMISSION).from(ROLE_PERMISSION)
                    .where(ROLE_PERMISSION.ROLE.eq(standing.role().name()))
                    .and(ROLE_PERMISSION.PERMISSION.notIn(withheld))
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
        return of(role, Capacity.NONE);
    }

    /** What the role allows and the capacity does not withhold. */
    public Set<Permission> of(Role role, Capacity capacity) {
        return byStanding.get(new Standing(role, capacity));
    }
}
