package org.daywatch.transparency.activitylog.phone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.rosters.NamedStudents;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Sees to it that no line of the log names a student. The roster is the district's and is read as the district, for a
 * school at which the clock saw the officer and for nobody else; what comes back is a field that they are to write
 * anew, and no name.
 */
@Component
class StudentNames {

    private static final List<String> FIELDS = List.of("label", "note", "reason");

    private final ClassRosters rosters;
    private final StudentSearch search;

    StudentNames(ClassRosters rosters, StudentSearch search) {
        this.rosters = rosters;
        this.search = search;
    }

    /**
     * Call it outside a transaction: inside one the district could not be bound.
     *
     * @param mine schools at which the clock saw them lately
     * @throws InvalidInput naming each field that holds a student's given and family name
     */
    void none(Collection<Campus> mine, Map<String, String> typed) {
        if (FIELDS.stream().allMatch(f -> typed.getOrDefault(f, "").isBlank())) return;
        var school = mine.stream().filter(s -> s.id().toString().equals(typed.getOrDefault("school", ""))).findFirst();
        if (school.isEmpty()) return; // whoever was not there is refused for that
        var students = Tenancy.as(Scope.system(school.get().districtId()), () -> named(school.get()));
        var wrong = new ArrayList<FieldError>();
        for (var field : FIELDS) {
            String text = typed.getOrDefault(field, "").strip();
            if (NamedStudents.in(text, students))
                wrong.add(new FieldError(field, text.substring(0, Math.min(40, text.length())), "log.wrong.student"));
        }
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }

    /**
     * Without those who are protected: whoever writes any name down must not learn here that its child is at the
     * school.
     */
    private List<String> named(Campus school) {
        var hidden = search.hiddenFromOthers(school);
        return rosters.students(school.id()).stream().filter(p -> !hidden.contains(p.id())).map(RosterPerson::name)
                .toList();
    }
}
