package org.daywatch.directory.studentlists;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A student as a file says them: the columns of users.csv that are needed to know who it is, and the school's name.
 *
 * @param org the school's number in the roster; empty where no roster named it
 */
record StudentListRow(UUID student, UUID schoolId, String school, String org, String number, String givenName,
        String familyName) {

    static final List<String> HEADER = List.of("sourcedId", "status", "orgSourcedIds", "role", "givenName",
            "familyName",
            "school");
    /** An invented student stands where their name puts them. */
    static final Comparator<StudentListRow> BY_NAME = Comparator.comparing(StudentListRow::school)
            .thenComparing(StudentListRow::familyName).thenComparing(StudentListRow::givenName)
            .thenComparing(StudentListRow::number);

    List<String> cells() {
        return List.of(number, "active", org, "student", givenName, familyName, school);
    }
}
