package org.daywatch.directory.assistance;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.AssistanceNoteEnded;
import org.daywatch.directory.DirectoryEvent.AssistanceNoteWritten;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One sentence per student. Whoever reads it is named in the audit; what it says is not. The district is bound. */
@Component
@Transactional
public class AssistanceNotes {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 400;
    private final AssistanceNoteStore store;
    private final ClassRosters rosters;
    private final ObjectProvider<EmergencyUnderWay> emergencies;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    AssistanceNotes(AssistanceNoteStore store, ClassRosters rosters, ObjectProvider<EmergencyUnderWay> emergencies,
            AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.emergencies = emergencies;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** To whoever wrote it; empty to everybody else. */
    public Optional<String> toWriter(Actor actor, UUID student) {
        var words = store.writtenBy(actor.person(), student);
        words.ifPresent(w -> audit.read("AssistanceNote", "student " + student, Map.of("as", "writer")));
        return words;
    }

    /**
     * To the adult who has these students in their room, while an actual alert is under way; empty at any other time,
     * and in a drill.
     */
    public Map<UUID, String> duringEmergency(UUID school, Collection<UUID> students) {
        if (emergencies.stream().noneMatch(e -> e.at(school))) return Map.of();
        var found = store.words(students);
        found.keySet().forEach(student -> audit.read("AssistanceNote", "student " + student,
                Map.of("as", "adult in the room", "school", school)));
        return found;
    }

    /** Replaces what stood there; empty words take it back. */
    public void write(Actor actor, Campus school, UUID student, String words) {
        rosters.student(school.id(), student);
        var said = words.strip();
        if (!said.isEmpty() && said.length() < SHORTEST || said.length() > LONGEST)
            throw new InvalidInput("words", words, "assistance.error.words");
        var now = clock.instant();
        boolean ended = store.end(student, now);
        if (said.isEmpty()) {
            if (ended) facts.tell(new AssistanceNoteEnded(school.districtId(), student, now, school.id()));
            return;
        }
        store.insert(school.districtId(), student, said, actor.person(), now);
        facts.tell(new AssistanceNoteWritten(school.districtId(), student, now, school.id()));
    }
}
