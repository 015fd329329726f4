package org.daywatch.directory.imports.schools;

import java.util.UUID;
import org.daywatch.directory.imports.schools.SchoolListStore.Standing;
import org.daywatch.platform.intake.Said;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which school on file a row means; null: none yet. Where it could mean two, or one that has another number, the row is
 * refused with the reason.
 */
record SchoolMatch(@Nullable SchoolRecord row, String field, String value, @Nullable Said reason) {

    static SchoolMatch of(ListedSchool school, @Nullable UUID district, Standing standing) {
        String id = school.nationalId();
        var numbered = id == null ? null : standing.byNumber().get(id);
        if (numbered != null) return new SchoolMatch(numbered, "", "", null);
        var named = district == null ? java.util.List.<SchoolRecord>of() : standing.named(district, school.name());
        if (named.size() > 1) return refused("name", school.name(), Said.of("imports.schools.ambiguous", named.size()));
        if (named.isEmpty()) return new SchoolMatch(null, "", "", null);
        String other = named.getFirst().getNcesId();
        if (id != null && other != null) return refused("national_id", id, Said.of("imports.schools.number", other));
        return new SchoolMatch(named.getFirst(), "", "", null);
    }

    private static SchoolMatch refused(String field, String value, Said reason) {
        return new SchoolMatch(null, field, value, reason);
    }
}
