package org.daywatch.platform.identity.invitations;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.INVITATION;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.ONE_TIME_CODE;
import static org.daywatch_db.platform.Tables.PASSKEY;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first way into an account: who has one, who may be given one, and how. Works as the sign-in role, which alone
 * sees accounts.
 */
@Component
@Transactional("signinTransactions")
public class WaysIn {

    /** One at a time for each person, in whichever organization: two invitations cannot both open an account. */
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('way in ' || ?::text, 0))";

    private final DSLContext db;
    private final OneTimeCodes codes;
    private final Clock clock;

    WaysIn(@Qualifier("signin") DSLContext db, OneTimeCodes codes, Clock clock) {
        this.db = db;
        this.codes = codes;
        this.clock = clock;
    }

    /** Those of them who can sign in now. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Set<UUID> canSignIn(Collection<UUID> people) {
        return db.select(ACCOUNT.PERSON_ID).from(ACCOUNT).where(ACCOUNT.PERSON_ID.in(people)).and(hasWayIn())
                .fetchSet(ACCOUNT.PERSON_ID);
    }

    /** @param org the organization that invites: what another one knows of the account counts */
    public AccountStanding standing(UUID person, UUID org) {
        db.execute("select set_config('app.person', ?, true)", person.toString());
        boolean can = db.fetchExists(ACCOUNT, ACCOUNT.PERSON_ID.eq(person).and(hasWayIn()));
        boolean could = db.fetchExists(ACCOUNT, ACCOUNT.PERSON_ID.eq(person).and(ACCOUNT.FIRST_WAY_IN.isNotNull()));
        return new AccountStanding(can, could, placeElsewhere(person, org) || invitedElsewhere(person, org));
    }

    private boolean placeElsewhere(UUID person, UUID org) {
        return db.fetchExists(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(person).and(MEMBERSHIP.ORG_ID.ne(org)));
    }

    private boolean invitedElsewhere(UUID person, UUID org) {
        var still = INVITATION.STATE.in("WAITING", "SENT", "OPENED")
                .and(INVITATION.EXPIRES_AT.isNull().or(INVITATION.EXPIRES_AT.gt(clock.instant())));
        return db.fetchExists(INVITATION, INVITATION.PERSON_ID.eq(person).and(INVITATION.ORG_ID.ne(org)).and(still));
    }

    private static Condition hasWayIn() {
        return ACCOUNT.STATE.eq("ACTIVE")
                .and(ACCOUNT.PASSWORD_HASH.isNotNull().or(exists(selectOne().from(PASSKEY).join(PASSKEY_USER)
                        .on(PASSKEY_USER.ID.eq(PASSKEY.USER_ID)).where(PASSKEY_USER.PERSON_ID.eq(ACCOUNT.PERSON_ID)))));
    }

    /** A new code in place of any older one for the same role. @return the code, which is stored nowhere */
    String issue(Subject about, InvitedBy by) {
        String code = by == InvitedBy.SLIP ? ShortCode.next() : Secrets.random();
        codes.issue(about, code, by.name());
        return code;
    }

    void withdraw(UUID org, UUID person, Collection<String> roles) {
        db.update(ONE_TIME_CODE).set(ONE_TIME_CODE.USED_AT, clock.instant())
                .where(ONE_TIME_CODE.PURPOSE.eq(Purpose.INVITATION.name()))
                .and(ONE_TIME_CODE.ORG_ID.eq(org)).and(ONE_TIME_CODE.PERSON_ID.eq(person))
                .and(ONE_TIME_CODE.ROLE.in(roles)).and(ONE_TIME_CODE.USED_AT.isNull()).execute();
    }

    /**
     * An invitation as its holder sees it. @param known there is a way in already: the holder signs in with it @param
     * mailOnly this code may set no password
     */
    record Door(Subject about, InvitedBy by, boolean known, boolean mailOnly) {}

    Door look(String code) {
        var about = codes.find(Purpose.INVITATION, code).orElseThrow(() -> new NotFound("no valid invitation"));
        var said = db.select(ONE_TIME_CODE.INVITED_BY).from(ONE_TIME_CODE)
                .where(ONE_TIME_CODE.CODE_HASH.eq(Secrets.hash(code))).fetchOptional(ONE_TIME_CODE.INVITED_BY);
        var by = said.map(InvitedBy::valueOf).orElse(InvitedBy.SLIP);
        var standing = standing(about.person(), about.org());
        return new Door(about, by, standing.canSignIn(),
                by.inOtherHands() && !standing.canSignIn() && !standing.mayPassThroughOtherHands());
    }

    /**
     * Uses the code up and, where its holder is not signed in as the person, sets the account's first password.
     *
     * @param password the new password's hash; null where its holder is signed in as the person
     */
    Subject open(String code, @Nullable String password) {
        var person = look(code).about().person();
        db.execute(ONE_AT_A_TIME, person);
        var door = look(code); // again, now that nobody else opens this account
        if (password != null) {
            if (door.known()) throw new Refused(IdentityRefusal.SIGN_IN_FIRST);
            if (door.mailOnly()) throw new Refused(IdentityRefusal.SLIP_NO_LONGER);
            var now = clock.instant();
            db.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, password).set(ACCOUNT.FAILED_ATTEMPTS, 0)
                    .setNull(ACCOUNT.LOCKED_UNTIL).set(ACCOUNT.STATE, "ACTIVE")
                    .set(ACCOUNT.FIRST_WAY_IN, org.jooq.impl.DSL.coalesce(ACCOUNT.FIRST_WAY_IN, now))
                    .where(ACCOUNT.PERSON_ID.eq(person)).execute();
        }
        return codes.use(Purpose.INVITATION, code);
    }
}
