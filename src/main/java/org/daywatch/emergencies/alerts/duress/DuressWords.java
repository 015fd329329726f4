package org.daywatch.emergencies.alerts.duress;

import static org.daywatch_db.emergencies.Tables.DURESS_WORD;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch.platform.persistence.SlowHash;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The word agreed at a school that says "I am forced". Only its hash is kept; nobody reads it again. */
@Repository
@Transactional
public class DuressWords {

    private static final int PLAIN_BYTES = 32;

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
        if (word.isBlank()) return false;
        return db.select(DURESS_WORD.WORD_HASH).from(DURESS_WORD).where(DURESS_WORD.SCHOOL_ID.eq(school))
                .fetch(DURESS_WORD.WORD_HASH).stream().anyMatch(kept -> is(school, word, kept));
    }

    public void agree(UUID agency, Campus school, String word) {
        if (word.strip().length() < 4 || word.strip().length() > 60)
            throw new InvalidInput("word", "", "alerts.word.wrong");
        byte[] hash = SlowHash.of(school.id() + " " + plain(word));
        db.insertInto(DURESS_WORD).set(DURESS_WORD.AGENCY_ID, agency).set(DURESS_WORD.SCHOOL_ID, school.id())
                .set(DURESS_WORD.DISTRICT_ID, school.districtId())
                .set(DURESS_WORD.WORD_HASH, hash).set(DURESS_WORD.SINCE, clock.instant())
                .onConflict(DURESS_WORD.AGENCY_ID, DURESS_WORD.SCHOOL_ID).doUpdate()
                .set(DURESS_WORD.WORD_HASH, hash).set(DURESS_WORD.SINCE, clock.instant()).execute();
    }

    /** A word that was agreed before words had a slow hash counts until another is agreed. */
    private static boolean is(UUID school, String word, byte[] kept) {
        return kept.length == PLAIN_BYTES
                ? MessageDigest.isEqual(kept, Secrets.hash(school + " " + plain(word)))
                : SlowHash.matches(school + " " + plain(word), kept);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
