package org.daywatch.directory.assistance;

import static org.daywatch_db.directory.Tables.ASSISTANCE_NOTE;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.AssistanceNoteEnded;
import org.daywatch.directory.DirectoryEvent.AssistanceNoteWritten;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** One sentence per student. Whoever reads it is named in the audit; what it says is not. The district is bound. */
@Repository
@Transactional
public class AssistanceNotes {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 400;
    private final DSLContext db;
    private final ClassRosters rosters;
    private final ObjectProvider<EmergencyUnderWay> emergencies;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    AssistanceNotes(DSLContext db, ClassRosters rosters, ObjectProvider<EmergencyUnderWay> emergencies, AuditLog audit,
            Facts facts, Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.emergencies = emergencies;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean exists(UUID student) {
        return db.fetchExists(ASSISTANCE_NOTE,
                ASSISTANCE_NOTE.STUDENT_ID.eq(student).and(ASSISTANCE_NOTE.ENDED_AT.isNull()));
    }

    /** Which of these students have a note, without saying what it says. */
    @Transactional(readOnly = true)
    public Set<UUID> noted(Collection<UUID> students) {
        return db.select(ASSISTANCE_NOTE.STUDENT_ID).from(ASSISTANCE_NOTE)
                .where(ASSISTANCE_NOTE.STUDENT_ID.in(students)).and(ASSISTANCE_NOTE.ENDED_AT.isNull())
                .fetchSet(ASSISTANCE_NOTE.STUDENT_ID);
    }

    /** To whoever wrote it; empty to everybody else. */
    public Optional<String> toWriter(Actor actor, UUID student) {
        var words = db.select(ASSISTANCE_NOTE.WORDS).from(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.STUDENT_ID.eq(student))
                .and(ASSISTANCE_NOTE.ENDED_AT.isNull())
                .and(ASSISTANCE_NOTE.WRITTEN_BY.eq(actor.person())).fetchOptional(ASSISTANCE_NOTE.WORDS);
        words.ifPresent(w -> audit.read("AssistanceNote", "student " + student, Map.of("as", "writer")));
        return words;
    }

    /**
     * To the adult who has these students in their room, while an actual alert is under way; empty at any other time,
     * and in a drill.
     */
    public Map<UUID, String> duringEmergency(UUID school, Collection<UUID> students) {
        if (emergencies.stream().noneMatch(e -> e.at(school))) return Map.of();
        var found = new HashMap<UUID, String>();
        db.selectFrom(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.STUDENT_ID.in(students))
                .and(ASSISTANCE_NOTE.ENDED_AT.isNull()).forEach(n -> found.put(n.getStudentId(), n.getWords()));
        found.keySet().forEach(student -> audit.read("AssistanceNote", "student " + student,
                Map.of("as", "adult in the room", "school", school)));
        return Map.copyOf(found);
    }

    /** Replaces what stood there; empty words take it back. */
    public void write(Actor actor, Campus school, UUID student, String words) {
        rosters.student(school.id(), student);
        var said = words.strip();
        if (!said.isEmpty() && said.length() < SHORTEST || said.length() > LONGEST)
            throw new InvalidInput("words", words, "assistance.error.words");
        var now = clock.instant();
        int ended = db.update(ASSISTANCE_NOTE).set(ASSISTANCE_NOTE.ENDED_AT, now)
                .where(ASSISTANCE_NOTE.STUDENT_ID.eq(student)).and(ASSISTANCE_NOTE.ENDED_AT.isNull()).execute();
        if (said.isEmpty()) {
            if (ended > 0) facts.tell(new AssistanceNoteEnded(school.districtId(), student, now, school.id()));
            return;
        }
        db.insertInto(ASSISTANCE_NOTE).set(ASSISTANCE_NOTE.DISTRICT_ID, school.districtId())
                .set(ASSISTANCE_NOTE.ID, Ids.next()).set(ASSISTANCE_NOTE.STUDENT_ID, student)
                .set(ASSISTANCE_NOTE.WORDS, said).set(ASSISTANCE_NOTE.WRITTEN_BY, actor.person())
                .set(ASSISTANCE_NOTE.WRITTEN_AT, now).execute();
        facts.tell(new AssistanceNoteWritten(school.districtId(), student, now, school.id()));
    }
}
