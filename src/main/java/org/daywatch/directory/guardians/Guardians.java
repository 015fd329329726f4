package org.daywatch.directory.guardians;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.GuardianshipEnded;
import org.daywatch.directory.DirectoryEvent.GuardianshipEntered;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guardians and what holds between them and students. The district is bound. */
@Component
@Transactional
public class Guardians {

    private final GuardianStore store;
    private final ClassRosters rosters;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    Guardians(GuardianStore store, ClassRosters rosters, Facts facts, AuditLog audit, Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An entry as written on the page. */
    public record Entry(String givenName, String familyName, String phone, String relation, MayCollect mayCollect,
            CourtState court, Custody custody, String document,
            LocalDate firstDay, @Nullable LocalDate lastDay) {}

    /** What is on file for a student. Reading it is audited. */
    public List<Guardianship> ofStudent(UUID student, String what) {
        audit.read("Guardianships", "student " + student, Map.of("for", what));
        return store.of(student);
    }

    /** Who decides for this student on a day, each guardian once; no names, so no reading. */
    @Transactional(readOnly = true)
    public Map<UUID, Custody> custody(UUID student, LocalDate day) {
        return LegalCustody.of(store.of(student), day);
    }

    /** How many entries hold for each of these students on a day; no names, so no reading. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> counted(List<UUID> students, LocalDate day) {
        return store.ofAll(students).stream().filter(g -> g.inForce(day))
                .collect(Collectors.groupingBy(Guardianship::studentId, Collectors.counting()));
    }

    /**
     * @param guardian as chosen at a desk; null: somebody who is not on the student's list
     * @param began when the emergency did in which it is asked
     */
    @Transactional(readOnly = true)
    public CustodyAnswer mayCollect(UUID student, @Nullable UUID guardian, LocalDate day, Instant began) {
        return CustodyAnswer.of(guardian == null ? List.of() : store.between(student, guardian), day, began);
    }

    /**
     * Entries of a day by which somebody may not simply fetch a student of the school: no, disputed, or before a court.
     */
    @Transactional(readOnly = true)
    public List<Guardianship> stopsAt(UUID school, LocalDate day) {
        return store.stopsAt(school).stream().filter(g -> g.inForce(day)).toList();
    }

    public UUID enter(Actor actor, Campus school, UUID student, Entry entry) {
        rosters.student(school.id(), student);
        if (entry.givenName().isBlank()) throw new InvalidInput("givenName", entry.givenName(), "guardians.error.name");
        if (entry.familyName().isBlank())
            throw new InvalidInput("familyName", entry.familyName(), "guardians.error.name");
        Guardianship.check(entry.relation(), entry.court(), entry.document(), entry.firstDay(), entry.lastDay());
        var guardian = known(student, entry).orElseGet(() -> store.add(school.districtId(), entry));
        var id = Ids.next();
        try {
            store.insert(school.districtId(), id, student, guardian, entry, actor.person(), clock.instant());
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("firstDay", entry.firstDay().toString(), "guardians.error.same");
        }
        facts.tell(new GuardianshipEntered(school.districtId(), id, clock.instant(), student, entry.mayCollect().name(),
                entry.court().name()));
        return id;
    }

    /**
     * The same person in another entry of the same student: by name, so that a change of custody does not make two
     * people of them.
     */
    private Optional<UUID> known(UUID student, Entry entry) {
        return store.of(student).stream().filter(
                g -> g.guardian().equalsIgnoreCase(entry.familyName().strip() + ", " + entry.givenName().strip()))
                .map(Guardianship::guardianId).findFirst();
    }

    /** It counts no longer, from this moment; what was true before stays on file. */
    public void end(Campus school, UUID student, UUID id) {
        rosters.student(school.id(), student);
        var entry = store.find(student, id).orElseThrow(() -> new NotFound("guardianship " + id));
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        if (entry.over(today)) throw new Refused(DirectoryRefusal.GUARDIANSHIP_ENDED);
        var now = clock.instant();
        store.end(id, today, now);
        facts.tell(new GuardianshipEnded(school.districtId(), id, now, student, today));
    }
}
