package org.daywatch.training.pairing;

import static org.daywatch_db.training.Tables.PAIRING_KEY;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairing codes are stored as hashes under a key of their lesson alone, so that codes of two lessons cannot be joined.
 * There are few enough codes to try them all; that is why the key is encrypted, and forgotten with the answers.
 */
@Repository
@Transactional
public class PairingKeys implements EncryptedRecords {

    private static final String METHOD = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final DataCipher cipher;
    private final Clock clock;

    PairingKeys(DSLContext db, DataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    public byte[] hash(UUID agency, UUID district, UUID session, PairingCode code) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(key(agency, district, session), METHOD));
            return mac.doFinal(("pairing code " + code.text()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made with the first code of the lesson. */
    private byte[] key(UUID agency, UUID district, UUID session) {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        db.insertInto(PAIRING_KEY).set(PAIRING_KEY.AGENCY_ID, agency).set(PAIRING_KEY.SESSION_ID, session)
                .set(PAIRING_KEY.DISTRICT_ID, district)
                .set(PAIRING_KEY.SECRET, cipher.encrypt(fresh, place(session)))
                .set(PAIRING_KEY.MADE_AT, clock.instant()).onConflictDoNothing().execute();
        byte[] kept = db.select(PAIRING_KEY.SECRET).from(PAIRING_KEY).where(PAIRING_KEY.AGENCY_ID.eq(agency))
                .and(PAIRING_KEY.SESSION_ID.eq(session)).fetchSingle(PAIRING_KEY.SECRET);
        return cipher.decrypt(kept, place(session));
    }

    private static String place(UUID session) {
        return "pairing key " + session;
    }

    @Override
    public int renew() {
        int done = 0;
        for (var session : db.select(PAIRING_KEY.SESSION_ID).from(PAIRING_KEY)
                .where(PAIRING_KEY.AGENCY_ID.eq(Tenancy.tenant())).fetch(PAIRING_KEY.SESSION_ID)) {
            byte[] secret = db.select(PAIRING_KEY.SECRET).from(PAIRING_KEY).where(PAIRING_KEY.SESSION_ID.eq(session))
                    .forNoKeyUpdate().fetchSingle(PAIRING_KEY.SECRET);
            if (cipher.upToDate(secret)) continue;
            db.update(PAIRING_KEY).set(PAIRING_KEY.SECRET, cipher.again(secret, place(session)))
                    .where(PAIRING_KEY.SESSION_ID.eq(session)).execute();
            done++;
        }
        return done;
    }
}
