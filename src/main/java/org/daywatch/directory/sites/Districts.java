package org.daywatch.directory.sites;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** The districts whoever acts may see: an agency all of its program, a district itself. */
@Component
public class Districts {

    private final Organizations organizations;

    Districts(Organizations organizations) {
        this.organizations = organizations;
    }

    /** By id, in the order of their names. */
    public Map<UUID, String> names() {
        var acting = organizations.find(Tenancy.tenant());
        var names = new LinkedHashMap<UUID, String>();
        acting.filter(o -> o.kind().equals("DISTRICT")).ifPresent(o -> names.put(o.id(), o.name()));
        if (names.isEmpty()) organizations.listOwn("DISTRICT").forEach(o -> names.put(o.id(), o.name()));
        return names;
    }

    /** Two letters: of the district where it has one, else of whoever acts; empty where neither is known. */
    public String stateOf(String district) {
        return Ids.find(district).flatMap(organizations::find).map(Organizations.Organization::state)
                .or(() -> organizations.find(Tenancy.tenant()).map(Organizations.Organization::state)).orElse("");
    }
}
