package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.AUTHENTICATOR_APP;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.ORGANIZATION;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;
import static org.daywatch_db.platform.Tables.SESSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.Condition;
import org.daywatch_db.platform.Tables;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions in the database, read through a cache of one second: they survive a restart, can be listed and revoked, and
 * a revoked one is dead on every node within two seconds. Only the hash of the cookie is stored.
 */
@Component
@Transactional("signinTransactions")
public class Sessions {

    /** How a person proved who they are. */
    public static final String PASSKEY = "PASSKEY";
    public static final String PASSWORD = "PASSWORD";
    public static final String OIDC = "OIDC";
    /** The organization's sign-in, where it did not say that it asked for two factors. */
    public static final String OIDC_ALONE = "OIDC_ALONE";
    public static final String PERSONA = "PERSONA";
    /** A password, and the code of an authenticator app after it. */
    public static final String CODE = "CODE";

    private static final Field<Boolean> HAS_APP = DSL.field(DSL.exists(DSL.selectOne().from(AUTHENTICATOR_APP)
            .where(AUTHENTICATOR_APP.PERSON_ID.eq(SESSION.PERSON_ID))
            .and(AUTHENTICATOR_APP.CONFIRMED_AT.isNotNull()))).as("has_app");
    private static final Field<Boolean> HAS_PASSKEY = DSL.field(DSL.exists(DSL.selectOne().from(Tables.PASSKEY)
            .join(PASSKEY_USER).on(PASSKEY_USER.ID.eq(Tables.PASSKEY.USER_ID))
            .where(PASSKEY_USER.PERSON_ID.eq(SESSION.PERSON_ID)))).as("has_passkey");
    private static final Field<Instant> COUNTED_FROM = DSL.coalesce(SESSION.ASKED_AT, SESSION.CREATED_AT)
            .as("counted_from");
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final DSLContext db;
    private final Clock clock;
    private final RolePermissions permissions;
    private final Condition methodsThatCount;
    private final Cache<String, Optional<SignedIn.Session>> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1)).maximumSize(50_000).build();

    Sessions(@Qualifier("signin") DSLContext db, @Qualifier("expiry") Clock clock, RolePermissions permissions,
            @Value("${daywatch.demo:false}") boolean demo) {
        this.db = db;
        this.clock = clock;
        this.permissions = permissions;
        // A persona's session opened in a demonstration is worth nothing once the same database is served without it.
        this.methodsThatCount = demo ? DSL.trueCondition() : SESSION.METHOD.ne(PERSONA);
    }

    /** Where a person may act, one of which they choose. */
    public record Place(UUID org, String kind, String organization, Role role, @Nullable UUID school, Instant since) {}

    /** One of a person's sessions, for the page on which they can end it. */
    public record Device(UUID session, String method, String device, Instant opened, Instant seen,
            @Nullable String organization) {}

    /** @return whether this proof is one factor and adds none to what a session was opened with */
    public static boolean oneFactor(String method) {
        return method.equals(PASSWORD) || method.equals(OIDC_ALONE);
    }

    /** @return the cookie's value; stored nowhere but there */
    public String open(UUID person, String method, String device) {
        return open(person, method, device, clock.instant(), null);
    }

    /**
     * Somebody else vouches for the person: what they proved is as old as that one says.
     *
     * @param askedAt null where it is not said: then nothing fresh is proven
     */
    public String openVouched(UUID person, String method, String device, @Nullable Instant askedAt) {
        Instant now = clock.instant();
        Instant asked = askedAt == null || askedAt.isBefore(now) ? askedAt : now;
        return open(person, method, device, asked == null ? Instant.EPOCH : asked, asked);
    }

    private String open(UUID person, String method, String device, Instant provenAt, @Nullable Instant asked) {
        String token = Secrets.random();
        Instant now = clock.instant();
        Instant from = asked == null ? now : asked;
        var places = places(person);
        var only = places.size() == 1 ? places.getFirst() : null;
        Role role = only == null ? null : only.role();
        db.insertInto(SESSION).set(SESSION.TOKEN_HASH, Secrets.hash(token)).set(SESSION.ID, Ids.next())
                .set(SESSION.PERSON_ID, person)
                .set(SESSION.METHOD, method)
                .set(SESSION.DEVICE, device.length() > 200 ? device.substring(0, 200) : device)
                .set(SESSION.CREATED_AT, now).set(SESSION.LAST_SEEN, now).set(SESSION.PROVEN_AT, provenAt)
                .set(SESSION.SECOND_PROOF_AT, oneFactor(method) ? null : provenAt).set(SESSION.ASKED_AT, asked)
                .set(SESSION.EXPIRES_AT, SessionLifetime.of(role, now).end(from, now))
                .set(SESSION.CAPACITY, capacity(person, only == null ? null : only.org(), role).name())
                .set(SESSION.ORG_ID, only == null ? null : only.org())
                .set(SESSION.ROLE, role == null ? null : role.name())
                .set(SESSION.SCHOOL_ID, only == null ? null : only.school()).execute();
        db.update(ACCOUNT).set(ACCOUNT.FIRST_WAY_IN, now).where(ACCOUNT.PERSON_ID.eq(person))
                .and(ACCOUNT.FIRST_WAY_IN.isNull()).execute();
        return token;
    }

    public Optional<SignedIn.Session> find(String token) {
        return recent.get(token, this::read);
    }

    /** How long the session would live on if nobody used it; asking is no use of it. Zero: it is over. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Duration left(String token) {
        Instant now = clock.instant();
        return db.select(SESSION.EXPIRES_AT).from(SESSION).where(SESSION.TOKEN_HASH.eq(Secrets.hash(token)))
                .and(alive(now)).fetchOptional(SESSION.EXPIRES_AT).map(end -> Duration.between(now, end))
                .orElse(Duration.ZERO);
    }

    public List<Place> places(UUID person) {
        db.execute("select set_config('app.person', ?, true)", person.toString());
        return db
                .select(ORGANIZATION.ID, ORGANIZATION.KIND, ORGANIZATION.NAME, MEMBERSHIP.ROLE, MEMBERSHIP.SCHOOL_ID,
                        MEMBERSHIP.SINCE)
                .from(MEMBERSHIP).join(ORGANIZATION).on(ORGANIZATION.ID.eq(MEMBERSHIP.ORG_ID))
                .where(MEMBERSHIP.PERSON_ID.eq(person))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .orderBy(ORGANIZATION.NAME, MEMBERSHIP.ROLE)
                .fetch(r -> new Place(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.KIND), r.get(ORGANIZATION.NAME),
                        Role.valueOf(r.get(MEMBERSHIP.ROLE)), r.get(MEMBERSHIP.SCHOOL_ID), r.get(MEMBERSHIP.SINCE)));
    }

    public void actFor(String token, UUID org, Role role) {
        var session = read(token).orElseThrow(() -> new Forbidden("no session"));
        var place = places(session.person()).stream().filter(p -> p.org().equals(org) && p.role() == role).findFirst()
                .orElseThrow(() -> new Forbidden("not a member"));
        var opened = db.select(COUNTED_FROM).from(SESSION).where(SESSION.ID.eq(session.id()))
                .fetchSingle(COUNTED_FROM);
        db.update(SESSION).set(SESSION.ORG_ID, org).set(SESSION.ROLE, role.name())
                .set(SESSION.SCHOOL_ID, place.school())
                .set(SESSION.CAPACITY, capacity(session.person(), org, role).name())
                .set(SESSION.EXPIRES_AT, SessionLifetime.of(role, clock.instant()).end(opened, clock.instant()))
                .where(SESSION.TOKEN_HASH.eq(Secrets.hash(token))).execute();
        recent.invalidate(token);
    }

    /**
     * The officer's capacity stands in their session, so that every audit line and permission check carries it: in each
     * that they have with this organization, because it is the person who changes and not their telephone.
     */
    public void setCapacity(UUID sessionId, Capacity capacity) {
        var whose = db.select(SESSION.PERSON_ID, SESSION.ORG_ID).from(SESSION).where(SESSION.ID.eq(sessionId))
                .fetchSingle();
        setCapacity(whose.get(SESSION.PERSON_ID), whose.get(SESSION.ORG_ID), capacity);
    }

    /** For when a shift ends without their doing: they act in none any more. */
    public void setCapacity(UUID person, UUID org, Capacity capacity) {
        db.update(SESSION).set(SESSION.CAPACITY, capacity.name()).where(SESSION.PERSON_ID.eq(person))
                .and(SESSION.ORG_ID.eq(org))
                .and(SESSION.ROLE.eq(Role.OFFICER.name())).and(SESSION.REVOKED_AT.isNull()).execute();
        recent.invalidateAll();
    }

    /** Of these people, those who act in this capacity for an organization. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Set<UUID> actingAs(Capacity capacity, UUID org, Collection<UUID> people) {
        return db.selectDistinct(SESSION.PERSON_ID).from(SESSION).where(SESSION.PERSON_ID.in(people))
                .and(SESSION.ORG_ID.eq(org)).and(SESSION.ROLE.eq(Role.OFFICER.name()))
                .and(SESSION.CAPACITY.eq(capacity.name())).and(alive(clock.instant())).fetchSet(SESSION.PERSON_ID);
    }

    /** In which capacity the person acts already, elsewhere: a second device takes it up. */
    private Capacity capacity(UUID person, @Nullable UUID org, @Nullable Role role) {
        if (org == null || role != Role.OFFICER) return Capacity.NONE;
        return db.select(SESSION.CAPACITY).from(SESSION).where(SESSION.PERSON_ID.eq(person)).and(SESSION.ORG_ID.eq(org))
                .and(SESSION.ROLE.eq(role.name()))
                .and(alive(clock.instant())).orderBy(SESSION.LAST_SEEN.desc()).limit(1).fetchOptional(SESSION.CAPACITY)
                .map(Capacity::valueOf).orElse(Capacity.NONE);
    }

    /**
     * The person proved again who they are.
     *
     * @param method how; a password adds nothing to what the session was opened with
     * @return the session's new cookie; the old one is dead
     */
    public String proven(String token, String method) {
        return proven(token, method, clock.instant());
    }

    /** @param at when they did, as whoever vouches for them says; the session lives no longer for it */
    public String proven(String token, String method, Instant at) {
        Instant now = clock.instant();
        Instant when = at.isBefore(now) ? at : now;
        String fresh = Secrets.random();
        int one = db.update(SESSION).set(SESSION.PROVEN_AT, when)
                .set(SESSION.TOKEN_HASH, Secrets.hash(fresh))
                .set(SESSION.METHOD, oneFactor(method) ? SESSION.METHOD : DSL.val(method))
                .set(SESSION.SECOND_PROOF_AT, oneFactor(method) ? SESSION.SECOND_PROOF_AT : DSL.val(when))
                .where(SESSION.TOKEN_HASH.eq(Secrets.hash(token))).and(SESSION.REVOKED_AT.isNull()).execute();
        recent.invalidate(token);
        if (one == 0) throw new Forbidden("no session");
        return fresh;
    }

    /** A person's living sessions, the one used last first. */
    public List<Device> list(UUID person) {
        db.execute("select set_config('app.person', ?, true)", person.toString());
        return db
                .select(SESSION.ID, SESSION.METHOD, SESSION.DEVICE, SESSION.CREATED_AT, SESSION.LAST_SEEN,
                        ORGANIZATION.NAME)
                .from(SESSION).leftJoin(ORGANIZATION).on(ORGANIZATION.ID.eq(SESSION.ORG_ID))
                .where(SESSION.PERSON_ID.eq(person)).and(alive(clock.instant())).orderBy(SESSION.LAST_SEEN.desc())
                .limit(200)
                .fetch(r -> new Device(r.get(SESSION.ID), r.get(SESSION.METHOD), r.get(SESSION.DEVICE),
                        r.get(SESSION.CREATED_AT), r.get(SESSION.LAST_SEEN), r.get(ORGANIZATION.NAME)));
    }

    public void close(String token) {
        revoke(SESSION.TOKEN_HASH.eq(Secrets.hash(token)));
    }

    /** One of the person's own sessions, by its id. @return false when there is no such living session of theirs */
    public boolean close(UUID person, UUID session) {
        return revoke(SESSION.ID.eq(session).and(SESSION.PERSON_ID.eq(person))) == 1;
    }

    /** Every other session of the person: after a new password, say. */
    public void closeOthers(UUID person, UUID kept) {
        revoke(SESSION.PERSON_ID.eq(person).and(SESSION.ID.ne(kept)));
    }

    /**
     * Sessions that were closed since then, each with its moment: for doors that know a session without asking here.
     */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Map<UUID, Instant> closedSince(Instant then) {
        return db.select(SESSION.ID, SESSION.REVOKED_AT).from(SESSION).where(SESSION.REVOKED_AT.ge(then))
                .fetchMap(SESSION.ID, SESSION.REVOKED_AT);
    }

    /** Leaver, other role, lost phone: every session of the person is dead everywhere within two seconds. */
    public void closeAll(UUID person) {
        revoke(SESSION.PERSON_ID.eq(person));
    }

    /** The same for many at once. @return how many of them were alive */
    public int closeAll(Collection<UUID> people) {
        int alive = db.fetchCount(SESSION, SESSION.PERSON_ID.in(people).and(alive(clock.instant())));
        revoke(SESSION.PERSON_ID.in(people));
        return alive;
    }

    private int revoke(Condition which) {
        int closed = db.update(SESSION).set(SESSION.REVOKED_AT, clock.instant()).where(which)
                .and(SESSION.REVOKED_AT.isNull()).execute();
        recent.invalidateAll();
        return closed;
    }

    private Condition alive(Instant now) {
        return SESSION.REVOKED_AT.isNull().and(SESSION.EXPIRES_AT.gt(now)).and(methodsThatCount);
    }

    private Optional<SignedIn.Session> read(String token) {
        Instant now = clock.instant();
        var row = db
                .select(SESSION.ID, SESSION.PERSON_ID, SESSION.ORG_ID, SESSION.ROLE, SESSION.SCHOOL_ID,
                        SESSION.CAPACITY, SESSION.METHOD,
                        COUNTED_FROM, SESSION.PROVEN_AT, SESSION.SECOND_PROOF_AT, SESSION.LAST_SEEN,
                        SESSION.EXPIRES_AT, SESSION.FORM_KEY,
                        ACCOUNT.FULL_NAME,
                        ACCOUNT.EMAIL, ACCOUNT.LANGUAGE, ACCOUNT.CREATED_AT, ACCOUNT.FIRST_WAY_IN, HAS_APP, HAS_PASSKEY)
                .from(SESSION).join(ACCOUNT).on(ACCOUNT.PERSON_ID.eq(SESSION.PERSON_ID))
                .where(SESSION.TOKEN_HASH.eq(Secrets.hash(token))).and(alive(now)).and(ACCOUNT.STATE.eq("ACTIVE"))
                .fetchOptional();
        return row.map(r -> {
            seen(token, r, now);
            return session(r);
        });
    }

    private void seen(String token, Record r, Instant now) {
        if (!r.get(SESSION.LAST_SEEN).isBefore(now.minus(SEEN_EVERY))) return;
        var role = r.get(SESSION.ROLE) == null ? null : Role.valueOf(r.get(SESSION.ROLE));
        db.update(SESSION).set(SESSION.LAST_SEEN, now)
                .set(SESSION.EXPIRES_AT, SessionLifetime.of(role, now).end(r.get(COUNTED_FROM), now))
                .where(SESSION.TOKEN_HASH.eq(Secrets.hash(token))).execute();
    }

    private SignedIn.Session session(Record r) {
        UUID person = r.get(SESSION.PERSON_ID);
        var place = r.get(SESSION.ORG_ID) == null
                ? Optional.<Place>empty()
                : places(person).stream()
                        .filter(p -> p.org().equals(r.get(SESSION.ORG_ID))
                                && p.role().name().equals(r.get(SESSION.ROLE)))
                        .findFirst();
        var capacity = Capacity.valueOf(r.get(SESSION.CAPACITY));
        var role = place.map(Place::role).orElse(null);
        var first = Objects.requireNonNullElse(r.get(ACCOUNT.FIRST_WAY_IN), r.get(ACCOUNT.CREATED_AT));
        var since = place.map(Place::since).filter(first::isBefore).orElse(first);
        var owed = SecondStep.owed(r.get(SESSION.METHOD), role, r.get(HAS_APP), r.get(HAS_PASSKEY), since,
                clock.instant());
        // Nobody acts before their second step: what asks for an actor is closed, whatever forgot to ask for the step.
        var actor = place.filter(p -> owed.step() == SecondStep.Step.NONE)
                .map(p -> new Actor(person, r.get(ACCOUNT.FULL_NAME), p.org(), p.organization(), p.role(),
                        permissions.of(p.role(), capacity),
                        p.school(), capacity, r.get(SESSION.ID), r.get(ACCOUNT.LANGUAGE)))
                .orElse(null);
        return new SignedIn.Session(r.get(SESSION.ID), person, r.get(ACCOUNT.FULL_NAME), r.get(ACCOUNT.EMAIL),
                r.get(ACCOUNT.LANGUAGE),
                r.get(SESSION.METHOD), r.get(SESSION.PROVEN_AT), r.get(HAS_APP) || r.get(HAS_PASSKEY),
                r.get(SESSION.SECOND_PROOF_AT),
                r.get(SESSION.EXPIRES_AT),
                r.get(SESSION.FORM_KEY).toString(), actor,
                owed);
    }
}
