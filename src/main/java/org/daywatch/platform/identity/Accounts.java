package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.AUTHENTICATOR_APP;
import static org.daywatch_db.platform.Tables.CALENDAR_FEED;
import static org.daywatch_db.platform.Tables.ONE_TIME_CODE;
import static org.daywatch_db.platform.Tables.PASSKEY;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;
import static org.daywatch_db.platform.Tables.PROVIDER_BINDING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.passwords.Passwords;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.SlowHash;
import org.daywatch_db.platform.tables.records.AccountRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People who can sign in. Passwords are Argon2id (19 MiB, 2 passes); what they must be says {@link Passwords}. */
@Component
@Transactional("signinTransactions")
public class Accounts {

    private static final int TRIES = 10;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final DSLContext db;
    private final Clock clock;
    private final Argon2PasswordEncoder passwords = SlowHash.encoder();
    private final String nobody = passwords.encode("no such account, same time");

    Accounts(@Qualifier("signin") DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param waysIn whether a password or a passkey exists; without one only an invitation opens the account
     * @param app whether an authenticator app is set up
     */
    public record Account(UUID person, String email, String name, String language, boolean active, boolean password,
            int passkeys, boolean app) {
        public boolean waysIn() {
            return active && (password || passkeys > 0);
        }
    }

    public Optional<Account> find(UUID person) {
        return db.selectFrom(ACCOUNT).where(ACCOUNT.PERSON_ID.eq(person)).fetchOptional(this::account);
    }

    public Optional<Account> findByEmail(String email) {
        return db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(normal(email))).fetchOptional(this::account);
    }

    private Account account(AccountRecord r) {
        int passkeys = db.fetchCount(PASSKEY.join(PASSKEY_USER).on(PASSKEY_USER.ID.eq(PASSKEY.USER_ID)),
                PASSKEY_USER.PERSON_ID.eq(r.getPersonId()));
        boolean app = db.fetchExists(AUTHENTICATOR_APP, AUTHENTICATOR_APP.PERSON_ID.eq(r.getPersonId())
                .and(AUTHENTICATOR_APP.CONFIRMED_AT.isNotNull()));
        return new Account(r.getPersonId(), r.getEmail(), r.getFullName(), r.getLanguage(),
                r.getState().equals("ACTIVE"), r.getPasswordHash() != null, passkeys, app);
    }

    /** Finds the person by e-mail or makes an account without a way to sign in yet: an invitation follows. */
    public UUID findOrCreate(String email, String fullName, String language) {
        String address = normal(email);
        var found = db.select(ACCOUNT.PERSON_ID).from(ACCOUNT).where(ACCOUNT.EMAIL.eq(address))
                .fetchOptional(ACCOUNT.PERSON_ID);
        if (found.isPresent()) return found.get();
        UUID person = Ids.next();
        db.insertInto(ACCOUNT).set(ACCOUNT.PERSON_ID, person).set(ACCOUNT.EMAIL, address)
                .set(ACCOUNT.FULL_NAME, fullName.strip())
                .set(ACCOUNT.LANGUAGE, language).set(ACCOUNT.CREATED_AT, clock.instant()).onConflict(ACCOUNT.EMAIL)
                .doNothing().execute();
        return db.select(ACCOUNT.PERSON_ID).from(ACCOUNT).where(ACCOUNT.EMAIL.eq(address))
                .fetchSingle(ACCOUNT.PERSON_ID);
    }

    /** What is kept of a password. Takes a moment, so it is asked for before a transaction begins. */
    @Transactional(value = "signinTransactions", propagation = Propagation.SUPPORTS)
    public String hash(UUID person, String password) {
        refuseWeak(person, password);
        return passwords.encode(password);
    }

    /** @throws InvalidInput where the password is short, or soon guessed by who knows the person */
    @Transactional(value = "signinTransactions", propagation = Propagation.SUPPORTS)
    public void refuseWeak(UUID person, String password) {
        Passwords.refuseWeak(password,
                find(person).map(known -> List.of(known.email(), known.name())).orElse(List.of()));
    }

