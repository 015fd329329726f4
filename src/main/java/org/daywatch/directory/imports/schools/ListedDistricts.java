package org.daywatch.directory.imports.schools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/**
 * The agency's districts by name, or by national number for whoever writes that; those the list names for the first
 * time are founded with their first school.
 */
final class ListedDistricts {

    private record Told(UUID id, String state) {}

    private final Organizations organizations;
    private final ImportRun run;
    private final Map<String, Told> known = new HashMap<>();
    private String agencyState = "";

    ListedDistricts(Organizations organizations, ImportRun run) {
        this.organizations = organizations;
        this.run = run;
    }

    void load() {
        organizations.listOwn("DISTRICT").forEach(d -> {
            var told = new Told(d.id(), state(d));
            known.putIfAbsent(ListedSchool.plain(d.name()), told);
            if (d.externalId() != null) known.putIfAbsent(d.externalId(), told);
        });
        agencyState = organizations.find(Tenancy.tenant()).map(ListedDistricts::state).orElse("");
    }

    @Nullable
    UUID find(ListedSchool school) {
        var told = known.get(ListedSchool.plain(school.district()));
        return told == null ? null : told.id();
    }

    boolean isNamed(UUID id, String name) {
        var told = known.get(ListedSchool.plain(name));
        return told != null && told.id().equals(id);
    }

    /** What tells the state of a school whose row does not: district, else agency. */
    Map<SchoolPlace.StateBy, String> stateOf(ListedSchool school) {
        var told = known.get(ListedSchool.plain(school.district()));
        return Map.of(SchoolPlace.StateBy.DISTRICT, told == null ? "" : told.state(), SchoolPlace.StateBy.AGENCY,
                agencyState);
    }

    UUID founded(ListedSchool school, SchoolPlace place, SchoolNotes notes) {
        UUID there = find(school);
        if (there != null) return there;
        UUID id = run.isPreview()
                ? Ids.next()
                : organizations.findOrCreate("DISTRICT", school.district(), place.state(), null);
        if (!run.isPreview()) run.created(ImportLedger.ORGANIZATIONS, List.of(id));
        known.put(ListedSchool.plain(school.district()), new Told(id, place.state()));
        notes.district(school.district(), run.isPreview());
        return id;
    }

    private static String state(Organization o) {
        String state = o.state();
        return state == null ? "" : state;
    }
}
