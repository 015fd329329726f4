package org.daywatch.platform.identity.members;

import java.util.Map;
import java.util.Set;
import org.daywatch.platform.database.Migrations.DefaultGrants;
import org.daywatch.platform.identity.Role;
import org.springframework.stereotype.Component;

/** The defaults of the roles, for a database that has not heard of a permission yet. */
@Component
class RoleGrants implements DefaultGrants {

    @Override
    public Map<String, Set<String>> rolesOfPermissions() {
        return Role.rolesOfPermissions();
    }
}
