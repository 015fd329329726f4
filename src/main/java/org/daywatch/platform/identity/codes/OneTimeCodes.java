package org.daywatch.platform.identity.codes;

import static org.daywatch_db.platform.Tables.ONE_TIME_CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch_db.platform.tables.records.OneTimeCodeRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes that open a door once and not for long. The code goes to one person and is kept here as a hash only. */
@Component
@Transactional("signinTransactions")
public class OneTimeCodes {

    public enum Purpose {
        FIRST_ADMINISTRATOR(Duration.ofHours(24)), INVITATION(Duration.ofDays(7)),
        PASSWORD_RESET(Duration.ofMinutes(30)),
        EMAIL_CHANGE(Duration.ofHours(24)), RECOVERY(Duration.ofHours(1)), RECOVERY_STOP(Duration.ofDays(14));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    /** Of these a person holds one at a time; the newest counts. */
    private static final Set<Purpose> ONE_ALIVE = EnumSet.of(Purpose.INVITATION, Purpose.PASSWORD_RESET,
            Purpose.EMAIL_CHANGE, Purpose.RECOVERY);

    private final DSLContext db;
    private final Clock clock;

    OneTimeCodes(@Qualifier("signin") DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What the code is about; everything but the purpose may be missing. */
    public record Subject(Purpose purpose, @Nullable UUID person, @Nullable String email, @Nullable String name,
            @Nullable UUID org,
            @Nullable Role role, @Nullable UUID school) {

        public static Subject of(Purpose purpose) {
            return new Subject(purpose, null, null, null, null, null, null);
        }

        public static Subject of(Purpose purpose, UUID person) {
            return new Subject(purpose, person, null, null, null, null, null);
        }

        public Subject email(String address) {
            return new Subject(purpose, person, address, name, org, role, school);
        }

        public Subject org(UUID id) {
            return new Subject(purpose, person, email, name, id, role, school);
        }
    }

    /** @return the code; whoever has it may do what it is about, so it is shown or sent to one person only */
    public String issue(Subject about) {
        return issue(about, List.of());
    }

    public String issue(Subject about, List<UUID> approvals) {
        String code = Secrets.random();
        store(about, code, approvals, null);
        return code;
    }

    /**
     * A code made elsewhere, such as one that can be read aloud. @param invitedBy how an invitation reaches its person
     */
    public void issue(Subject about, String code, String invitedBy) {
        store(about, code, List.of(), invitedBy);
    }

    private void store(Subject about, String code, List<UUID> approvals, @Nullable String invitedBy) {
        Instant now = clock.instant();
        if (ONE_ALIVE.contains(about.purpose())) replaceOlder(about);
        db.insertInto(ONE_TIME_CODE).set(ONE_TIME_CODE.CODE_HASH, Secrets.hash(code))
                .set(ONE_TIME_CODE.PURPOSE, about.purpose().name())
                .set(ONE_TIME_CODE.PERSON_ID, about.person()).set(ONE_TIME_CODE.EMAIL, about.email())
                .set(ONE_TIME_CODE.FULL_NAME, about.name())
                .set(ONE_TIME_CODE.ORG_ID, about.org())
                .set(ONE_TIME_CODE.ROLE, about.role() == null ? null : about.role().name())
                .set(ONE_TIME_CODE.SCHOOL_ID, about.school())
                .set(ONE_TIME_CODE.APPROVALS, approvals.toArray(UUID[]::new))
                .set(ONE_TIME_CODE.INVITED_BY, invitedBy)
                .set(ONE_TIME_CODE.CREATED_AT, now).set(ONE_TIME_CODE.EXPIRES_AT, now.plus(about.purpose().life()))
                .execute();
    }

    /** Whoever else asks at the same moment waits: the database has room for one that opens the same door. */
    private void replaceOlder(Subject about) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('code ' || ? || ' ' || ?, 0))",
                about.purpose().name(), String.valueOf(about.person()));
        var same = ONE_TIME_CODE.PURPOSE.eq(about.purpose().name()).and(ONE_TIME_CODE.PERSON_ID.eq(about.person()));
        withdraw(about.purpose() != Purpose.INVITATION
                ? same
                : same.and(ONE_TIME_CODE.ORG_ID.eq(about.org())).and(ONE_TIME_CODE.ROLE.eq(about.role().name())));
    }

    /** Looks without using it up: a page that asks for more before the door opens. */
    public Optional<Subject> find(Purpose purpose, String code) {
        return db.selectFrom(ONE_TIME_CODE).where(valid(purpose, code)).fetchOptional(OneTimeCodes::subject);
    }

    /** Whether the person holds a code of this kind that still opens its door. */
    public boolean open(Purpose purpose, UUID person) {
        return db.fetchExists(ONE_TIME_CODE,
                ONE_TIME_CODE.PURPOSE.eq(purpose.name()).and(ONE_TIME_CODE.PERSON_ID.eq(person))
                        .and(ONE_TIME_CODE.USED_AT.isNull())
                        .and(ONE_TIME_CODE.EXPIRES_AT.gt(clock.instant())));
    }

    /** Uses the code up. @throws NotFound when it was used, has expired or never was */
    public Subject use(Purpose purpose, String code) {
        return db.update(ONE_TIME_CODE).set(ONE_TIME_CODE.USED_AT, clock.instant()).where(valid(purpose, code))
                .returning().fetchOptional()
                .map(OneTimeCodes::subject).orElseThrow(() -> new NotFound("no valid code for " + purpose));
    }

    /** Codes of this kind for a person are worth nothing any more: a newer one replaces them. */
    public void withdraw(Purpose purpose, UUID person) {
        withdraw(ONE_TIME_CODE.PURPOSE.eq(purpose.name()).and(ONE_TIME_CODE.PERSON_ID.eq(person)));
    }

    /**
     * Uses this code up, and every other of its purpose with it: of several people who open one at the same moment one
     * is let in.
     */
    public Subject useOnly(Purpose purpose, String code) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('only ' || ?, 0))", purpose.name());
        var subject = use(purpose, code);
        withdraw(ONE_TIME_CODE.PURPOSE.eq(purpose.name()));
        return subject;
    }

    private int withdraw(Condition which) {
        return db.update(ONE_TIME_CODE).set(ONE_TIME_CODE.USED_AT, clock.instant()).where(which)
                .and(ONE_TIME_CODE.USED_AT.isNull()).execute();
    }

    private Condition valid(Purpose purpose, String code) {
        return ONE_TIME_CODE.CODE_HASH.eq(Secrets.hash(code)).and(ONE_TIME_CODE.PURPOSE.eq(purpose.name()))
                .and(ONE_TIME_CODE.USED_AT.isNull())
                .and(ONE_TIME_CODE.EXPIRES_AT.gt(clock.instant()));
    }

    private static Subject subject(OneTimeCodeRecord r) {
        return new Subject(Purpose.valueOf(r.getPurpose()), r.getPersonId(), r.getEmail(), r.getFullName(),
                r.getOrgId(),
                r.getRole() == null ? null : Role.valueOf(r.getRole()), r.getSchoolId());
    }
}
