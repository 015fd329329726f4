package org.daywatch.platform.identity.secondstep;

import static org.daywatch_db.platform.Tables.AUTHENTICATOR_APP;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * One authenticator app a person: six figures that change each half minute (RFC 6238 with SHA-1, which every app can
 * do). A code counts from half a minute before to half a minute after its time, for phones whose clock is off, and
 * once.
 */
@Repository
@Transactional("signinTransactions")
public class AuthenticatorApps implements EncryptedRecords {

    private static final int SECRET_BYTES = 20;
    private static final Duration SHOWN_FOR = Duration.ofMinutes(10);
    private static final Duration STEP = TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP;

    private final DSLContext db;
    private final DataCipher cipher;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    AuthenticatorApps(@Qualifier("signin") DSLContext db, DataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Since when codes are asked for; empty where no app is set up. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Optional<Instant> since(UUID person) {
        return db.select(AUTHENTICATOR_APP.CONFIRMED_AT).from(AUTHENTICATOR_APP)
                .where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).and(AUTHENTICATOR_APP.CONFIRMED_AT.isNotNull())
                .fetchOptional(AUTHENTICATOR_APP.CONFIRMED_AT);
    }

    /**
     * A secret for an app that is about to be set up, in Base32: the same for a while, so that the page may be loaded
     * again, and another later, so that none that was seen and left is confirmed one day.
     */
    String begin(UUID person) {
        byte[] fresh = cipher.encrypt(Secrets.bytes(SECRET_BYTES), place(person));
        db.insertInto(AUTHENTICATOR_APP).set(AUTHENTICATOR_APP.PERSON_ID, person)
                .set(AUTHENTICATOR_APP.SECRET, fresh).set(AUTHENTICATOR_APP.CREATED_AT, clock.instant())
                .onConflict(AUTHENTICATOR_APP.PERSON_ID).doUpdate().set(AUTHENTICATOR_APP.SECRET, fresh)
                .set(AUTHENTICATOR_APP.CREATED_AT, clock.instant()).where(AUTHENTICATOR_APP.CONFIRMED_AT.isNull())
                .and(AUTHENTICATOR_APP.CREATED_AT.lt(clock.instant().minus(SHOWN_FOR))).execute();
        return new Base32().encodeAsString(secret(person).orElseThrow());
    }

    /** @return whether the code is right; then the app counts from now on */
    boolean confirm(UUID person, String code) {
        if (!take(person, code)) return false;
        db.update(AUTHENTICATOR_APP).set(AUTHENTICATOR_APP.CONFIRMED_AT, clock.instant())
                .where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).and(AUTHENTICATOR_APP.CONFIRMED_AT.isNull()).execute();
        return true;
    }

    /** @return whether the code is right and was not taken before */
    boolean take(UUID person, String code) {
        String typed = code.replaceAll("\\s", "");
        var secret = secret(person);
        if (secret.isEmpty() || !typed.matches("\\d{6}")) return false;
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(now - 1, now + 1).filter(step -> code(secret.get(), step).equals(typed))
                .anyMatch(step -> db.update(AUTHENTICATOR_APP).set(AUTHENTICATOR_APP.LAST_STEP, step)
                        .where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).and(AUTHENTICATOR_APP.LAST_STEP.lt(step))
                        .execute() == 1);
    }

    public void remove(UUID person) {
        db.deleteFrom(AUTHENTICATOR_APP).where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).execute();
    }

    private Optional<byte[]> secret(UUID person) {
        return db.select(AUTHENTICATOR_APP.SECRET).from(AUTHENTICATOR_APP)
                .where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).fetchOptional(AUTHENTICATOR_APP.SECRET)
                .map(kept -> cipher.decrypt(kept, place(person)));
    }

    private String code(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** They belong to people, not to tenants; whichever tenant's turn it is first renews them. */
    @Override
    public int renew() {
        int renewed = 0;
        for (var row : db.selectFrom(AUTHENTICATOR_APP).forUpdate().fetch()) {
            if (cipher.upToDate(row.getSecret())) continue;
            row.setSecret(cipher.again(row.getSecret(), place(row.getPersonId())));
            renewed += row.update();
        }
        return renewed;
    }

    private static String place(UUID person) {
        return "authenticator app " + person;
    }
}
