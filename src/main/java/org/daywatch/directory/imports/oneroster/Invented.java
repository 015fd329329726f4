package org.daywatch.directory.imports.oneroster;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.canaries.CanaryMarks;
import org.daywatch.platform.intake.Row;

/** Rows of a package that are invented students of files somebody took: they are left out, and the files are known. */
record Invented(CanaryMarks marks, Set<UUID> found) {

    Invented(CanaryMarks marks) {
        this(marks, new LinkedHashSet<>());
    }

    void check(Row cells, String id, String givenName, String familyName) {
        marks.row(id, givenName, familyName).ifPresent(export -> {
            found.add(export);
            cells.fault("sourcedId", id, "imports.roster.invented");
        });
    }
}
