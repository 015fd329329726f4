package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.sites.DeskCode;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * The district's schools as its roster names them. A school already known is recognized by the roster's id, by its
 * national or state number, or by its name; another one is created.
 */
final class RosterSchools {
    /** A school row of orgs.csv. */
    record Told(String sourcedId, String name, String identifier) {}

    private final RosterStore store;
    private final Organization district;
    private final List<SchoolRecord> stored;
    private final Map<String, UUID> ids = new HashMap<>();

    RosterSchools(RosterStore store, Organization district) {
        this.store = store;
        this.district = district;
        this.stored = store.schools(district.id());
    }

    UUID id(String sourcedId) {
        return Objects.requireNonNull(ids.get(RosterIds.fold(sourcedId)), sourcedId);
    }

    boolean has(String sourcedId) {
        return ids.containsKey(RosterIds.fold(sourcedId));
    }

    Set<UUID> all() {
        return Set.copyOf(ids.values());
    }

    /** Where the package holds only what changed, the schools it does not name are those of earlier packages. */
    void addStored() {
        for (var school : stored)
            if (school.getRosterId() != null) ids.putIfAbsent(RosterIds.fold(school.getRosterId()), school.getId());
    }

    /** @return those not taken, because their number is that of another district's school */
    List<Told> write(List<Told> schools, ImportRun run) {
        var elsewhere = new ArrayList<Told>();
        var recognized = new ArrayList<SchoolRecord>();
        for (Told told : schools) {
            var known = find(told);
            if (known.isEmpty()) {
                if (!create(told, run)) elsewhere.add(told);
                continue;
            }
            SchoolRecord row = known.get();
            ids.put(RosterIds.fold(told.sourcedId()), row.getId());
            boolean isNews = row.getRosterId() == null
                    || !RosterIds.fold(told.sourcedId()).equals(RosterIds.fold(row.getRosterId()));
            if (isNews) {
                row.setRosterId(told.sourcedId());
                recognized.add(row);
            }
            run.rows(0, isNews ? 1 : 0, isNews ? 0 : 1);
        }
        if (!run.isPreview())
            run.updating("directory.school", recognized.stream().map(SchoolRecord::getId).toList(),
                    () -> store.update(recognized));
        return elsewhere;
    }

    private Optional<SchoolRecord> find(Told told) {
        return first(s -> s.getRosterId() != null
                && RosterIds.fold(told.sourcedId()).equals(RosterIds.fold(s.getRosterId())))
                .or(() -> first(s -> !told.identifier().isEmpty() && told.identifier().equals(s.getNcesId())))
                .or(() -> first(s -> !told.identifier().isEmpty() && told.identifier().equals(s.getStateId())))
                .or(() -> first(s -> s.getRosterId() == null && told.name().equalsIgnoreCase(s.getName())));
    }

    private Optional<SchoolRecord> first(Predicate<SchoolRecord> fits) {
        return stored.stream().filter(fits).findFirst();
    }

    private boolean create(Told told, ImportRun run) {
        SchoolRecord row = store.fresh(SCHOOL);
        row.setAgencyId(Objects.requireNonNull(district.parent(), "a district has an agency"));
        row.setId(Ids.next());
        row.setDistrictId(district.id());
        row.setRosterId(told.sourcedId());
        row.setName(told.name());
        row.setNcesId(told.identifier().matches("\\d{12}") ? told.identifier() : null);
        row.setStateId(told.identifier().isEmpty() || told.identifier().matches("\\d{12}") ? null : told.identifier());
        row.setState(district.state() == null ? "" : district.state());
        row.setZone(zone());
        row.setDeskCode(DeskCode.next());
        if (!run.isPreview()) {
            if (!store.insert(row)) return false;
            run.created("directory.school", List.of(row.getId()));
        }
        ids.put(RosterIds.fold(told.sourcedId()), row.getId());
        stored.add(row);
        run.rows(1, 0, 0);
        return true;
    }

    /** The clock of the district's other schools, else its state's. */
    private String zone() {
        @Nullable String state = district.state();
        return stored.stream().map(SchoolRecord::getZone).findFirst()
                .orElseGet(() -> state == null
                        ? java.time.ZoneOffset.UTC.getId()
                        : new SchoolZones().usual(state).getId());
    }
}
