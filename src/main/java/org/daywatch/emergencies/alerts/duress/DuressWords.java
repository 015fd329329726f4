package org.daywatch.emergencies.alerts.duress;

import static org.daywatch_db.emergencies.Tables.DURESS_WORD;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The word agreed at a school that says "I am forced". Only its hash is kept; nobody reads it again. */
@Repository
@Transactional
public class DuressWords {

    private final DSLContext db;
    private final Clock clock;

    DuressWords(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean agreed(UUID school) {
        return db.fetchExists(DURESS_WORD, DURESS_WORD.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public boolean isForced(UUID school, String word) {
        return !word.isBlank() && db.fetchExists(DURESS_WORD,
                DURESS_WORD.SCHOOL_ID.eq(school).and(DURESS_WORD.WORD_HASH.eq(hash(school, word))));
    }

    public void agree(UUID agency, Campus school, String word) {
        if (word.strip().length() < 4 || word.strip().length() > 60)
            throw new InvalidInput("word", "", "alerts.word.wrong");
        db.insertInto(DURESS_WORD).set(DURESS_WORD.AGENCY_ID, agency).set(DURESS_WORD.SCHOOL_ID, school.id())
                .set(DURESS_WORD.DISTRICT_ID, school.districtId())
                .set(DURESS_WORD.WORD_HASH, hash(school.id(), word)).set(DURESS_WORD.SINCE, clock.instant())
                .onConflict(DURESS_WORD.AGENCY_ID, DURESS_WORD.SCHOOL_ID).doUpdate()
                .set(DURESS_WORD.WORD_HASH, hash(school.id(), word)).set(DURESS_WORD.SINCE, clock.instant()).execute();
    }

    private static byte[] hash(UUID school, String word) {
        try {
            String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            return MessageDigest.getInstance("SHA-256").digest((school + " " + plain).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
