package org.daywatch.directory.imports.nces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daywatch.platform.intake.Column;
import org.daywatch.platform.intake.Row;
import org.jspecify.annotations.Nullable;

/** Reads rows of the national school list, one after the other, and remembers what deserves a word in the report. */
final class NcesReader {
    static final List<Column> COLUMNS = List.of(
            Column.required("NCES School ID"), Column.required("NCES District ID"), Column.required("School Name"),
            Column.required("District", "District Name", "Agency Name"), Column.required("State"), Column.required("Status"),
            Column.optional("State School ID"), Column.optional("Low Grade"), Column.optional("High Grade"),
            Column.optional("County Name", "County"), Column.optional("Street Address"), Column.optional("City"),
            Column.optional("ZIP"),
            Column.optional("ZIP 4-digit"), Column.optional("Phone"), Column.optional("Locale"), Column.optional("Charter"),
            Column.optional("Students"), Column.optional("Type"));
    /** Not applicable, not reported, below the standard of reporting. */
    private static final Set<String> NOT_TOLD = Set.of("", "†", "–", "—", "-", "‡", "n/a", "N/A");
    private static final Map<String, String> STATUSES = words("Open", "New", "Added", "Reopened", "Future", "Closed", "Inactive",
            "Changed Agency", "Changed Boundary/Agency");
    private static final Map<String, String> KINDS = Map.of("Regular", "Regular", "Regular School", "Regular",
            "Special Education", "Special education", "Special Education School", "Special education",
            "Vocational", "Career and technical", "Career and Technical School", "Career and technical",
            "Other/Alternative", "Alternative", "Alternative Education School", "Alternative");

    private final SchoolZones zones = new SchoolZones();
    private final Map<String, Integer> lineOfSchool = new HashMap<>();
    private final NcesNotes notes = new NcesNotes();

    /** The school, or null where the row is faulty; the row then says why. */
    @Nullable NcesSchool read(Row row) {
        String id = number(row, "NCES School ID", 12);
        String districtId = number(row, "NCES District ID", 7);
        String state = row.text("State", 2);
        String listedBy = id.isEmpty() ? null : zones.stateOf(id);
        checkIdentity(row, id, districtId, state, listedBy);
        String low = grade(row, "Low Grade");
        String high = grade(row, "High Grade");
        if (Grades.isBackwards(low, high)) {
            row.fault("High Grade", row.raw("High Grade"), "is lower than the lowest grade " + low);
        }
        String district = row.text("District", 200);
        String city = told(row, "City", 100);
        String county = orNull(told(row, "County Name", 100));
        String status = row.oneOf("Status", STATUSES);
        String kind = told(row, "Type", 80).isEmpty() ? "Regular" : row.oneOf("Type", KINDS);
        String name = row.text("School Name", 200);
        Boolean charter = charter(row);
        Integer enrollment = NOT_TOLD.contains(row.raw("Students")) ? null : row.count("Students");
        String zip = zip(row);
        String stateId = told(row, "State School ID", 40);
        String street = told(row, "Street Address", 200);
        String phone = told(row, "Phone", 40);
        String locale = told(row, "Locale", 40);
        if (row.isFaulty() || listedBy == null || status == null || kind == null) return null;
        var found = zones.of(listedBy, county, district, city);
        lineOfSchool.put(id, row.line());
        notes.count(status, kind, county, state.equals(listedBy), found);
        return new NcesSchool(row.line(), listedBy, id, stateId, districtId, district, name, kind, status, low, high,
                Grades.level(low, high), charter, street, city, state, zip, county, phone,
                locale.equals("N") ? null : orNull(locale), enrollment, found.zone());
    }

    List<String> notes() {
        return notes.sentences();
    }

    private void checkIdentity(Row row, String id, String districtId, String state, @Nullable String listedBy) {
        if (!state.isEmpty() && !zones.isState(state)) row.fault("State", state, "is not a state or territory");
        if (id.isEmpty()) return;
        if (listedBy == null) row.fault("NCES School ID", id, "begins with " + id.substring(0, 2) + ", which is no state");
        if (!districtId.isEmpty() && !id.startsWith(districtId)) {
            row.fault("NCES District ID", districtId, "is not the beginning of the school's number " + id);
        }
        Integer before = lineOfSchool.get(id);
        if (before != null) row.fault("NCES School ID", id, "stands on line " + before + " already");
    }

    /** A spreadsheet drops the leading zero of nine states: one missing digit is put back; a rounded number is refused. */
    private static String number(Row row, String column, int digits) {
        String text = row.text(column, 40);
        if (text.isEmpty()) return "";
        if (text.matches("\\d{" + (digits - 1) + "}")) return "0" + text;
        if (text.matches("\\d{" + digits + "}")) return text;
        boolean rounded = text.matches("(?i)[\\d.]+E[+]?\\d+");
        row.fault(column, text, rounded
                ? "was rounded by a spreadsheet; download the list again and do not open it before importing"
                : "is not a number of " + digits + " digits");
        return "";
    }

    private static @Nullable String grade(Row row, String column) {
        String text = told(row, column, 20);
        if (text.isEmpty()) return null;
        String grade = Grades.padded(text);
        if (Grades.isKnown(grade)) return grade;
        row.fault(column, text, "is not a grade (PK, KG, 01 to 13, UG, AE)");
        return null;
    }

    private static @Nullable Boolean charter(Row row) {
        String text = told(row, "Charter", 10);
        if (text.isEmpty()) return null;
        if (text.equalsIgnoreCase("Yes")) return true;
        if (text.equalsIgnoreCase("No")) return false;
        row.fault("Charter", text, "is neither Yes nor No");
        return null;
    }

    private static String zip(Row row) {
        String text = told(row, "ZIP", 10);
        String four = told(row, "ZIP 4-digit", 4);
        if (text.isEmpty()) return "";
        String padded = text.matches("\\d{3,4}") ? "0".repeat(5 - text.length()) + text : text;
        if (!padded.matches("\\d{5}(-\\d{4})?")) row.fault("ZIP", text, "is not a ZIP code");
        return padded.length() == 5 && four.matches("\\d{4}") ? padded + "-" + four : padded;
    }

    private static String told(Row row, String column, int longest) {
        return NOT_TOLD.contains(row.raw(column)) ? "" : row.optional(column, longest);
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
