package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.ORGANIZATION;
import static org.daywatch_db.platform.Tables.SESSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions in the database, read through a cache of one second: they survive a restart, can be listed and revoked, and
 * a revoked one is dead on every node within two seconds. Only the hash of the cookie is stored.
 */
@Component
@Transactional("signinTransactions")
public class Sessions {

    static final Duration IDLE = Duration.ofHours(12);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Clock clock;
    private final RolePermissions permissions;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<SignedIn.Session>> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).maximumSize(50_000).build();

    Sessions(@Qualifier("signin") DSLContext db, Clock clock, RolePermissions permissions) {
        this.db = db;
        this.clock = clock;
        this.permissions = permissions;
    }

    /** Where a person may act, one of which he chooses. */
    public record Place(UUID org, String kind, String organization, Role role, @Nullable UUID school) {}

    /** @return the cookie's value; stored nowhere but there */
    public String open(UUID person, String method, String device) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        var places = places(person);
        var only = places.size() == 1 ? places.getFirst() : null;
        db.insertInto(SESSION).set(SESSION.TOKEN_HASH, hash(token)).set(SESSION.ID, Ids.next()).set(SESSION.PERSON_ID, person)
                .set(SESSION.METHOD, method).set(SESSION.DEVICE, device.length() > 200 ? device.substring(0, 200) : device)
                .set(SESSION.CREATED_AT, now).set(SESSION.LAST_SEEN, now).set(SESSION.PROVEN_AT, now).set(SESSION.EXPIRES_AT, now.plus(IDLE))
                .set(SESSION.ORG_ID, only == null ? null : only.org()).set(SESSION.ROLE, only == null ? null : only.role().name())
                .set(SESSION.SCHOOL_ID, only == null ? null : only.school()).execute();
        return token;
    }

    public Optional<SignedIn.Session> find(String token) {
        return recent.get(token, this::read);
    }

    public List<Place> places(UUID person) {
        bindPerson(person);
        return db.select(ORGANIZATION.ID, ORGANIZATION.KIND, ORGANIZATION.NAME, MEMBERSHIP.ROLE, MEMBERSHIP.SCHOOL_ID)
                .from(MEMBERSHIP).join(ORGANIZATION).on(ORGANIZATION.ID.eq(MEMBERSHIP.ORG_ID))
                .where(MEMBERSHIP.PERSON_ID.eq(person)).and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .orderBy(ORGANIZATION.NAME, MEMBERSHIP.ROLE)
                .fetch(r -> new Place(r.value1(), r.value2(), r.value3(), Role.valueOf(r.value4()), r.value5()));
    }

    public void actFor(String token, UUID org, Role role) {
        var session = read(token).orElseThrow(() -> new Forbidden("no session"));
        var place = places(session.person()).stream().filter(p -> p.org().equals(org) && p.role() == role).findFirst()
                .orElseThrow(() -> new Forbidden("not a member"));
        db.update(SESSION).set(SESSION.ORG_ID, org).set(SESSION.ROLE, role.name()).set(SESSION.SCHOOL_ID, place.school())
                .set(SESSION.CAPACITY, "NONE").where(SESSION.TOKEN_HASH.eq(hash(token))).execute();
        recent.invalidate(token);
    }

    /** The officer's capacity stands in his session, so that every audit line and permission check carries it. */
    public void setCapacity(UUID sessionId, Capacity capacity) {
        db.update(SESSION).set(SESSION.CAPACITY, capacity.name()).where(SESSION.ID.eq(sessionId)).execute();
        recent.invalidateAll();
    }

    /** The person proved again who he is. */
    public void proven(UUID sessionId) {
        db.update(SESSION).set(SESSION.PROVEN_AT, clock.instant()).where(SESSION.ID.eq(sessionId)).execute();
        recent.invalidateAll();
    }

    public void close(String token) {
        db.update(SESSION).set(SESSION.REVOKED_AT, clock.instant()).where(SESSION.TOKEN_HASH.eq(hash(token))).execute();
        recent.invalidate(token);
    }

    /** Leaver, lost phone: every session of the person is dead everywhere within two seconds. */
    public void closeAll(UUID person) {
        db.update(SESSION).set(SESSION.REVOKED_AT, clock.instant()).where(SESSION.PERSON_ID.eq(person)).and(SESSION.REVOKED_AT.isNull()).execute();
        recent.invalidateAll();
    }

    private Optional<SignedIn.Session> read(String token) {
        Instant now = clock.instant();
        var row = db.select(SESSION.ID, SESSION.PERSON_ID, SESSION.ORG_ID, SESSION.ROLE, SESSION.SCHOOL_ID, SESSION.CAPACITY, SESSION.METHOD,
                        SESSION.PROVEN_AT, SESSION.LAST_SEEN, SESSION.EXPIRES_AT, ACCOUNT.FULL_NAME, ACCOUNT.EMAIL, ACCOUNT.LANGUAGE)
                .from(SESSION).join(ACCOUNT).on(ACCOUNT.PERSON_ID.eq(SESSION.PERSON_ID))
                .where(SESSION.TOKEN_HASH.eq(hash(token))).and(SESSION.REVOKED_AT.isNull()).and(SESSION.EXPIRES_AT.gt(now))
                .and(ACCOUNT.STATE.eq("ACTIVE")).fetchOptional();
        if (row.isEmpty()) return Optional.empty();
        var r = row.get();
        if (r.get(SESSION.LAST_SEEN).isBefore(now.minus(SEEN_EVERY))) {
            db.update(SESSION).set(SESSION.LAST_SEEN, now).set(SESSION.EXPIRES_AT, now.plus(IDLE)).where(SESSION.TOKEN_HASH.eq(hash(token))).execute();
        }
        UUID person = r.get(SESSION.PERSON_ID);
        var place = r.get(SESSION.ORG_ID) == null ? Optional.<Place>empty() : places(person).stream()
                .filter(p -> p.org().equals(r.get(SESSION.ORG_ID)) && p.role().name().equals(r.get(SESSION.ROLE))).findFirst();
        var actor = place.map(p -> new Actor(person, r.get(ACCOUNT.FULL_NAME), p.org(), p.organization(), p.role(), permissions.of(p.role()),
                p.school(), Capacity.valueOf(r.get(SESSION.CAPACITY)), r.get(SESSION.ID), r.get(ACCOUNT.LANGUAGE))).orElse(null);
        return Optional.of(new SignedIn.Session(r.get(SESSION.ID), person, r.get(ACCOUNT.FULL_NAME), r.get(ACCOUNT.EMAIL), r.get(ACCOUNT.LANGUAGE),
                r.get(SESSION.METHOD), r.get(SESSION.PROVEN_AT), r.get(SESSION.EXPIRES_AT), actor));
    }

    private void bindPerson(UUID person) {
        db.execute("select set_config('app.person', ?, true)", person.toString());
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
