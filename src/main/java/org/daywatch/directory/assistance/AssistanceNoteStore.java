package org.daywatch.directory.assistance;

import static org.daywatch_db.directory.Tables.ASSISTANCE_NOTE;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes as stored: who wrote one, until when it stood. The district is bound. */
@Repository
@Transactional
public class AssistanceNoteStore {

    private final DSLContext db;

    AssistanceNoteStore(DSLContext db) {
        this.db = db;
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

    Optional<String> writtenBy(UUID person, UUID student) {
        return db.select(ASSISTANCE_NOTE.WORDS).from(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.STUDENT_ID.eq(student))
                .and(ASSISTANCE_NOTE.ENDED_AT.isNull())
                .and(ASSISTANCE_NOTE.WRITTEN_BY.eq(person)).fetchOptional(ASSISTANCE_NOTE.WORDS);
    }

    /** By student. */
    Map<UUID, String> words(Collection<UUID> students) {
        return db.selectFrom(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.STUDENT_ID.in(students))
                .and(ASSISTANCE_NOTE.ENDED_AT.isNull())
                .fetchMap(ASSISTANCE_NOTE.STUDENT_ID, ASSISTANCE_NOTE.WORDS);
    }

    /** @return false where none stood */
    boolean end(UUID student, Instant now) {
        return db.update(ASSISTANCE_NOTE).set(ASSISTANCE_NOTE.ENDED_AT, now)
                .where(ASSISTANCE_NOTE.STUDENT_ID.eq(student)).and(ASSISTANCE_NOTE.ENDED_AT.isNull()).execute() > 0;
    }

    void insert(UUID district, UUID student, String words, UUID writer, Instant now) {
        db.insertInto(ASSISTANCE_NOTE).set(ASSISTANCE_NOTE.DISTRICT_ID, district).set(ASSISTANCE_NOTE.ID, Ids.next())
                .set(ASSISTANCE_NOTE.STUDENT_ID, student)
                .set(ASSISTANCE_NOTE.WORDS, words).set(ASSISTANCE_NOTE.WRITTEN_BY, writer)
                .set(ASSISTANCE_NOTE.WRITTEN_AT, now).execute();
    }
}