    /** The password is hashed before a connection is held. */
    @Transactional(value = "signinTransactions", propagation = Propagation.SUPPORTS)
    public void setPassword(UUID person, String password) {
        String hash = hash(person, password);
        db.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, hash).set(ACCOUNT.FAILED_ATTEMPTS, 0)
                .set(ACCOUNT.FIRST_WAY_IN, DSL.coalesce(ACCOUNT.FIRST_WAY_IN, clock.instant()))
                .setNull(ACCOUNT.LOCKED_UNTIL).set(ACCOUNT.STATE, "ACTIVE").where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    /**
     * Same answer and same time for a wrong password, an unknown address and a locked account. No connection is held
     * while the password is compared: every session asks the same few.
     */
    @Transactional(value = "signinTransactions", propagation = Propagation.SUPPORTS)
    public Optional<UUID> check(String email, String password) {
        var row = db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(normal(email))).fetchOptional();
        String hash = row.map(r -> r.getPasswordHash()).filter(h -> h != null).orElse(nobody);
        boolean right = password.length() <= Passwords.LONGEST && passwords.matches(password, hash);
        if (row.isEmpty() || row.get().getPasswordHash() == null || !row.get().getState().equals("ACTIVE"))
            return Optional.empty();
        var account = row.get();
        if (account.getLockedUntil() != null && account.getLockedUntil().isAfter(clock.instant()))
            return Optional.empty();
        var failed = right ? DSL.val(0) : ACCOUNT.FAILED_ATTEMPTS.plus(1); // each of two at once counts
        db.update(ACCOUNT).set(ACCOUNT.FAILED_ATTEMPTS, failed)
                .set(ACCOUNT.LOCKED_UNTIL,
                        DSL.when(failed.ge(TRIES), clock.instant().plus(LOCKED_FOR)))
                .where(ACCOUNT.PERSON_ID.eq(account.getPersonId())).execute();
        return right ? Optional.of(account.getPersonId()) : Optional.empty();
    }

    public void setLanguage(UUID person, String language) {
        db.update(ACCOUNT).set(ACCOUNT.LANGUAGE, language).where(ACCOUNT.PERSON_ID.eq(person)).execute();
    }

    public @Nullable String emailOf(UUID person) {
        return db.select(ACCOUNT.EMAIL).from(ACCOUNT).where(ACCOUNT.PERSON_ID.eq(person)).fetchOne(ACCOUNT.EMAIL);
    }

    /** @throws InvalidInput when another account has that address */
    public void changeEmail(UUID person, String email) {
        String address = normal(email);
        if (db.fetchExists(ACCOUNT, ACCOUNT.EMAIL.eq(address).and(ACCOUNT.PERSON_ID.ne(person)))) {
            throw new InvalidInput("email", address, "account.email.taken");
        }
        db.update(ACCOUNT).set(ACCOUNT.EMAIL, address).where(ACCOUNT.PERSON_ID.eq(person)).execute();
        db.update(PASSKEY_USER).set(PASSKEY_USER.NAME, address).where(PASSKEY_USER.PERSON_ID.eq(person)).execute();
    }

    /**
     * A recovery begins from nothing: whoever has the lost passkey or knows the old password has no way in any more.
     */
    public void takeWaysIn(UUID person) {
        db.update(ACCOUNT).setNull(ACCOUNT.PASSWORD_HASH).where(ACCOUNT.PERSON_ID.eq(person)).execute();
        db.deleteFrom(PASSKEY)
                .where(PASSKEY.USER_ID
                        .in(db.select(PASSKEY_USER.ID).from(PASSKEY_USER).where(PASSKEY_USER.PERSON_ID.eq(person))))
                .execute();
        db.deleteFrom(AUTHENTICATOR_APP).where(AUTHENTICATOR_APP.PERSON_ID.eq(person)).execute();
        db.deleteFrom(PROVIDER_BINDING).where(PROVIDER_BINDING.PERSON_ID.eq(person)).execute();
    }

    /** The last place is gone: no password, passkey, code or calendar address of the person opens anything again. */
    public void leave(UUID person) {
        takeWaysIn(person);
        db.update(ACCOUNT).set(ACCOUNT.STATE, "LEFT").where(ACCOUNT.PERSON_ID.eq(person)).execute();
        db.update(ONE_TIME_CODE).set(ONE_TIME_CODE.USED_AT, clock.instant()).where(ONE_TIME_CODE.PERSON_ID.eq(person))
                .and(ONE_TIME_CODE.USED_AT.isNull()).execute();
        db.update(CALENDAR_FEED).set(CALENDAR_FEED.REVOKED_AT, clock.instant())
                .where(CALENDAR_FEED.PERSON_ID.eq(person))
                .and(CALENDAR_FEED.REVOKED_AT.isNull()).execute();
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
