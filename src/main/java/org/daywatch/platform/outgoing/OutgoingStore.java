package org.daywatch.platform.outgoing;

import static org.daywatch_db.platform.Tables.OUTGOING_SETTINGS;

import java.time.Clock;
import java.util.Optional;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Settings as they are kept: encrypted, one row for mail and one for text messages. */
@Repository
@Transactional
class OutgoingStore implements EncryptedRecords {

    static final String MAIL = "MAIL";
    static final String TEXT = "TEXT";

    private final DSLContext db;
    private final DataCipher cipher;
    private final Clock clock;

    OutgoingStore(DSLContext db, DataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** As it is kept; opened outside of any transaction, so that a key that is missing spoils nothing else. */
    @Transactional(readOnly = true)
    public Optional<byte[]> find(String kind) {
        return db.select(OUTGOING_SETTINGS.CONTENT).from(OUTGOING_SETTINGS).where(OUTGOING_SETTINGS.KIND.eq(kind))
                .fetchOptional(OUTGOING_SETTINGS.CONTENT);
    }

    public void save(String kind, byte[] settings) {
        byte[] content = cipher.encrypt(settings, place(kind));
        db.insertInto(OUTGOING_SETTINGS).set(OUTGOING_SETTINGS.KIND, kind).set(OUTGOING_SETTINGS.CONTENT, content)
                .set(OUTGOING_SETTINGS.CHANGED_AT, clock.instant())
                .onConflict(OUTGOING_SETTINGS.KIND).doUpdate().set(OUTGOING_SETTINGS.CONTENT, content)
                .set(OUTGOING_SETTINGS.CHANGED_AT, clock.instant()).execute();
    }

    public void remove(String kind) {
        db.deleteFrom(OUTGOING_SETTINGS).where(OUTGOING_SETTINGS.KIND.eq(kind)).execute();
    }

    /** They belong to the installation; whichever tenant's turn it is first renews them. */
    @Override
    public int renew() {
        int renewed = 0;
        for (var row : db.selectFrom(OUTGOING_SETTINGS).forUpdate().fetch()) {
            if (cipher.upToDate(row.getContent())) continue;
            row.setContent(cipher.again(row.getContent(), place(row.getKind())));
            renewed += row.update();
        }
        return renewed;
    }

    static String place(String kind) {
        return "outgoing settings " + kind;
    }
}
