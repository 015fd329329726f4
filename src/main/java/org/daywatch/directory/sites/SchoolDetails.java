package org.daywatch.directory.sites;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.SchoolStatus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What a person may write down about a school; everything wrong with it is said at once.
 *
 * @param ncesId twelve digits, null where the national list does not know the school
 * @param lowGrade as the national list writes it: PK, KG, 01 to 13; null where not told
 * @param enrollment null: unknown, never zero by guess
 */
public record SchoolDetails(String name, @Nullable String ncesId, @Nullable String stateId, String status,
        SchoolLevel level, @Nullable String lowGrade,
        @Nullable String highGrade, @Nullable Integer enrollment, String street, String city, String state, String zip,
        String phone,
        @Nullable String locale, ZoneId zone) {

    private static final List<String> GRADES = List.of("PK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09",
            "10", "11", "12", "13");
    /** Statuses of the national list that a person may set: those that count as open, and those that do not. */
    private static final List<String> STATUSES = List.of("Open", "New", "Added", "Reopened", "Changed Agency",
            "Changed Boundary/Agency", "Future", "Closed", "Inactive");

    public SchoolDetails {
        if (!STATUSES.containsAll(SchoolStatus.OPEN))
            throw new IllegalStateException("a status that counts as open cannot be chosen");
    }

    public static List<String> grades() {
        return GRADES;
    }

    public static List<String> statuses() {
        return STATUSES;
    }

    /** As the form of the school's page begins, and what {@link #read} takes. */
    public static Map<String, String> typed(School s) {
        var typed = new LinkedHashMap<String, String>(Map.of("name", s.name(), "status", s.status(), "level",
                s.level().name(), "street", s.street(), "city", s.city(), "state", s.state(),
                "zip", s.zip(), "phone", s.phone(), "zone", s.zone().getId()));
        typed.put("ncesId", Objects.requireNonNullElse(s.ncesId(), ""));
        typed.put("stateId", Objects.requireNonNullElse(s.stateId(), ""));
        typed.put("lowGrade", Objects.requireNonNullElse(s.lowGrade(), ""));
        typed.put("highGrade", Objects.requireNonNullElse(s.highGrade(), ""));
        typed.put("enrollment", s.enrollment() == null ? "" : s.enrollment().toString());
        typed.put("locale", Objects.requireNonNullElse(s.locale(), ""));
        return typed;
    }

    /** @throws InvalidInput with one entry for each field that cannot be meant */
    public static SchoolDetails read(Map<String, String> form) {
        var typed = new Typed(form);
        typed.check("name", "[^\\p{Cntrl}]{2,200}", "schools.wrong.name");
        typed.check("ncesId", "(\\d{12})?", "schools.wrong.nces");
        typed.check("stateId", "[A-Za-z0-9 ./-]{0,40}", "schools.wrong.stateId");
        typed.check("state", "[A-Z]{2}", "schools.wrong.state");
        typed.check("zip", "(\\d{5}(-\\d{4})?)?", "schools.wrong.zip");
        typed.check("phone", "[0-9+(). x-]{0,40}", "schools.wrong.phone");
        typed.check("enrollment", "\\d{0,6}", "schools.wrong.whole");
        for (String field : List.of("street", "city", "locale"))
            typed.check(field, "[^\\p{Cntrl}]{0,200}", "schools.wrong.long");
        if (!STATUSES.contains(typed.at("status"))) typed.wrong("status", "schools.wrong.status");
        var level = Arrays.stream(SchoolLevel.values()).filter(l -> l.name().equals(typed.at("level"))).findFirst();
        if (level.isEmpty()) typed.wrong("level", "schools.wrong.level");
        grades(typed);
        if (!ZoneId.getAvailableZoneIds().contains(typed.at("zone")) || !typed.at("zone").contains("/"))
            typed.wrong("zone", "schools.wrong.zone");
        if (!typed.errors.isEmpty()) throw new InvalidInput(typed.errors);
        return new SchoolDetails(typed.at("name"), typed.orNull("ncesId"), typed.orNull("stateId"), typed.at("status"),
                level.orElseThrow(), typed.orNull("lowGrade"),
                typed.orNull("highGrade"),
                typed.at("enrollment").isEmpty() ? null : Integer.valueOf(typed.at("enrollment")), typed.at("street"),
                typed.at("city"),
                typed.at("state"), typed.at("zip"), typed.at("phone"), typed.orNull("locale"), zone(typed.at("zone")));
    }

    /** A place with its own clock, not an offset: an offset knows no daylight saving. */
    static ZoneId zone(String text) {
        try {
            if (text.contains("/")) return ZoneId.of(text);
        } catch (DateTimeException e) {
            // answered below, with the text as it was typed
        }
        throw new InvalidInput("zone", text, "schools.wrong.zone");
    }

    /** @throws InvalidInput when a grade is none, or the highest lies below the lowest */
    static void refuseWrongGrades(Map<String, String> form) {
        var typed = new Typed(form);
        grades(typed);
        if (!typed.errors().isEmpty()) throw new InvalidInput(typed.errors());
    }

    private static void grades(Typed typed) {
        int low = GRADES.indexOf(typed.at("lowGrade"));
        int high = GRADES.indexOf(typed.at("highGrade"));
        boolean lowTold = !typed.at("lowGrade").isEmpty();
        boolean highTold = !typed.at("highGrade").isEmpty();
        if (lowTold && low < 0) typed.wrong("lowGrade", "schools.wrong.grade");
        if (highTold && high < 0) typed.wrong("highGrade", "schools.wrong.grade");
        else if (low >= 0 && high >= 0 && high < low) typed.wrong("highGrade", "schools.wrong.grades");
    }

    private record Typed(Map<String, String> form, List<FieldError> errors) {
        Typed(Map<String, String> form) {
            this(form, new ArrayList<>());
        }

        String at(String field) {
            return form.getOrDefault(field, "").strip();
        }

        @Nullable
        String orNull(String field) {
            return at(field).isEmpty() ? null : at(field);
        }

        void check(String field, String pattern, String message) {
            if (!at(field).matches(pattern)) wrong(field, message);
        }

        void wrong(String field, String message) {
            errors.add(new FieldError(field, at(field), message));
        }
    }
}
