package org.daywatch.directory.imports.schools;

import java.time.ZoneId;
import java.util.Map;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.directory.imports.schools.SchoolPlace.StateBy;
import org.daywatch.platform.places.ZipCodes;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jspecify.annotations.Nullable;

/** Finds what a row leaves out: the state by ZIP code, district or agency, the clock by town or state. */
final class SchoolDefaults {

    private final SchoolZones zones;

    SchoolDefaults(SchoolZones zones) {
        this.zones = zones;
    }

    /** A school that is new here; null where nothing tells its state. */
    @Nullable
    SchoolPlace of(ListedSchool school, Map<StateBy, String> otherwise) {
        if (!school.state().isEmpty())
            return place(school, school.state(), StateBy.ROW, null, school.city(), school.zone());
        var zip = ZipCodes.state(school.zip()).filter(zones::isState);
        if (zip.isPresent()) return place(school, zip.get(), StateBy.ZIP, null, school.city(), school.zone());
        for (var by : new StateBy[] {StateBy.DISTRICT, StateBy.AGENCY}) {
            String state = otherwise.getOrDefault(by, "");
            if (zones.isState(state)) return place(school, state, by, null, school.city(), school.zone());
        }
        return null;
    }

    /** One that stands on file: what the row leaves out is as it stands there. */
    SchoolPlace of(ListedSchool school, SchoolRecord row) {
        String state = school.state().isEmpty() ? row.getState() : school.state();
        boolean moved = !school.city().isEmpty() && !school.city().equals(row.getCity());
        boolean known = zones.isState(state) && (moved || !state.equals(row.getState()));
        ZoneId otherwise = known ? null : ZoneId.of(row.getZone());
        return place(school, state, StateBy.ROW, moved ? null : row.getCounty(),
                school.city().isEmpty() ? row.getCity() : school.city(),
                school.zone() == null ? otherwise : school.zone());
    }

    private SchoolPlace place(ListedSchool school, String state, StateBy by, @Nullable String county, String city,
            @Nullable ZoneId said) {
        if (said != null) return new SchoolPlace(state, by, said, false, false);
        var found = zones.of(state, county, school.district(), city);
        return new SchoolPlace(state, by, found.zone(), true, found.toConfirm());
    }
}
