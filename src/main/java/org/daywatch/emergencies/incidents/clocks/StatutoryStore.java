package org.daywatch.emergencies.incidents.clocks;

import static org.daywatch_db.emergencies.Tables.STATUTORY_ANSWER;
import static org.daywatch_db.emergencies.Tables.STATUTORY_CLOCK;
import static org.daywatch_db.emergencies.Tables.STUDENT_EVENT;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.clocks.StatutoryClocks.Said;
import org.daywatch.emergencies.incidents.clocks.StatutoryClocks.StudentEvent;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Events of students, their clocks and every answer, as stored. */
@Repository
@Transactional
class StatutoryStore {

    private final DSLContext db;

    StatutoryStore(DSLContext db) {
        this.db = db;
    }

    void insert(Incident i, UUID event, StatutoryRule.Started started) {
        var c = STATUTORY_CLOCK;
        db.insertInto(c).set(c.AGENCY_ID, i.agencyId()).set(c.EVENT_ID, event).set(c.CODE, started.what().name())
                .set(c.DISTRICT_ID, i.districtId())
                .set(c.DUE_AT, started.dueAt()).set(c.RULE_VERSION, started.rule().version())
                .set(c.SOURCE, started.rule().source())
                .set(c.TO_CONFIRM, started.rule().toConfirm()).execute();
    }

    void keep(Incident i, UUID event, StatutoryRule what, String said, @Nullable String how, @Nullable Instant doneAt,
            String words, By by, Instant now) {
        var a = STATUTORY_ANSWER;
        db.insertInto(a).set(a.AGENCY_ID, i.agencyId()).set(a.ID, Ids.next()).set(a.DISTRICT_ID, i.districtId())
                .set(a.EVENT_ID, event).set(a.CODE, what.name()).set(a.SAID, said)
                .set(a.HOW, how).set(a.DONE_AT, doneAt).set(a.WORDS, words).set(a.AT, now).set(a.BY_NAME, by.name())
                .set(a.BY_PERSON, by.person()).execute();
    }

    UUID insertEvent(Incident i, StudentEvent said, By by) {
        UUID event = Ids.next();
        var e = STUDENT_EVENT;
        db.insertInto(e).set(e.AGENCY_ID, i.agencyId()).set(e.ID, event).set(e.INCIDENT_ID, i.id())
                .set(e.DISTRICT_ID, i.districtId()).set(e.KIND, said.kind().name())
                .set(e.STUDENT, said.student()).set(e.WARD, said.ward()).set(e.AT, said.at()).set(e.PLACE, said.place())
                .set(e.BY_NAME, by.name()).set(e.BY_PERSON, by.person()).execute();
        return event;
    }

    void answered(UUID event, StatutoryRule what, Said said, @Nullable String how, By by, Instant now) {
        var c = STATUTORY_CLOCK;
        db.update(c).set(c.OUTCOME, said.outcome().name()).set(c.ANSWERED_AT, now).set(c.ANSWERED_BY, by.name())
                .set(c.WORDS, said.words()).set(c.DONE_AT, said.doneAt()).set(c.HOW, how)
                .where(c.EVENT_ID.eq(event)).and(c.CODE.eq(what.name())).execute();
    }

    void openAgain(UUID event, StatutoryRule what) {
        var c = STATUTORY_CLOCK;
        db.update(c).setNull(c.OUTCOME).setNull(c.ANSWERED_AT).setNull(c.ANSWERED_BY).setNull(c.WORDS)
                .setNull(c.DONE_AT).setNull(c.HOW)
                .where(c.EVENT_ID.eq(event)).and(c.CODE.eq(what.name())).execute();
    }
}
