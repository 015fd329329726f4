package org.daywatch.staffing.imports;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Organizations;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The agency's departments by name and by ORI, each with its clock. Read once for a file. */
final class Departments {
    private final Map<String, UUID> byName = new HashMap<>();
    private final Map<UUID, ZoneId> zones = new HashMap<>();
    private ZoneId usual;

    private Departments(ZoneId usual) {
        this.usual = usual;
    }

    static Departments none(ZoneId home) {
        return new Departments(home);
    }

    /** @param home the agency's own, for departments whose clock nobody has said */
    static Departments load(Organizations organizations, DSLContext db, ZoneId home) {
        var departments = new Departments(home);
        organizations.listOwn("DEPARTMENT").forEach(d -> departments.add(d.id(), d.name(), d.externalId()));
        db.select(DEPARTMENT_TERMS.DEPARTMENT_ID,
                DEPARTMENT_TERMS.ZONE).from(DEPARTMENT_TERMS).orderBy(DEPARTMENT_TERMS.RANK_ORDER)
                .forEach(row -> departments.zones.put(row.get(DEPARTMENT_TERMS.DEPARTMENT_ID),
                        ZoneId.of(row.get(DEPARTMENT_TERMS.ZONE))));
        departments.zones.values().stream().findFirst().ifPresent(zone -> departments.usual = zone);
        return departments;
    }

    void add(UUID id, String name, @Nullable String ori) {
        byName.put(name.toLowerCase(Locale.ROOT), id);
        if (ori != null) byName.put(ori.toLowerCase(Locale.ROOT), id);
    }

    @Nullable
    UUID find(String nameOrOri) {
        return byName.get(nameOrOri.toLowerCase(Locale.ROOT));
    }

    /** A department without terms of its own keeps the clock of the agency's first. */
    ZoneId zone(String nameOrOri) {
        UUID id = find(nameOrOri);
        return id == null ? usual : zones.getOrDefault(id, usual);
    }
}
