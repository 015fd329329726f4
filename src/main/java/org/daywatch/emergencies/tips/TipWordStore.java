package org.daywatch.emergencies.tips;

import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;
import static org.daywatch_db.emergencies.Tables.TIP_REASON;
import static org.daywatch_db.emergencies.Tables.TIP_WORDS;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said, and why it was decided so: the district's own and sealed. What a release before this one kept in the
 * clear moves here when this one starts, words and row in one transaction for each district: what a kill leaves behind
 * is moved at the next start.
 */
@Repository
@Transactional
class TipWordStore implements EncryptedRecords {

    private static final String[] NONE = {};

    private final DSLContext db;
    private final DataCipher cipher;
    private final JsonMapper json;
    private final OnBehalf onBehalf;

    TipWordStore(DSLContext db, DataCipher cipher, JsonMapper json, OnBehalf onBehalf) {
        this.db = db;
        this.cipher = cipher;
        this.json = json;
        this.onBehalf = onBehalf;
    }

    /** @param room as it was said, empty where none was named; {@code findings} what fitted the school */
    record Words(String room, String words, List<String> findings) {}

    void keep(UUID agency, UUID district, UUID tip, Words words) {
        onBehalf.run(district, () -> insert(agency, district, tip, words));
    }

    void reason(UUID agency, UUID district, UUID group, String reason) {
        onBehalf.run(district, () -> insertReason(agency, district, group, reason));
    }

    /** Of these tips of one district, for somebody who may read them. */
    @Transactional(readOnly = true)
    public Map<UUID, Words> of(UUID district, Collection<UUID> tips) {
        var found = new java.util.HashMap<UUID, Words>();
        onBehalf.run(district, () -> db.select(TIP_WORDS.TIP_ID, TIP_WORDS.BODY).from(TIP_WORDS)
                .where(TIP_WORDS.TIP_ID.in(tips)).forEach(r -> found.put(r.get(TIP_WORDS.TIP_ID), json.readValue(
                        cipher.decrypt(r.get(TIP_WORDS.BODY), place(r.get(TIP_WORDS.TIP_ID))), Words.class))));
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<String> reasonOf(UUID district, UUID group) {
        var found = new java.util.ArrayList<String>();
        onBehalf.run(district,
                () -> db.select(TIP_REASON.BODY).from(TIP_REASON).where(TIP_REASON.GROUP_ID.eq(group))
                        .forEach(r -> found.add(new String(cipher.decrypt(r.get(TIP_REASON.BODY), reasonPlace(group)),
                                StandardCharsets.UTF_8))));
        return found.stream().findFirst();
    }

    @Override
    public int renew() {
        var district = Tenancy.tenant();
        return moveWords(district) + moveReasons(district)
                + again(TIP_WORDS, TIP_WORDS.TIP_ID, TIP_WORDS.BODY, TipWordStore::place)
                + again(TIP_REASON, TIP_REASON.GROUP_ID, TIP_REASON.BODY, TipWordStore::reasonPlace);
    }

    private int moveWords(UUID district) {
        var plain = db.selectFrom(TIP).where(TIP.DISTRICT_ID.eq(district)).and(TIP.WORDS.ne("")).forUpdate().fetch();
        for (var r : plain) {
            insert(r.getAgencyId(), district, r.getId(),
                    new Words(r.getRoom(), r.getWords(), List.of(r.getFindings())));
            db.update(TIP).set(TIP.WORDS, "").set(TIP.ROOM, "").set(TIP.FINDINGS, NONE)
                    .where(TIP.AGENCY_ID.eq(r.getAgencyId())).and(TIP.ID.eq(r.getId())).execute();
        }
        return plain.size();
    }

    private int moveReasons(UUID district) {
        var plain = db.selectFrom(TIP_GROUP).where(TIP_GROUP.DISTRICT_ID.eq(district)).and(TIP_GROUP.REASON.ne(""))
                .forUpdate().fetch();
        for (var r : plain) {
            insertReason(r.getAgencyId(), district, r.getId(), r.getReason());
            db.update(TIP_GROUP).set(TIP_GROUP.REASON, "").where(TIP_GROUP.AGENCY_ID.eq(r.getAgencyId()))
                    .and(TIP_GROUP.ID.eq(r.getId())).execute();
        }
        return plain.size();
    }

    private int again(Table<?> table, TableField<?, UUID> id, TableField<?, byte[]> body,
            java.util.function.Function<UUID, String> place) {
        int done = 0;
        for (var row : db.select(id, body).from(table).forUpdate().fetch()) {
            if (cipher.upToDate(row.get(body))) continue;
            done += db.update(table).set(body, cipher.again(row.get(body), place.apply(row.get(id))))
                    .where(id.eq(row.get(id))).execute();
        }
        return done;
    }

    private void insert(UUID agency, UUID district, UUID tip, Words words) {
        byte[] text = json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8);
        db.insertInto(TIP_WORDS).set(TIP_WORDS.DISTRICT_ID, district).set(TIP_WORDS.TIP_ID, tip)
                .set(TIP_WORDS.AGENCY_ID, agency).set(TIP_WORDS.BODY, cipher.encrypt(text, place(tip))).execute();
    }

    private void insertReason(UUID agency, UUID district, UUID group, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        db.insertInto(TIP_REASON).set(TIP_REASON.DISTRICT_ID, district).set(TIP_REASON.GROUP_ID, group)
                .set(TIP_REASON.AGENCY_ID, agency).set(TIP_REASON.BODY, cipher.encrypt(text, reasonPlace(group)))
                .execute();
    }

    private static String place(UUID tip) {
        return "tip " + tip;
    }

    private static String reasonPlace(UUID group) {
        return "reason of tips " + group;
    }
}
