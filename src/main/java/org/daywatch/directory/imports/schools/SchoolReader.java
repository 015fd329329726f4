package org.daywatch.directory.imports.schools;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.nces.Grades;
import org.daywatch.directory.imports.nces.SchoolCells;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.places.Point;
import org.daywatch.platform.time.StateZones;
import org.jspecify.annotations.Nullable;

/** Reads rows of a list of schools and remembers which schools it has read. */
final class SchoolReader {

    static final List<ExpectedColumn> COLUMNS = List.of(
            ExpectedColumn.required("district", "School district", "District name"),
            ExpectedColumn.required("name", "School", "School name"),
            ExpectedColumn.optional("level", "School level"),
            ExpectedColumn.optional("grades_from", "Lowest grade", "Low grade", "From grade"),
            ExpectedColumn.optional("grades_to", "Highest grade", "High grade", "To grade"),
            ExpectedColumn.optional("street", "Address", "Street address"), ExpectedColumn.optional("city", "Town"),
            ExpectedColumn.optional("state"),
            ExpectedColumn.optional("zip", "ZIP code", "Postal code"),
            ExpectedColumn.optional("time_zone", "Zone"), ExpectedColumn.optional("latitude", "Lat"),
            ExpectedColumn.optional("longitude", "Lon", "Lng", "Long"),
            ExpectedColumn.optional("telephone", "Phone", "Phone number"),
            ExpectedColumn.optional("national_id", "NCES ID", "NCES number", "NCES school ID", "NCESSCH"));

    private static final Map<String, SchoolLevel> LEVELS = Map.ofEntries(
            Map.entry("elementary", SchoolLevel.ELEMENTARY), Map.entry("primary", SchoolLevel.ELEMENTARY),
            Map.entry("middle", SchoolLevel.MIDDLE), Map.entry("junior high", SchoolLevel.MIDDLE),
            Map.entry("high", SchoolLevel.HIGH), Map.entry("senior high", SchoolLevel.HIGH),
            Map.entry("combined", SchoolLevel.COMBINED), Map.entry("k-12", SchoolLevel.COMBINED),
            Map.entry("k-8", SchoolLevel.COMBINED), Map.entry("other", SchoolLevel.OTHER));

    private final SchoolZones zones;
    private final Map<String, Integer> lineOfSchool = new HashMap<>();

    SchoolReader(SchoolZones zones) {
        this.zones = zones;
    }

    /** The school, or null where the row is faulty; the row then says why. */
    @Nullable
    ListedSchool read(Row row) {
        String district = row.text("district", 200);
        String name = row.text("name", 200);
        String from = grade(row, "grades_from");
        String to = grade(row, "grades_to");
        if (Grades.isBackwards(from, to)) row.fault("grades_to", row.raw("grades_to"), "imports.cell.grades", from);
        var school = new ListedSchool(row.line(), district, name, level(row), from, to, row.optional("street", 200),
                row.optional("city", 200), state(row), zip(row), zone(row), point(row),
                telephone(row), nationalId(row));
        if (!row.isFaulty()) refuseTwice(row, school);
        return row.isFaulty() ? null : school;
    }

    private void refuseTwice(Row row, ListedSchool school) {
        String id = school.nationalId();
        Integer before = id == null ? null : lineOfSchool.putIfAbsent(id, row.line());
        if (before != null) {
            row.fault("national_id", String.valueOf(id), "imports.cell.twice", before);
            return;
        }
        String key = ListedSchool.plain(school.district()) + "|" + school.plainName();
        Integer named = lineOfSchool.putIfAbsent(key, row.line());
        if (named != null) row.fault("name", school.name(), "imports.schools.twice", named);
    }

    /** Words as people write them: High, HIGH, "High school". */
    private static @Nullable SchoolLevel level(Row row) {
        String text = row.optional("level", 60);
        if (text.isEmpty()) return null;
        var level = LEVELS.get(ListedSchool.plain(text).replaceFirst(" ?school$", ""));
        if (level == null) row.fault("level", text, "intake.cell.one", "Elementary, Middle, High, Combined, Other");
        return level;
    }

    private static @Nullable String grade(Row row, String column) {
        String text = row.optional(column, 20);
        return text.isEmpty() ? null : SchoolCells.grade(row, column, text.equalsIgnoreCase("K") ? "KG" : text);
    }

    private String state(Row row) {
        String state = row.optional("state", 40).toUpperCase(Locale.ROOT);
        if (!state.isEmpty() && !zones.isState(state)) row.fault("state", row.raw("state"), "imports.schools.state");
        return state;
    }

    private static String zip(Row row) {
        String text = row.optional("zip", 20);
        return text.isEmpty() ? "" : SchoolCells.zip(row, "zip", text);
    }

    private static @Nullable ZoneId zone(Row row) {
        String text = row.optional("time_zone", 60);
        if (text.isEmpty()) return null;
        var zone = StateZones.inUnitedStates(text);
        if (zone.isEmpty()) row.fault("time_zone", text, "imports.schools.zone");
        return zone.orElse(null);
    }

    private static @Nullable Point point(Row row) {
        String latitude = row.optional("latitude", 40);
        String longitude = row.optional("longitude", 40);
        if (latitude.isEmpty() && longitude.isEmpty()) return null;
        if (latitude.isEmpty()) row.fault("latitude", "", "imports.schools.latitude");
        if (longitude.isEmpty()) row.fault("longitude", "", "imports.schools.longitude");
        if (latitude.isEmpty() || longitude.isEmpty()) return null;
        var point = new Point(SchoolCells.degrees(row, "latitude", latitude, 90),
                SchoolCells.degrees(row, "longitude", longitude, 180));
        if (!row.isFaulty() && !point.isInUnitedStates()) outside(row, point);
        return point;
    }

    private static void outside(Row row, Point point) {
        boolean unsigned = new Point(point.latitude(), -point.longitude()).isInUnitedStates();
        boolean swapped = new Point(point.longitude(), point.latitude()).isInUnitedStates();
        row.fault(unsigned ? "longitude" : "latitude", row.raw(unsigned ? "longitude" : "latitude"),
                "imports.schools.outside" + (unsigned ? ".minus" : swapped ? ".swapped" : ""));
    }

    private static String telephone(Row row) {
        String text = row.optional("telephone", 40);
        if (!text.matches("[0-9+(). x-]*")) row.fault("telephone", text, "imports.schools.telephone");
        return text;
    }

    private @Nullable String nationalId(Row row) {
        String text = row.optional("national_id", 40);
        if (text.isEmpty()) return null;
        String id = SchoolCells.number(row, "national_id", text, 12);
        if (!id.isEmpty() && zones.listedBy(id) == null)
            row.fault("national_id", text, "imports.cell.number.state", id.substring(0, 2));
        return id;
    }
}
