package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.ROLE_PERMISSION;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Roles and permissions in code and in a fresh database are the same, and none of them is only a word.
 *
 * <p>A-01, P-17 of docs/security.
 */
@DaywatchIT
class RolesIT {

    @Autowired @Qualifier("signin") DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;

    @Test
    void aFreshDatabaseGrantsExactlyWhatTheCodeSays() {
        Map<Role, Set<Permission>> stored = new EnumMap<>(Role.class);
        for (var role : Role.values()) stored.put(role, EnumSet.noneOf(Permission.class));
        db.selectFrom(ROLE_PERMISSION)
                .forEach(row -> stored.get(Role.valueOf(row.getRole())).add(Permission.valueOf(row.getPermission())));
        for (var role : Role.values()) assertThat(stored.get(role)).as(role.name()).isEqualTo(role.defaults());
    }

    @Test
    void everyPermissionIsGrantedToSomeRole() {
        var granted = EnumSet.noneOf(Permission.class);
        for (var role : Role.values()) granted.addAll(role.defaults());
        Offenders.none("Give the permission to a role in Role.java: nobody has it.", EnumSet.complementOf(granted));
    }

    @Test
    void everyPermissionOpensAnEndpoint() {
        var asked = EnumSet.noneOf(Permission.class);
        endpoints.getHandlerMethods().values().forEach(method -> {
            var needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
            if (needs == null) needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
            if (needs != null) asked.addAll(Arrays.asList(needs.value()));
        });
        var unused = new TreeSet<>(Arrays.asList(Permission.values()));
        unused.removeAll(asked);
        Offenders.none("Remove the permission, or ask for it with @Needs: no endpoint does.", unused);
    }
}
