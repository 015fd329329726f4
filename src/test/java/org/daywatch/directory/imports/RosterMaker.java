package org.daywatch.directory.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packages as the makers of student information systems shape them, with invented people: two schools, classes, and an
 * office that belongs to none.
 */
enum RosterMaker {
    /** As the standard prints it. */
    PLAIN,
    /** Every cell in quotes, a mark at the beginning, CRLF, columns of its own at the end. */
    QUOTING,
    /** GUIDs, in capitals wherever another file is referred to. */
    GUIDS,
    /** A folder inside the zip, file names in small letters, parents as users, who are agents of their children. */
    FOLDER,
    /**
     * No manifest, status and date filled, columns in another order, optional ones empty, lists of organizations that
     * begin with the district.
     */
    BARE;

    static final int STUDENTS = 40;
    private static final String SCHOOL_1 = "s-1";
    private static final String SCHOOL_2 = "s-2";

    Map<String, List<List<String>>> tables(String version) {
        boolean old = version.equals("1.1");
        var tables = new LinkedHashMap<String, List<List<String>>>();
        if (this != BARE) tables.put("manifest", manifest(version, "bulk", old));
        tables.put("orgs", rows("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", List.of(
                List.of(id("d-1"), "", "", "Ocotillo Unified", "district", "", ""),
                List.of(id(SCHOOL_1), "", "", "Ocotillo Elementary", "school", "", ref("d-1")),
                List.of(id(SCHOOL_2), "", "", "Ocotillo High", "school", "", ref("d-1")))));
        tables.put("academicSessions", rows(
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                List.of(List.of(id("t-1"), "", "", "2026-27", "schoolYear", "2026-08-03", "2027-05-21", "", "2027"))));
        tables.put("users", users(old));
        if (!old) tables.put("roles", roles());
        tables.put("classes", rows(
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                List.of(List.of(id("c-1"), "", "", "Homeroom 3A", "03", "", "", "homeroom", "12", ref(SCHOOL_1),
                        ref("t-1"), "", "", ""),
                        List.of(id("c-2"), "", "", "Algebra", "09", "", "", "scheduled", "201", ref(SCHOOL_2),
                                ref("t-1"), "", "", "2"))));
        tables.put("enrollments", rows(
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                IntStream.range(0, STUDENTS).mapToObj(i -> List.of(id("e-" + i), "", "",
                        ref(i % 2 == 0 ? "c-1" : "c-2"), ref(school(i)), ref("u-" + i), "student", "", "", ""))
                        .toList()));
        return tables;
    }

    static String school(int student) {
        return student % 2 == 0 ? SCHOOL_1 : SCHOOL_2;
    }

    static List<List<String>> manifest(String version, String mode, boolean old) {
        var rows = new ArrayList<>(List.of(List.of("propertyName", "value"), List.of("manifest.version", "1.0"),
                List.of("oneroster.version", version)));
        for (var file : old
                ? List.of("orgs", "academicSessions", "users", "classes", "enrollments")
                : List.of("orgs", "academicSessions", "users", "roles", "classes", "enrollments")) {
            rows.add(List.of("file." + file, mode));
        }
        rows.add(List.of("file.demographics", "absent"));
        return rows;
    }

