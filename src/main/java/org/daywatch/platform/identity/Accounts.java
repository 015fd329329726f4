package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ACCOUNT;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who can sign in. Passwords are Argon2id (19 MiB, 2 passes), at least 15 characters. */
@Component
@Transactional("signinTransactions")
public class Accounts {

    public static final int SHORTEST_PASSWORD = 15;
    private static final int TRIES = 10;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final DSLContext db;
    private final Clock clock;
    private final Argon2PasswordEncoder passwords = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobody = passwords.encode("no such account, same time");

    Accounts(@Qualifier("signin") DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Finds the person by e-mail or makes an account without a way to sign in yet: an invitation follows. */
    public UUID findOrCreate(String email, String fullName, String language) {
        String address = normal(email);
        var found = db.select(ACCOUNT.PERSON_ID).from(ACCOUNT).where(ACCOUNT.EMAIL.eq(address)).fetchOptional(ACCOUNT.PERSON_ID);
        if (found.isPresent()) return found.get();
        UUID person = Ids.next();
        db.insertInto(ACCOUNT).set(ACCOUNT.PERSON_ID, person).set(ACCOUNT.EMAIL, address).set(ACCOUNT.FULL_NAME, fullName.strip())
                .set(ACCOUNT.LANGUAGE, language).set(ACCOUNT.CREATED_AT, clock.instant()).onConflict(ACCOUNT.EMAIL).doNothing().execute();
        return db.select(ACCOUNT.PERSON_ID).from(ACCOUNT).where(ACCOUNT.EMAIL.eq(address)).fetchSingle(ACCOUNT.PERSON_ID);
    }

    public void setPassword(UUID person, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new InvalidInput("password", "", "Use at least " + SHORTEST_PASSWORD + " characters; a short sentence is easy to remember.");
        }
        db.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, passwords.encode(password)).set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL).set(ACCOUNT.STATE, "ACTIVE").where(ACCOUNT.PERSON_ID.eq(person)).execute();
    }

    /** Same answer and same time for a wrong password, an unknown address and a locked account. */
    public Optional<UUID> check(String email, String password) {
        var row = db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(normal(email))).fetchOptional();
        String hash = row.map(r -> r.getPasswordHash()).filter(h -> h != null).orElse(nobody);
        boolean right = passwords.matches(password, hash);
        if (row.isEmpty() || row.get().getPasswordHash() == null || !row.get().getState().equals("ACTIVE")) return Optional.empty();
        var account = row.get();
        if (account.getLockedUntil() != null && account.getLockedUntil().isAfter(clock.instant())) return Optional.empty();
        int failed = right ? 0 : account.getFailedAttempts() + 1;
        db.update(ACCOUNT).set(ACCOUNT.FAILED_ATTEMPTS, failed)
                .set(ACCOUNT.LOCKED_UNTIL, failed >= TRIES ? clock.instant().plus(LOCKED_FOR) : null)
                .where(ACCOUNT.PERSON_ID.eq(account.getPersonId())).execute();
        return right ? Optional.of(account.getPersonId()) : Optional.empty();
    }

    public void setLanguage(UUID person, String language) {
        db.update(ACCOUNT).set(ACCOUNT.LANGUAGE, language).where(ACCOUNT.PERSON_ID.eq(person)).execute();
    }

    public @Nullable String emailOf(UUID person) {
        return db.select(ACCOUNT.EMAIL).from(ACCOUNT).where(ACCOUNT.PERSON_ID.eq(person)).fetchOne(ACCOUNT.EMAIL);
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
