package org.daywatch.directory.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.members.Colleagues;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Protecting a student from being looked for, and ending that. The district is bound. */
@Component
@Transactional
public class Protections {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final ProtectionStore store;
    private final StudentSearch search;
    private final ClassRosters rosters;
    private final Colleagues colleagues;
    private final Forms forms;
    private final AuditLog audit;
    private final Clock clock;

    Protections(ProtectionStore store, StudentSearch search, ClassRosters rosters, Colleagues colleagues,
            Forms forms, AuditLog audit, Clock clock) {
        this.store = store;
        this.search = search;
        this.rosters = rosters;
        this.colleagues = colleagues;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** As written on the page. @param readers beside whoever writes it */
    public record Entry(UUID student, String reason, LocalDate firstDay, @Nullable LocalDate lastDay,
            Set<UUID> readers) {}

    /** One that this person sees, with the student's name and who else finds the student. */
    public record Shown(Protection protection, String student, List<String> readers) {}

    /** Those of a school in which the person is named. */
    @Transactional(readOnly = true)
    public List<Shown> of(Actor actor, Campus school) {
        boolean protects = actor.may(Permission.STUDENTS_PROTECT);
        var people = colleagues.at(school.id());
        var students = rosters.students(school.id());
        return store.ofSchool(school.id()).stream().filter(p -> p.shownTo(actor.person(), protects))
                .flatMap(p -> students.stream().filter(s -> s.id().equals(p.student()))
                        .map(s -> new Shown(p, s.name(), people.stream()
                                .filter(named -> p.readers().contains(named.person()))
                                .map(Colleagues.Colleague::name).toList())))
                .toList();
    }

    public void protect(Actor actor, Campus school, UUID form, Entry entry) {
        if (!forms.first(form)) return;
        search.student(actor, school, entry.student());
        String reason = Typed.words("reason", entry.reason(), SHORTEST_REASON, LONGEST_REASON,
                "protection.wrong.reason");
        if (entry.lastDay() != null && entry.lastDay().isBefore(entry.firstDay()))
            throw new InvalidInput("lastDay", entry.lastDay().toString(), "protection.wrong.lastDay");
        var staff = colleagues.at(school.id()).stream().map(Colleagues.Colleague::person).collect(Collectors.toSet());
        var readers = new HashSet<>(entry.readers());
        readers.add(actor.person());
        if (!staff.containsAll(readers)) throw new InvalidInput("reader", "", "protection.wrong.reader");
        var id = Ids.next();
        if (!store.insert(id, entry.student(), reason, entry.firstDay(), entry.lastDay(), actor.person(), readers))
            throw new Refused(DirectoryRefusal.STUDENT_PROTECTED);
        audit.act("StudentProtected", "student protection " + id,
                Map.of("firstDay", entry.firstDay(), "readers", readers.size()));
    }

    /** From this moment everybody finds the student as before. */
    public void end(Actor actor, Campus school, UUID id) {
        var protection = store.ofSchool(school.id()).stream().filter(p -> p.id().equals(id))
                .filter(p -> p.shownTo(actor.person(), actor.may(Permission.STUDENTS_PROTECT))).findFirst()
                .orElseThrow(() -> new NotFound("student protection " + id));
        if (store.end(protection.id(), actor.person(), clock.instant()))
            audit.act("StudentProtectionEnded", "student protection " + id, Map.of());
    }
}
