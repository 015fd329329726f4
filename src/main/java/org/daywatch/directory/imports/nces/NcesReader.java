package org.daywatch.directory.imports.nces;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.jspecify.annotations.Nullable;

/** Reads rows of the national school list, one after the other, and remembers what deserves a word in the report. */
final class NcesReader {
    /**
     * As the school search names them, then the school directory (CCD) and its map layer (EDGE), then the table
     * generator (ELSI).
     */
    static final List<ExpectedColumn> COLUMNS = Stream.of(
            ExpectedColumn.required("NCES School ID", "NCESSCH", "School ID - NCES Assigned"),
            ExpectedColumn.required("NCES District ID", "LEAID", "Agency ID - NCES Assigned"),
            ExpectedColumn.required("School Name", "SCH_NAME"),
            ExpectedColumn.required("District", "District Name", "Agency Name", "LEA_NAME"),
            ExpectedColumn.required("State", "Location State Abbr", "LSTATE", "State Abbr", "STABR"),
            ExpectedColumn.required("Status", "UPDATED_STATUS_TEXT", "SY_STATUS_TEXT", "Updated Status",
                    "Start of Year Status"),
            ExpectedColumn.optional("State School ID", "ST_SCHID"),
            ExpectedColumn.optional("Low Grade", "GSLO", "Lowest Grade Offered"),
            ExpectedColumn.optional("High Grade", "GSHI", "Highest Grade Offered"),
            ExpectedColumn.optional("County Name", "County", "NMCNTY"),
            ExpectedColumn.optional("Street Address", "LSTREET1", "Location Address 1", "Location Address"),
            ExpectedColumn.optional("City", "LCITY", "Location City"),
            ExpectedColumn.optional("ZIP", "LZIP", "Location ZIP"),
            ExpectedColumn.optional("ZIP 4-digit", "LZIP4", "Location ZIP4"),
            ExpectedColumn.optional("Phone", "Phone Number"), ExpectedColumn.optional("Locale", "ULOCALE"),
            ExpectedColumn.optional("Charter", "CHARTER_TEXT", "Charter School"),
            ExpectedColumn.optional("Students", "MEMBER", "Total Students All Grades (Excludes AE)",
                    "Total Students, All Grades (Excludes AE)"),
            ExpectedColumn.optional("Type", "SCH_TYPE_TEXT", "SCHOOL_TYPE_TEXT", "School Type"),
            ExpectedColumn.optional("Latitude", "LATCOD", "LAT"), ExpectedColumn.optional("Longitude", "LONCOD", "LON"))
            .map(ExpectedColumn::firstOf).toList();
    /** Not applicable, not reported, below the standard of reporting. */
    private static final Set<String> NOT_TOLD = Set.of("", "†", "–", "—", "-", "‡", "n/a", "N/A", "-1", "-2", "-9",
            "Not applicable", "Not Applicable", "Missing", "Not reported");
    /**
     * The words of the list, those of the table generator without the number before them, and the codes of the
     * directory.
     */
    private static final Map<String, String> STATUSES = words("Open", "New", "Added", "Reopened", "Future", "Closed",
            "Inactive",
            "Changed Agency", "Changed Boundary/Agency");
    private static final Map<String, String> CODES = Map.of("1", "Open", "2", "Closed", "3", "New", "4", "Added", "5",
            "Changed Agency", "6", "Inactive", "7", "Future", "8", "Reopened",
            "Currently operational", "Open");
    private static final Map<String, String> KINDS = Map.ofEntries(entry("Regular", "Regular"),
            entry("Regular School", "Regular"),
            entry("Special Education", "Special education"), entry("Special Education School", "Special education"),
            entry("Vocational", "Career and technical"), entry("Vocational School", "Career and technical"),
            entry("Career and Technical School", "Career and technical"),
            entry("Other/Alternative", "Alternative"), entry("Alternative School", "Alternative"),
            entry("Alternative/other school", "Alternative"), entry("Alternative Education School", "Alternative"));
    /** "1-Regular school", "41-Rural: Fringe". */
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}-(?=[A-Za-z])");

    private final SchoolZones zones = new SchoolZones();
    private final Map<String, Integer> lineOfSchool = new HashMap<>();
    private final NcesNotes notes = new NcesNotes();

    /** The school, or null where the row is faulty; the row then says why. */
    @Nullable
    NcesSchool read(Row row) {
        String id = SchoolCells.number(row, "NCES School ID", 12);
        String districtId = SchoolCells.number(row, "NCES District ID", 7);
        String state = row.text("State", 2);
        String listedBy = id.isEmpty() ? null : zones.listedBy(id);
        checkIdentity(row, id, districtId, state, listedBy);
        String low = grade(row, "Low Grade");
        String high = grade(row, "High Grade");
        if (Grades.isBackwards(low, high)) {
            row.fault("High Grade", row.raw("High Grade"), "imports.cell.grades", low);
        }
        String district = row.text("District", 200);
        String city = told(row, "City", 100);
        String county = orNull(told(row, "County Name", 100));
        String status = oneOf(row, "Status", STATUSES);
        String kind = told(row, "Type", 80).isEmpty() ? "Regular" : oneOf(row, "Type", KINDS);
        String name = row.text("School Name", 200);
        Boolean charter = charter(row);
        Integer enrollment = told(row, "Students", 40).isEmpty() ? null : row.count("Students");
        String zip = zip(row);
        String stateId = told(row, "State School ID", 40);
        String street = told(row, "Street Address", 200);
        String phone = told(row, "Phone", 40);
        String locale = NUMBERED.matcher(told(row, "Locale", 40)).replaceFirst("");
        var point = point(row);
        if (row.isFaulty() || listedBy == null || status == null || kind == null) return null;
        var found = zones.of(listedBy, county, district, city);
        lineOfSchool.put(id, row.line());
        notes.count(status, kind, county, state.equals(listedBy), found, point != null);
        return new NcesSchool(row.line(), listedBy, id, stateId, districtId, district, name, kind, status, low, high,
                Grades.level(low, high), charter, street, city, state, zip, county, phone,
                locale.equals("N") ? null : orNull(locale), enrollment, found.zone(), point);
    }

    List<Said> notes() {
        return notes.sentences();
    }

    private void checkIdentity(Row row, String id, String districtId, String state, @Nullable String listedBy) {
        if (!state.isEmpty() && !zones.isState(state)) row.fault("State", state, "imports.cell.state");
        if (id.isEmpty()) return;
        if (listedBy == null) row.fault("NCES School ID", id, "imports.cell.number.state", id.substring(0, 2));
        if (!districtId.isEmpty() && !id.startsWith(districtId)) {
            row.fault("NCES District ID", districtId, "imports.cell.number.district", id);
        }
        Integer before = lineOfSchool.get(id);
        if (before != null) row.fault("NCES School ID", id, "imports.cell.twice", before);
    }

    private static @Nullable String oneOf(Row row, String column, Map<String, String> words) {
        String text = row.text(column, 80);
        String bare = CODES.getOrDefault(text, NUMBERED.matcher(text).replaceFirst(""));
        bare = CODES.getOrDefault(bare, bare);
        for (var word : words.entrySet()) if (word.getKey().equalsIgnoreCase(bare)) return word.getValue();
        if (!text.isEmpty())
            row.fault(column, text, "intake.cell.one", String.join(", ", new TreeMap<>(words).keySet()));
        return null;
    }

    private static NcesSchool.@Nullable Point point(Row row) {
        String latitude = told(row, "Latitude", 40);
        String longitude = told(row, "Longitude", 40);
        if (latitude.isEmpty() || longitude.isEmpty()) return null;
        double[] at = {SchoolCells.degrees(row, "Latitude", latitude, 90),
                SchoolCells.degrees(row, "Longitude", longitude, 180)};
        return at[0] == 0 && at[1] == 0 ? null : new NcesSchool.Point(at[0], at[1]);
    }

    private static @Nullable String grade(Row row, String column) {
        String text = told(row, column, 20);
        if (text.isEmpty() || text.equals("M") || text.equals("N")) return null; // missing, none: as the directory writes it
        return SchoolCells.grade(row, column, text);
    }

    private static @Nullable Boolean charter(Row row) {
        String text = NUMBERED.matcher(told(row, "Charter", 20)).replaceFirst("");
        if (text.isEmpty()) return null;
        if (text.equalsIgnoreCase("Yes")) return true;
        if (text.equalsIgnoreCase("No")) return false;
        row.fault("Charter", text, "imports.cell.yes");
        return null;
    }

    private static String zip(Row row) {
        String text = told(row, "ZIP", 10);
        String four = told(row, "ZIP 4-digit", 4);
        if (text.isEmpty()) return "";
        String padded = SchoolCells.zip(row, "ZIP", text);
        return padded.length() == 5 && four.matches("\\d{4}") ? padded + "-" + four : padded;
    }

    private static String told(Row row, String column, int longest) {
        if (NOT_TOLD.contains(row.raw(column))) return "";
        String text = row.optional(column, longest);
        return NOT_TOLD.contains(text) ? "" : text; // ="†", as spreadsheets keep what might be taken for a number
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> words(String... words) {
        var map = new TreeMap<String, String>();
        for (String word : words) map.put(word, word);
        return map;
    }
}
