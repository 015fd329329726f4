package org.daywatch.staffing.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.jspecify.annotations.Nullable;

/** Reads rows of a department's list of officers. */
final class OfficerRowReader {
    private static final String ISSUED = " issued on";
    private static final String EXPIRES = " expires on";
    /** Words of credentials that are written in capitals; the columns are named with it, so it stands before them. */
    private static final Set<String> SHORT = Set.of("sso", "sro", "lre", "ferpa");
    static final List<ExpectedColumn> COLUMNS = columns();
    private static final Map<String, Officer.Rank> RANKS = words(Officer.Rank.values());
    private static final Map<String, Officer.State> STATES = words(Officer.State.values());
    private static final Set<String> ROLES = Set.of("SRO", "SSO", "JPO");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(Map.entry("english", "en"),
            Map.entry("spanish", "es"),
            Map.entry("navajo", "nv"), Map.entry("vietnamese", "vi"), Map.entry("arabic", "ar"),
            Map.entry("chinese", "zh"),
            Map.entry("french", "fr"), Map.entry("tagalog", "tl"), Map.entry("asl", "ase"),
            Map.entry("haitian creole", "ht"));

    private final Map<String, Integer> lineOfBadge = new HashMap<>();
    private final Map<String, Integer> lineOfEmail = new HashMap<>();

    private static List<ExpectedColumn> columns() {
        var columns = new ArrayList<>(
                List.of(ExpectedColumn.required("Department"), ExpectedColumn.optional("Department ORI", "ORI"),
                        ExpectedColumn.required("Badge", "Badge number"), ExpectedColumn.required("Full name", "Name"),
                        ExpectedColumn.required("E-mail", "Email address"),
                        ExpectedColumn.optional("Phone"), ExpectedColumn.optional("Rank"),
                        ExpectedColumn.optional("Hired on", "Hire date"),
                        ExpectedColumn.optional("Certificate number", "POST number"),
                        ExpectedColumn.optional("Languages"), ExpectedColumn.optional("Home ZIP"),
                        ExpectedColumn.optional("Roles"), ExpectedColumn.optional("Started in schools on"),
                        ExpectedColumn.optional("State", "Status")));
        for (Credential.Kind kind : Credential.Kind.values()) {
            for (String part : List.of(ISSUED, EXPIRES, " number", " hours"))
                columns.add(ExpectedColumn.optional(name(kind) + part));
        }
        return List.copyOf(columns);
    }

    /** "STATE_CERTIFICATION" is headed "State certification issued on" and so forth. */
    private static String name(Credential.Kind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        int end = words.indexOf(' ');
        if (end > 0 && SHORT.contains(words.substring(0, end)))
            return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The officer, or null where the row is faulty; the row then says why. */
    @Nullable
    OfficerRow read(Row row) {
        String department = row.text("Department", 200);
        String ori = row.optional("Department ORI", 20).toUpperCase(Locale.ROOT);
        if (!ori.isEmpty() && !ori.matches("[A-Z0-9]{7,9}"))
            row.fault("Department ORI", ori,
                    "staffing.cell.ori");
        String badge = row.text("Badge", 40);
        String name = row.text("Full name", 120);
        String email = row.text("E-mail", 200).toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            row.fault("E-mail", email,
                    "staffing.cell.email");
        String phone = row.optional("Phone", 40);
        Officer.Rank rank = row.raw("Rank").isEmpty() ? null : row.oneOf("Rank", RANKS);
        Officer.State state = row.raw("State").isEmpty() ? null : row.oneOf("State", STATES);
        LocalDate hired = row.date("Hired on");
        String certificate = row.optional("Certificate number", 40);
        String zip = row.optional("Home ZIP", 10);
        if (!zip.isEmpty() && !zip.matches("\\d{5}(-\\d{4})?")) row.fault("Home ZIP", zip, "staffing.cell.zip");
        LocalDate started = row.date("Started in schools on");
        List<String> languages = languages(row);
        Set<String> roles = roles(row);
        List<Credential> credentials = credentials(row);
        seenBefore(row, "Badge", badge, lineOfBadge,
                department.toLowerCase(Locale.ROOT) + "|" + badge.toLowerCase(Locale.ROOT));
        seenBefore(row, "E-mail", email, lineOfEmail, email);
        if (row.isFaulty()) return null;
        return new OfficerRow(row.line(), department, ori, badge, name, email, phone, rank, hired, certificate,
                languages, zip,
                roles, started,
                state, credentials);
    }

    private static void seenBefore(Row row, String column, String value, Map<String, Integer> lines, String key) {
        if (value.isEmpty()) return;
        Integer before = lines.putIfAbsent(key, row.line());
        if (before != null) row.fault(column, value, "staffing.cell.twice", before);
    }

    private static List<String> languages(Row row) {
        var codes = new LinkedHashSet<String>();
        for (String word : list(row, "Languages")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (LANGUAGES.containsKey(lower)) codes.add(LANGUAGES.get(lower));
            else if (lower.matches("[a-z]{2,3}")) codes.add(lower);
            else row.fault("Languages", word, "staffing.cell.language");
        }
        return List.copyOf(codes);
    }

    private static Set<String> roles(Row row) {
        var roles = new LinkedHashSet<String>();
        for (String word : list(row, "Roles")) {
            String role = word.toUpperCase(Locale.ROOT);
            if (ROLES.contains(role)) roles.add(role);
            else row.fault("Roles", word, "intake.cell.one", "SRO, SSO, JPO");
        }
        return roles;
    }

    private static List<String> list(Row row, String column) {
        return Arrays.stream(row.optional(column, 200).split("[;,/|]")).map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    private static List<Credential> credentials(Row row) {
        var held = new ArrayList<Credential>();
        for (Credential.Kind kind : Credential.Kind.values()) {
            String name = name(kind);
            LocalDate issued = row.date(name + ISSUED);
            LocalDate expires = row.date(name + EXPIRES);
            String number = row.optional(name + " number", 60);
            BigDecimal hours = hours(row, name + " hours");
            if (issued == null) {
                if (expires != null || !number.isEmpty() || hours != null)
                    row.fault(name + ISSUED,
                            row.raw(name + ISSUED), "intake.cell.missing");
                continue;
            }
            if (expires != null && expires.isBefore(issued))
                row.fault(name + EXPIRES, expires.toString(),
                        "staffing.cell.issued");
            else
                if (kind.needsHours() && hours == null) row.fault(name + " hours", "", "intake.cell.missing");
                else held.add(new Credential(Ids.next(), kind, number, issued, expires, hours, Credential.State.VALID));
        }
        return held;
    }

    private static @Nullable BigDecimal hours(Row row, String column) {
        String text = row.optional(column, 20);
        if (text.isEmpty()) return null;
        if (text.matches("\\d{1,4}([.]\\d{1,2})?")) return new BigDecimal(text);
        row.fault(column, text, "staffing.cell.hours");
        return null;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(v -> v.name().toLowerCase(Locale.ROOT), Function.identity()));
    }
}
