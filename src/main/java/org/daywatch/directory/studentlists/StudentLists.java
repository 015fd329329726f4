package org.daywatch.directory.studentlists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.canaries.Canaries;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.exports.people.PeopleFiles;
import org.daywatch.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Students of a school or of all of a district, without those whom the person would not find by looking. */
@Component
@Transactional
class StudentLists {

    private final StudentListStore store;
    private final StudentSearch search;
    private final AtSchool atSchool;
    private final PeopleFiles files;
    private final Canaries canaries;

    StudentLists(StudentListStore store, StudentSearch search, AtSchool atSchool, PeopleFiles files,
            Canaries canaries) {
        this.store = store;
        this.search = search;
        this.atSchool = atSchool;
        this.files = files;
        this.canaries = canaries;
    }

    /** @param school null: all schools. @param about its name, or that it is all */
    record Wish(@Nullable UUID school, String about, String reason, boolean second, UUID form) {}

    Optional<PeopleFiles.Asked> ask(Actor actor, Wish wish) {
        int rows = rows(actor, schools(actor, wish.school())).size();
        return files.ask(actor, new PeopleFiles.Wish(wish.school(), wish.about(), rows, wish.reason(), wish.second(),
                wish.form()));
    }

    /** Once. What it carries that is invented is counted nowhere. */
    List<StudentListRow> take(Actor actor, UUID id) {
        var file = files.own(actor, id);
        var schools = schools(actor, file.school());
        var rows = new ArrayList<>(rows(actor, schools));
        files.take(actor, id, rows.size());
        var like = rows.stream()
                .collect(Collectors.toMap(StudentListRow::schoolId, StudentListRow::number, (one, two) -> one));
        canaries.into(id, schools, like).ifPresent(c -> rows.add(invented(rows, c, schools)));
        rows.sort(StudentListRow.BY_NAME);
        return rows;
    }

    private static StudentListRow invented(List<StudentListRow> rows, Canaries.Carried carried, List<Campus> schools) {
        boolean capitals = rows.stream().map(StudentListRow::familyName)
                .allMatch(name -> name.equals(name.toUpperCase(Locale.ROOT)));
        var student = capitals ? carried.student().inCapitals() : carried.student();
        var school = schools.stream().filter(s -> s.id().equals(carried.school())).findFirst().orElseThrow();
        String org = rows.stream().filter(r -> r.schoolId().equals(school.id())).map(StudentListRow::org).findFirst()
                .orElse("");
        return new StudentListRow(carried.school(), school.id(), school.name(), org, student.number(),
                student.givenName(),
                student.familyName());
    }

    private List<Campus> schools(Actor actor, @Nullable UUID school) {
        return school == null ? atSchool.all(actor) : List.of(atSchool.of(actor, school));
    }

    private List<StudentListRow> rows(Actor actor, List<Campus> schools) {
        return schools.stream().flatMap(school -> {
            var hidden = search.hiddenFrom(actor, school);
            return store.list(school).stream().filter(row -> !hidden.contains(row.student()));
        }).toList();
    }
}
