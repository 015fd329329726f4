package org.daywatch.directory.districts;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.StateZones;
import org.springframework.stereotype.Component;

/** The districts whoever acts may see: an agency all of its program, a district itself. */
@Component
public class Districts {

    private final Organizations organizations;
    private final Agencies agencies;

    Districts(Organizations organizations, Agencies agencies) {
        this.organizations = organizations;
        this.agencies = agencies;
    }

    /** By id, in the order of their names. */
    public Map<UUID, String> names() {
        var acting = organizations.find(Tenancy.tenant());
        var names = new LinkedHashMap<UUID, String>();
        acting.filter(o -> o.kind().equals("DISTRICT")).ifPresent(o -> names.put(o.id(), o.name()));
        if (names.isEmpty()) organizations.listOwn("DISTRICT").forEach(o -> names.put(o.id(), o.name()));
        return names;
    }

    /** One of these, as a form says it; empty where it is none of them. */
    public Optional<UUID> find(String typed) {
        return Ids.find(typed).filter(names()::containsKey);
    }

    /** The agency's own in its own state, else the usual one of the state: a state may lie in two. */
    public Optional<ZoneId> zoneOf(String state) {
        var own = organizations.find(Tenancy.tenant()).filter(o -> o.kind().equals("AGENCY") && state.equals(o.state()))
                .map(o -> agencies.zone(o.id()));
        return own.or(() -> StateZones.usual(state));
    }

    /** Two letters: of the district where it has one, else of whoever acts; empty where neither is known. */
    public String stateOf(String district) {
        return Ids.find(district).flatMap(organizations::find).map(Organizations.Organization::state)
                .or(() -> organizations.find(Tenancy.tenant()).map(Organizations.Organization::state)).orElse("");
    }
}
