package org.daywatch.directory.guardians;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.jspecify.annotations.Nullable;

/** Reads rows of a list of guardians. */
final class GuardianReader {

    static final List<ExpectedColumn> COLUMNS = List.of(
            ExpectedColumn.required("Student", "Student sourcedId", "Student sourcedId", "Student ID"),
            ExpectedColumn.required("Guardian", "Guardian sourcedId", "Guardian ID"),
            ExpectedColumn.required("Given name", "First name"), ExpectedColumn.required("Family name", "Last name"),
            ExpectedColumn.optional("Phone"),
            ExpectedColumn.optional("E-mail", "Email address"),
            ExpectedColumn.required("Relation", "Relationship"), ExpectedColumn.required("May collect", "Pickup"),
            ExpectedColumn.optional("Court"), ExpectedColumn.optional("Custody", "Legal custody"),
            ExpectedColumn.optional("Document"),
            ExpectedColumn.required("First day", "From"), ExpectedColumn.optional("Last day", "Until"));
    private static final Map<String, MayCollect> COLLECT = Map.of("yes", MayCollect.YES, "no", MayCollect.NO,
            "contested", MayCollect.CONTESTED);
    private static final Map<String, CourtState> COURT = Map.of("none", CourtState.NONE, "pending", CourtState.PENDING,
            "order", CourtState.ORDER);

    private static final Map<String, Custody> CUSTODY = Map.of("sole", Custody.FULL, "shared", Custody.SHARED, "none",
            Custody.BARRED, "unknown", Custody.UNKNOWN);

    private final Set<String> students;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param students the roster's ids of all students of the district */
    GuardianReader(Set<String> students) {
        this.students = students;
    }

    /** The row, or null where it is faulty; it then says why. */
    @Nullable
    GuardianRow read(Row row) {
        String student = row.text("Student", 255);
        if (!student.isEmpty() && !students.contains(student))
            row.fault("Student", student, "imports.guardians.student");
        String guardian = row.text("Guardian", 255);
        String given = row.text("Given name", 120);
        String family = row.text("Family name", 120);
        oneName(row, guardian, family + ", " + given);
        String phone = row.optional("Phone", 40);
        String email = row.optional("E-mail", 200).toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            row.fault("E-mail", email, "imports.cell.email");
        String relation = row.text("Relation", 60);
        MayCollect collect = row.oneOf("May collect", COLLECT);
        CourtState court = row.raw("Court").isEmpty() ? CourtState.NONE : row.oneOf("Court", COURT);
        Custody custody = row.raw("Custody").isEmpty() ? Custody.UNKNOWN : row.oneOf("Custody", CUSTODY);
        String document = row.optional("Document", 120);
        if (court == CourtState.ORDER && document.isEmpty()) row.fault("Document", "", "imports.guardians.order");
        row.text("First day", 40);
        LocalDate first = row.date("First day");
        LocalDate last = row.date("Last day");
        if (first != null && last != null && last.isBefore(first))
            row.fault("Last day", last.toString(), "imports.guardians.days", first);
        Integer before = lines.putIfAbsent(student + "|" + guardian + "|" + first, row.line());
        if (before != null) row.fault("Guardian", guardian, "imports.guardians.twice", before);
        if (row.isFaulty() || collect == null || court == null || custody == null || first == null) return null;
        return new GuardianRow(student, guardian, given, family, phone, email, relation, collect, court, custody,
                document,
                first, last);
    }

    /** One number, one person: a list that gives two names to one number has mixed them up. */
    private void oneName(Row row, String guardian, String name) {
        if (guardian.isEmpty() || row.isFaulty()) return;
        String before = names.putIfAbsent(guardian, name);
        if (before != null && !before.equals(name)) row.fault("Guardian", guardian, "imports.guardians.names", before);
    }
}
