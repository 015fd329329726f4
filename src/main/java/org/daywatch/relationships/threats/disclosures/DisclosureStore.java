package org.daywatch.relationships.threats.disclosures;

import static org.daywatch_db.relationships.Tables.DISCLOSURE;
import static org.daywatch_db.relationships.Tables.DISCLOSURE_GROUND;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.threats.disclosures.Disclosure.Recipient;
import org.daywatch.relationships.threats.disclosures.Disclosure.To;
import org.daywatch.relationships.threats.disclosures.Disclosure.What;
import org.daywatch_db.relationships.tables.records.DisclosureRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Disclosures as stored: names and reasons sealed by the case's key. The district is bound. */
@Repository
@Transactional
class DisclosureStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    DisclosureStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    private record Words(String name, String reason, String by) {}

    /** Those that hold on a day, in their order. */
    @Transactional(readOnly = true)
    List<DisclosureGround> grounds(LocalDate day) {
        var g = DISCLOSURE_GROUND;
        return db.selectFrom(g).where(g.VALID_FROM.le(day)).and(g.VALID_TO.isNull().or(g.VALID_TO.ge(day)))
                .orderBy(g.PLACE, g.CODE).fetch(r -> new DisclosureGround(r.getCode(), r.getCite(),
                        Ground.valueOf(r.getRule()), r.getToPolice(), r.getToParent()));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Disclosure> of(UUID caseId) {
        return list(DISCLOSURE.CASE_ID.eq(caseId));
    }

    /** Of all cases, the latest first. */
    @Transactional(readOnly = true)
    List<Disclosure> all() {
        return list(DSL.trueCondition());
    }

    /** What somebody, or their department, reads now. */
    @Transactional(readOnly = true)
    List<Disclosure> openTo(Collection<UUID> recipients, Instant now) {
        return list(DISCLOSURE.RECIPIENT_ID.in(recipients).and(DISCLOSURE.ENDS_AT.gt(now)));
    }

    @Transactional(readOnly = true)
    Optional<Disclosure> find(UUID id) {
        return list(DISCLOSURE.ID.eq(id)).stream().findFirst();
    }

    void insert(Disclosure d) {
        var words = new Words(d.recipient().name(), d.reason(), d.by());
        db.insertInto(DISCLOSURE).set(DISCLOSURE.DISTRICT_ID, d.district()).set(DISCLOSURE.ID, d.id())
                .set(DISCLOSURE.CASE_ID, d.caseId()).set(DISCLOSURE.RECIPIENT, d.recipient().to().name())
                .set(DISCLOSURE.RECIPIENT_ID, d.recipient().id()).set(DISCLOSURE.PART, d.what().name())
                .set(DISCLOSURE.GROUND, d.ground()).set(DISCLOSURE.RULE, d.rule().name())
                .set(DISCLOSURE.DISCLOSED_BY, d.byPerson()).set(DISCLOSURE.DISCLOSED_AT, d.at())
                .set(DISCLOSURE.ENDS_AT, d.until())
                .set(DISCLOSURE.BODY,
                        keys.seal(d.district(), d.caseId(), json.writeValueAsBytes(words), place(d.id())))
                .execute();
    }

    void end(Disclosure d) {
        db.update(DISCLOSURE).set(DISCLOSURE.ENDS_AT, d.until())
                .where(DISCLOSURE.DISTRICT_ID.eq(d.district())).and(DISCLOSURE.ID.eq(d.id())).execute();
    }

    private List<Disclosure> list(Condition which) {
        return db.selectFrom(DISCLOSURE).where(which).orderBy(DISCLOSURE.DISCLOSED_AT.desc(), DISCLOSURE.ID).fetch()
                .map(this::read).stream().filter(Objects::nonNull).toList();
    }

    /** Null where the case's key is gone. */
    private @Nullable Disclosure read(DisclosureRecord r) {
        return keys.open(r.getDistrictId(), r.getCaseId(), r.getBody(), place(r.getId())).map(body -> {
            var words = json.readValue(body, Words.class);
            return new Disclosure(r.getDistrictId(), r.getId(), r.getCaseId(),
                    new Recipient(To.valueOf(r.getRecipient()), r.getRecipientId(), words.name()),
                    What.valueOf(r.getPart()), r.getGround(), Ground.valueOf(r.getRule()), words.reason(),
                    r.getDisclosedBy(), words.by(), r.getDisclosedAt(), r.getEndsAt());
        }).orElse(null);
    }

    private static String place(UUID id) {
        return "disclosure " + id;
    }
}
