package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_DISCLOSURE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.triage.TipDisclosure;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What went to whom of the police, on which ground. A line is written once and stays with the tip. */
@Repository
@Transactional
public class TipDisclosures {

    private final DSLContext db;
    private final CaseKeys keys;

    TipDisclosures(DSLContext db, CaseKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    public record Line(String recipient, Ground ground, String words, String by, Instant at) {}

    /** The tips that were sent to somebody, each with its ground. */
    @Transactional(readOnly = true)
    Map<UUID, Ground> to(UUID person) {
        var d = TIP_DISCLOSURE;
        return db.select(d.TIP_ID, d.GROUND).from(d).where(d.PERSON_ID.eq(person)).fetchMap(d.TIP_ID,
                r -> Ground.valueOf(r.get(d.GROUND)));
    }

    @Transactional(readOnly = true)
    public List<Line> of(UUID tip) {
        var d = TIP_DISCLOSURE;
        return db.selectFrom(d).where(d.TIP_ID.eq(tip)).orderBy(d.DISCLOSED_AT, d.PERSON_NAME)
                .fetch(r -> new Line(r.getPersonName(), Ground.valueOf(r.getGround()),
                        keys.open(r.getDistrictId(), tip, r.getBody(), place(tip, r.getPersonId()))
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""),
                        r.getDisclosedName(), r.getDisclosedAt()));
    }

    /** That a tip about a school went to somebody, and no word of it or of why. */
    public record Sent(UUID school, String recipient, Ground ground, String by, Instant at) {}

    /** Of all tips of the district, the latest first. */
    @Transactional(readOnly = true)
    public List<Sent> all() {
        var d = TIP_DISCLOSURE;
        var t = QUEUED_TIP;
        return db.select(t.SCHOOL_ID, d.PERSON_NAME, d.GROUND, d.DISCLOSED_NAME, d.DISCLOSED_AT).from(d).join(t)
                .on(t.DISTRICT_ID.eq(d.DISTRICT_ID)).and(t.ID.eq(d.TIP_ID))
                .orderBy(d.DISCLOSED_AT.desc(), d.PERSON_NAME)
                .fetch(r -> new Sent(r.get(t.SCHOOL_ID), r.get(d.PERSON_NAME), Ground.valueOf(r.get(d.GROUND)),
                        r.get(d.DISCLOSED_NAME), r.get(d.DISCLOSED_AT)));
    }

    void keep(UUID district, UUID tip, TipDisclosure disclosure, By by, Instant now) {
        var d = TIP_DISCLOSURE;
        disclosure.recipients().forEach((person, name) -> db.insertInto(d).set(d.DISTRICT_ID, district)
                .set(d.TIP_ID, tip).set(d.PERSON_ID, person).set(d.PERSON_NAME, name)
                .set(d.GROUND, disclosure.ground().name())
                .set(d.BODY, keys.seal(district, tip,
                        disclosure.words().strip().getBytes(StandardCharsets.UTF_8), place(tip, person)))
                .set(d.DISCLOSED_BY, by.person()).set(d.DISCLOSED_NAME, by.name()).set(d.DISCLOSED_AT, now)
                .onConflictDoNothing().execute());
    }

    private static String place(UUID tip, UUID person) {
        return "tip disclosure " + tip + " " + person;
    }
}