    private List<List<String>> users(boolean old) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < STUDENTS; i++)
            rows.add(user(old, "u-" + i, "Kid" + i, "Agave", "student",
                    this == BARE ? List.of("d-1", school(i)) : List.of(school(i)), "p-" + i));
        rows.add(user(old, "teacher", "Robin", "Sage", "teacher", List.of(SCHOOL_1, SCHOOL_2), ""));
        rows.add(user(old, "office", "Dana", "Mesa", "administrator", List.of("d-1"), ""));
        if (this == FOLDER)
            for (int i = 0; i < STUDENTS; i++)
                rows.add(user(old, "p-" + i, "Parent" + i, "Agave", "parent", List.of(school(i)), ""));
        return rows(old
                ? "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"
                : "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,primaryOrgSourcedId",
                rows);
    }

    private List<String> user(boolean old, String id, String given, String family, String role, List<String> orgs,
            String agents) {
        String all = orgs.stream().map(this::ref).collect(Collectors.joining(","));
        String who = this == FOLDER && !agents.isEmpty() ? ref(agents) : "";
        return old
                ? List.of(id(id), "", "", "true", all, role, id, "{LDAP:" + id + "}", given, family, "", "", "", "", "",
                        who, "", "")
                : List.of(id(id), "", "", "true", id, "", given, family, "", "", "", "", "", who, "", "",
                        this == PLAIN && orgs.size() == 1 ? ref(orgs.getFirst()) : "");
    }

    private List<List<String>> roles() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < STUDENTS; i++) {
            if (this == BARE)
                rows.add(List.of(id("rd-" + i), "", "", ref("u-" + i), "secondary", "student", "", "", ref("d-1"), ""));
            rows.add(List.of(id("r-" + i), "", "", ref("u-" + i), "primary", "student", "", "", ref(school(i)), ""));
            if (this == FOLDER)
                rows.add(
                        List.of(id("rp-" + i), "", "", ref("p-" + i), "primary", "parent", "", "", ref(school(i)), ""));
        }
        rows.add(List.of(id("rt"), "", "", ref("teacher"), "primary", "teacher", "", "", ref(SCHOOL_1), ""));
        rows.add(List.of(id("rt2"), "", "", ref("teacher"), "secondary", "teacher", "", "", ref(SCHOOL_2), ""));
        rows.add(List.of(id("ro"), "", "", ref("office"), "primary", "districtAdministrator", "", "", ref("d-1"), ""));
        return rows(
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
                rows);
    }

    private static List<List<String>> rows(String heading, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(List.of(heading.split(",")));
        all.addAll(rows);
        return all;
    }

    String id(String plain) {
        return this == GUIDS ? UUID.nameUUIDFromBytes(plain.getBytes(StandardCharsets.UTF_8)).toString() : plain;
    }

    private String ref(String plain) {
        return this == GUIDS ? id(plain).toUpperCase(Locale.ROOT) : id(plain);
    }

    Path zip(Path folder, Map<String, List<List<String>>> tables) throws IOException {
        Path zip = folder.resolve(name().toLowerCase(Locale.ROOT) + tables.hashCode() + ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var table : tables.entrySet()) {
                String name = table.getKey() + ".csv";
                out.putNextEntry(
                        new ZipEntry(this == FOLDER ? "Roster export/" + name.toLowerCase(Locale.ROOT) : name));
                out.write(text(table.getKey(), table.getValue()).getBytes(StandardCharsets.UTF_8));
                if (this != FOLDER) continue;
                out.putNextEntry(new ZipEntry("__MACOSX/Roster export/._" + name.toLowerCase(Locale.ROOT)));
                out.write(new byte[] {0, 5, 22, 7});
            }
        }
        return zip;
    }

    private String text(String file, List<List<String>> rows) {
        String end = this == QUOTING ? "\r\n" : "\n";
        var order = new ArrayList<>(IntStream.range(0, rows.getFirst().size()).boxed().toList());
        if (this == BARE) Collections.shuffle(order, new Random(file.hashCode()));
        var lines = new ArrayList<String>();
        for (var row : rows) {
            boolean heading = row == rows.getFirst();
            var cells = new ArrayList<>(
                    order.stream().map(i -> cell(rows.getFirst().get(i), row.get(i), heading)).toList());
            if (this == QUOTING && !file.equals("manifest"))
                cells.addAll(Arrays.asList(quoted(heading ? "metadata.localId" : ""),
                        quoted(heading ? "metadata.building" : "East, wing")));
            lines.add(String.join(",", cells));
        }
        return (this == QUOTING ? "\uFEFF" : "") + String.join(end, lines) + end;
    }

    private String cell(String column, String value, boolean heading) {
        if (this == BARE && !heading && column.equals("status") && value.isEmpty()) return "active";
        if (this == BARE && !heading && column.equals("dateLastModified")) return "2026-11-16T23:00:00.000Z";
        return this == QUOTING || value.contains(",") ? quoted(value) : value;
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
