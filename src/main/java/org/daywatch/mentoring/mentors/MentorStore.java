package org.daywatch.mentoring.mentors;

import static org.daywatch_db.mentoring.Tables.MENTOR;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.daywatch.mentoring.mentors.MentorScreening.Passed;
import org.daywatch_db.mentoring.tables.records.MentorRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Mentors as rows: the agency writes them, their district reads them. */
@Repository
@Transactional
public class MentorStore {

    private final DSLContext db;

    MentorStore(DSLContext db) {
        this.db = db;
    }

    /** Of the organization that is bound: an agency's everywhere, a district's own. */
    @Transactional(readOnly = true)
    public List<Mentor> list() {
        return db.selectFrom(MENTOR).orderBy(MENTOR.NAME, MENTOR.PERSON_ID, MENTOR.DISTRICT_ID)
                .fetch(MentorStore::mentor);
    }

    @Transactional(readOnly = true)
    public Optional<Mentor> find(UUID district, UUID person) {
        return db.selectFrom(MENTOR).where(MENTOR.DISTRICT_ID.eq(district)).and(MENTOR.PERSON_ID.eq(person))
                .fetchOptional(MentorStore::mentor);
    }

    void save(Mentor m) {
        var row = row(m);
        db.insertInto(MENTOR).set(row).onConflict(MENTOR.AGENCY_ID, MENTOR.DISTRICT_ID, MENTOR.PERSON_ID).doUpdate()
                .set(row).execute();
    }

    /** Their papers hold no longer. */
    void end(Mentor m, LocalDate day) {
        db.update(MENTOR).set(MENTOR.ENDED_ON, day).where(MENTOR.DISTRICT_ID.eq(m.district()))
                .and(MENTOR.PERSON_ID.eq(m.person())).execute();
    }

    private static MentorRecord row(Mentor m) {
        var r = new MentorRecord();
        r.setAgencyId(m.agency());
        r.setDistrictId(m.district());
        r.setPersonId(m.person());
        r.setOfficerId(m.officer());
        r.setName(m.name());
        r.setInterests(m.interests().toArray(String[]::new));
        r.setLanguages(m.languages().toArray(String[]::new));
        r.setMostMatches(m.most());
        r.setFingerprintOn(m.papers().fingerprintOn());
        r.setFingerprintUntil(m.papers().fingerprintUntil());
        r.setTrainingOn(m.papers().trainingOn());
        r.setTrainingHours(m.papers().hours());
        r.setReferenceOn(m.papers().referenceOn());
        r.setScreenedOn(m.screenedOn());
        r.setScreenedUntil(m.papers().until());
        r.setEndedOn(m.endedOn());
        return r;
    }

    private static Mentor mentor(MentorRecord r) {
        return new Mentor(r.getAgencyId(), r.getDistrictId(), r.getPersonId(), r.getOfficerId(), r.getName(),
                set(r.getInterests()), set(r.getLanguages()), r.getMostMatches(), r.getScreenedOn(),
                new Passed(r.getFingerprintOn(), r.getFingerprintUntil(), r.getTrainingOn(), r.getTrainingHours(),
                        r.getReferenceOn(), r.getScreenedUntil()),
                r.getEndedOn());
    }

    private static Set<String> set(String[] words) {
        return new TreeSet<>(Arrays.asList(words));
    }
}
