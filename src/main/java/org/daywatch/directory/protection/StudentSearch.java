package org.daywatch.directory.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.canaries.CanaryWatch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Students looked for by name, as whoever looks may find them. For a protected one everybody who is not named gets what
 * they would get for a name that nobody has, by the same work, and those who are named learn of it afterward. An adult
 * of the student's classes finds them.
 *
 * <p>Whoever answers for students in an emergency looks for nobody: roll calls, room reports and reunifications read
 * the roster itself. In an exercise they show those whom somebody may not find without their name.
 */
@Component
@Transactional
public class StudentSearch {

    private static final int SHORTEST = 2;

    private final ClassRosters rosters;
    private final ProtectionStore store;
    private final StudentSought sought;
    private final CanaryWatch canaries;
    private final AuditLog audit;
    private final Clock clock;

    StudentSearch(ClassRosters rosters, ProtectionStore store, StudentSought sought,
            CanaryWatch canaries, AuditLog audit, Clock clock) {
        this.rosters = rosters;
        this.store = store;
        this.sought = sought;
        this.canaries = canaries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody is listed before a name is asked for. */
    public List<RosterPerson> find(Actor actor, Campus school, String words, int most) {
        var asked = words.strip().toLowerCase(Locale.ROOT);
        var hidden = hidden(actor, school);
        var all = rosters.students(school.id());
        if (asked.length() < SHORTEST) return List.of();
        var found = all.stream().filter(p -> !hidden.containsKey(p.id()))
                .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(asked)).limit(most).toList();
        sought.by(actor, school, hidden.values(), all.stream()
                .filter(p -> hidden.containsKey(p.id()) && named(p, asked)).map(p -> hidden.get(p.id())).toList());
        canaries.sought(actor, words);
        read(actor, school, found);
        return found;
    }

    /** @throws NotFound for a student of another school, and for one whom this person may not find */
    public RosterPerson student(Actor actor, Campus school, UUID id) {
        var hidden = hidden(actor, school);
        sought.by(actor, school, hidden.values(), hidden.containsKey(id) ? List.of(hidden.get(id)) : List.of());
        if (hidden.containsKey(id)) throw new NotFound("student " + id);
        var student = rosters.student(school.id(), id);
        read(actor, school, List.of(student));
        return student;
    }

    /** Whom this person does not find. */
    @Transactional(readOnly = true)
    public Set<UUID> hiddenFrom(Actor actor, Campus school) {
        return hidden(actor, school).keySet();
    }

    /** Who stands in an exercise without their name for this person: whom they would not find by looking. */
    @Transactional(readOnly = true)
    public Set<UUID> namelessTo(Actor actor, Campus school, boolean exercise) {
        return exercise ? hiddenFrom(actor, school) : Set.of();
    }

    /** Whom nobody finds who works for somebody else than the district. */
    @Transactional(readOnly = true)
    public Set<UUID> hiddenFromOthers(Campus school) {
        return inForce(school).stream().map(Protection::student).collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    Optional<Protection> of(Campus school, UUID student) {
        return store.ofSchool(school.id()).stream().filter(p -> p.student().equals(student)).findFirst();
    }

    private Map<UUID, Protection> hidden(Actor actor, Campus school) {
        boolean protects = actor.may(Permission.STUDENTS_PROTECT);
        var hidden = inForce(school).stream().filter(p -> !p.shownTo(actor.person(), protects))
                .collect(Collectors.toMap(Protection::student, p -> p));
        if (!hidden.isEmpty()) hidden.keySet().removeAll(taught(actor, school));
        return hidden;
    }

    /** Whom they have in class they know, and answer for. */
    private Set<UUID> taught(Actor actor, Campus school) {
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(Locale.ROOT);
        return email.isEmpty()
                ? Set.of()
                : rosters.classes(school.id()).stream()
                        .filter(c -> c.adults().stream().anyMatch(a -> a.email().equals(email)))
                        .flatMap(c -> c.students().stream()).map(RosterPerson::id).collect(Collectors.toSet());
    }

    private List<Protection> inForce(Campus school) {
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        return store.ofSchool(school.id()).stream().filter(p -> p.inForce(today)).toList();
    }

    /** By family and given name, in either order. */
    private static boolean named(RosterPerson student, String asked) {
        var words = Set.of(asked.split("[\\s,]+"));
        for (String part : student.name().toLowerCase(Locale.ROOT).split(",", 2)) {
            var name = part.strip().split("\\s+");
            if (java.util.Arrays.stream(name).noneMatch(words::contains)) return false;
        }
        return true;
    }

    private void read(Actor actor, Campus school, List<RosterPerson> found) {
        var protectedOnes = inForce(school).stream()
                .filter(p -> found.stream().anyMatch(s -> s.id().equals(p.student()))).toList();
        for (var one : protectedOnes) audit.read("ProtectedStudent", "student protection " + one.id(), Map.of());
    }
}
