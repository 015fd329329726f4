package org.daywatch.relationships.threats.disclosures;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.staffing.OfficerNames;
import org.springframework.stereotype.Component;

/** What an officer reads as a peace officer: what was disclosed to them or their department, and nothing else. */
@Component
public class DisclosedDoor {

    private final Disclosures disclosures;
    private final ThreatDoor door;
    private final Organizations organizations;
    private final OfficerNames officers;

    DisclosedDoor(Disclosures disclosures, ThreatDoor door, Organizations organizations, OfficerNames officers) {
        this.disclosures = disclosures;
        this.door = door;
        this.organizations = organizations;
        this.officers = officers;
    }

    /** A disclosure with the case it opens. */
    public record Opened(Disclosure disclosure, Entrance at, ThreatCase threat) {}

    /** The latest first within each district. */
    public List<Opened> list(Actor actor) {
        var all = new ArrayList<Opened>();
        if (!door.isOpen() || actor.role() != Role.OFFICER) throw new NotFound("disclosures for " + actor.role());
        var department = officers.departmentOf(actor.person()).orElse(actor.person());
        for (var district : organizations.listOwn("DISTRICT"))
            Tenancy.run(new Scope(district.id(), actor.person()), () -> {
                for (var d : disclosures.openTo(List.of(actor.person(), department)))
                    door.disclosed(actor, department, d.caseId(), d.what().kind(), d.asRead(),
                            (at, c) -> new Opened(d, at, c)).ifPresent(all::add);
            });
        return all;
    }

    /** @throws NotFound whenever they may not read it, whatever the cause */
    public Opened get(Actor actor, UUID id) {
        var found = list(actor).stream().filter(one -> one.disclosure().id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("disclosure " + id));
        Tenancy.run(new Scope(found.threat().district(), actor.person()), () -> disclosures.read(found.disclosure()));
        return found;
    }
}
