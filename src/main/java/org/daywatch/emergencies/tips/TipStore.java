package org.daywatch.emergencies.tips;

import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.tips.TipDesk.Said;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch_db.emergencies.tables.records.TipGroupRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tips and the group they wait in, as stored. */
@Repository
@Transactional
class TipStore {

    private final DSLContext db;
    private final TipWordStore words;

    TipStore(DSLContext db, TipWordStore words) {
        this.db = db;
        this.words = words;
    }

    /** @param decidedBy null while it waits */
    record Group(UUID agency, UUID id, UUID district, UUID school, Instant toldAt, @Nullable String decidedBy) {}

    /** Of the tip this form has become. */
    Optional<UUID> groupOf(UUID agency, UUID form) {
        return db.select(TIP.GROUP_ID).from(TIP).where(TIP.AGENCY_ID.eq(agency)).and(TIP.ID.eq(form))
                .fetchOptional(TIP.GROUP_ID);
    }

    /** @return false where the same form came a second time */
    boolean insert(UUID agency, UUID district, UUID form, UUID group, Said said, Collection<String> found, By by,
            Instant now) {
        var t = TIP;
        boolean first = db.insertInto(t).set(t.AGENCY_ID, agency).set(t.ID, form).set(t.GROUP_ID, group)
                .set(t.DISTRICT_ID, district).set(t.HOW, said.how().name())
                .set(t.ROOM, "").set(t.WORDS, "").set(t.FINDINGS, new String[0])
                .set(t.SAID_AT, now).set(t.BY_PERSON, by.person())
                .set(t.BY_NAME, by.name()).onConflictDoNothing().execute() == 1;
        if (first)
            words.keep(agency, district, form,
                    new TipWordStore.Words(said.room(), said.words(), java.util.List.copyOf(found)));
        return first;
    }

    /** @return false where one waits already */
    boolean opens(UUID agency, UUID id, Campus school, Instant now) {
        var g = TIP_GROUP;
        return db.insertInto(g).set(g.AGENCY_ID, agency).set(g.ID, id).set(g.DISTRICT_ID, school.districtId())
                .set(g.SCHOOL_ID, school.id()).set(g.OPENED_AT, now)
                .set(g.TOLD_AT, now).onConflictDoNothing().execute() == 1;
    }

    Optional<Group> waiting(UUID agency, UUID school) {
        var g = TIP_GROUP;
        return db.selectFrom(g).where(g.AGENCY_ID.eq(agency)).and(g.SCHOOL_ID.eq(school)).and(g.DECISION.isNull())
                .forUpdate().fetchOptional(TipStore::read);
    }

    Optional<Group> lock(UUID group) {
        return db.selectFrom(TIP_GROUP).where(TIP_GROUP.ID.eq(group)).forUpdate().fetchOptional(TipStore::read);
    }

    void toldAgain(Group waiting, Instant now) {
        var g = TIP_GROUP;
        db.update(g).set(g.TOLD_AT, now).where(g.AGENCY_ID.eq(waiting.agency())).and(g.ID.eq(waiting.id())).execute();
    }

    /** @return how many tips it was about */
    int decided(Group waiting, Decision decision, String reason, By by, Instant now) {
        var g = TIP_GROUP;
        db.update(g).set(g.DECISION, decision.name()).set(g.REASON, "").set(g.DECIDED_AT, now)
                .set(g.DECIDED_BY, by.person()).set(g.DECIDED_NAME, by.name())
                .where(g.AGENCY_ID.eq(waiting.agency())).and(g.ID.eq(waiting.id())).execute();
        words.reason(waiting.agency(), waiting.district(), waiting.id(), reason);
        return db.fetchCount(TIP, TIP.GROUP_ID.eq(waiting.id()));
    }

    static Group read(TipGroupRecord r) {
        return new Group(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getToldAt(),
                r.getDecision() == null ? null : r.getDecidedName());
    }
}
