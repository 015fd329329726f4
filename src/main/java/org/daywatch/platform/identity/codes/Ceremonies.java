package org.daywatch.platform.identity.codes;

import static org.daywatch_db.platform.Tables.SIGN_IN_CEREMONY;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions we put to a passkey or a provider: kept for five minutes and one answer, in no server's memory. */
@Component
@Transactional("signinTransactions")
public class Ceremonies {

    public enum Kind { PASSKEY_ADD, PASSKEY_SIGN_IN, PASSKEY_PROOF, OIDC }

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Clock clock;

    Ceremonies(@Qualifier("signin") DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return the id the browser brings back with the answer */
    public String ask(Kind kind, @Nullable UUID person, String question) {
        db.deleteFrom(SIGN_IN_CEREMONY).where(SIGN_IN_CEREMONY.EXPIRES_AT.le(clock.instant())).execute();
        String id = Secrets.random();
        db.insertInto(SIGN_IN_CEREMONY).set(SIGN_IN_CEREMONY.ID_HASH, Secrets.hash(id))
                .set(SIGN_IN_CEREMONY.KIND, kind.name())
                .set(SIGN_IN_CEREMONY.PERSON_ID, person).set(SIGN_IN_CEREMONY.QUESTION, question)
                .set(SIGN_IN_CEREMONY.EXPIRES_AT, clock.instant().plus(LIFE)).execute();
        return id;
    }

    /**
     * The question, which is gone afterward. @throws NotFound when it was answered, has expired or belongs to somebody
     * else
     */
    public String take(Kind kind, @Nullable UUID person, String id) {
        return db.deleteFrom(SIGN_IN_CEREMONY).where(SIGN_IN_CEREMONY.ID_HASH.eq(Secrets.hash(id)))
                .and(SIGN_IN_CEREMONY.KIND.eq(kind.name()))
                .and(person == null ? SIGN_IN_CEREMONY.PERSON_ID.isNull() : SIGN_IN_CEREMONY.PERSON_ID.eq(person))
                .and(SIGN_IN_CEREMONY.EXPIRES_AT.gt(clock.instant())).returning(SIGN_IN_CEREMONY.QUESTION)
                .fetchOptional(SIGN_IN_CEREMONY.QUESTION).orElseThrow(() -> new NotFound("no open question " + kind));
    }
}
