package org.daywatch.directory.guardians;

import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.GuardianshipEnded;
import org.daywatch.directory.DirectoryEvent.GuardianshipEntered;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Guardians and what holds between them and students. The district is bound. */
@Repository
@Transactional
public class Guardians {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    Guardians(DSLContext db, ClassRosters rosters, Facts facts, AuditLog audit, Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An entry as written on the page. */
    public record Entry(String givenName, String familyName, String phone, String relation, MayCollect mayCollect,
            CourtState court, String document,
            LocalDate firstDay, @Nullable LocalDate lastDay) {}

    /** What is on file for a student. Reading it is audited. */
    public List<Guardianship> ofStudent(UUID student, String what) {
        audit.read("Guardianships", "student " + student, Map.of("for", what));
        return list(GUARDIANSHIP.STUDENT_ID.eq(student));
    }

    /** How many entries hold for each of these students on a day; no names, so no reading. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> counted(List<UUID> students, LocalDate day) {
        return list(GUARDIANSHIP.STUDENT_ID.in(students)).stream().filter(g -> g.inForce(day))
                .collect(Collectors.groupingBy(Guardianship::studentId, Collectors.counting()));
    }

    /** @param guardian as chosen at a desk; null: somebody who is not on the student's list */
    @Transactional(readOnly = true)
    public CustodyAnswer mayCollect(UUID student, @Nullable UUID guardian, LocalDate day) {
        return CustodyAnswer.of(guardian == null
                ? List.of()
                : list(GUARDIANSHIP.STUDENT_ID.eq(student).and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian))), day);
    }

    public UUID enter(Actor actor, Campus school, UUID student, Entry entry) {
        rosters.student(school.id(), student);
        if (entry.givenName().isBlank()) throw new InvalidInput("givenName", entry.givenName(), "guardians.error.name");
        if (entry.familyName().isBlank())
            throw new InvalidInput("familyName", entry.familyName(), "guardians.error.name");
        Guardianship.check(entry.relation(), entry.court(), entry.document(), entry.firstDay(), entry.lastDay());
        var guardian = known(student, entry);
        var id = Ids.next();
        try {
            db.insertInto(GUARDIANSHIP).set(GUARDIANSHIP.DISTRICT_ID, school.districtId()).set(GUARDIANSHIP.ID, id)
                    .set(GUARDIANSHIP.STUDENT_ID, student)
                    .set(GUARDIANSHIP.GUARDIAN_ID, guardian == null ? add(school.districtId(), entry) : guardian)
                    .set(GUARDIANSHIP.RELATION, entry.relation().strip())
                    .set(GUARDIANSHIP.MAY_COLLECT, entry.mayCollect().name())
                    .set(GUARDIANSHIP.COURT, entry.court().name()).set(GUARDIANSHIP.DOCUMENT, entry.document().strip())
                    .set(GUARDIANSHIP.FIRST_DAY, entry.firstDay()).set(GUARDIANSHIP.LAST_DAY, entry.lastDay())
                    .set(GUARDIANSHIP.ENTERED_BY, actor.person())
                    .set(GUARDIANSHIP.ENTERED_AT, clock.instant()).execute();
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
    private @Nullable UUID known(UUID student, Entry entry) {
        return list(GUARDIANSHIP.STUDENT_ID.eq(student)).stream()
                .filter(g -> g.guardian()
                        .equalsIgnoreCase(entry.familyName().strip() + ", " + entry.givenName().strip()))
                .map(Guardianship::guardianId).findFirst().orElse(null);
    }

    private UUID add(UUID district, Entry entry) {
        var id = Ids.next();
        db.insertInto(GUARDIAN).set(GUARDIAN.DISTRICT_ID, district).set(GUARDIAN.ID, id)
                .set(GUARDIAN.SOURCED_ID, id.toString()).set(GUARDIAN.GIVEN_NAME, entry.givenName().strip())
                .set(GUARDIAN.FAMILY_NAME, entry.familyName().strip()).set(GUARDIAN.PHONE, entry.phone().strip())
                .execute();
        return id;
    }

    /** It counts no longer, from this moment; what was true before stays on file. */
    public void end(Campus school, UUID student, UUID id) {
        rosters.student(school.id(), student);
        var entry = list(GUARDIANSHIP.STUDENT_ID.eq(student).and(GUARDIANSHIP.ID.eq(id))).stream().findFirst()
                .orElseThrow(() -> new NotFound("guardianship " + id));
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        if (entry.over(today)) throw new Refused(DirectoryRefusal.GUARDIANSHIP_ENDED);
        db.update(GUARDIANSHIP).set(GUARDIANSHIP.ENDED_ON, today).where(GUARDIANSHIP.ID.eq(id)).execute();
        facts.tell(new GuardianshipEnded(school.districtId(), id, clock.instant(), student, today));
    }

    private List<Guardianship> list(Condition which) {
        return db.select(GUARDIANSHIP.asterisk(), GUARDIAN.GIVEN_NAME, GUARDIAN.FAMILY_NAME, GUARDIAN.PHONE)
                .from(GUARDIANSHIP)
                .join(GUARDIAN)
                .on(GUARDIAN.DISTRICT_ID.eq(GUARDIANSHIP.DISTRICT_ID), GUARDIAN.ID.eq(GUARDIANSHIP.GUARDIAN_ID))
                .where(which)
                .orderBy(GUARDIAN.FAMILY_NAME, GUARDIAN.GIVEN_NAME, GUARDIANSHIP.FIRST_DAY)
                .fetch(Guardians::guardianship);
    }

    private static Guardianship guardianship(Record r) {
        var g = r.into(GUARDIANSHIP);
        return new Guardianship(g.getId(), g.getStudentId(), g.getGuardianId(),
                r.get(GUARDIAN.FAMILY_NAME) + ", " + r.get(GUARDIAN.GIVEN_NAME), r.get(GUARDIAN.PHONE), g.getRelation(),
                MayCollect.valueOf(g.getMayCollect()), CourtState.valueOf(g.getCourt()), g.getDocument(),
                g.getFirstDay(), g.getLastDay(), g.getEndedOn());
    }
}
