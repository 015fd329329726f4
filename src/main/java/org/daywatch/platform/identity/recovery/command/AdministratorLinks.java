package org.daywatch.platform.identity.recovery.command;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in of last resort: whoever may read the database's passwords on the machine itself vouches for the
 * administrator.
 */
@Component
public class AdministratorLinks {

    private final DSLContext db;
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final AuditLog audit;
    private final Clock clock;

    AdministratorLinks(DSLContext db, Accounts accounts, OneTimeCodes codes, AuditLog audit, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param path where the new password is set, on whatever address people reach this installation */
    public record Link(String name, String email, String path, Instant until) {}

    /**
     * Ends earlier links of this person; the audit chain says that it was asked for on the machine.
     *
     * @throws InvalidInput unless the account is an active one of an administrator of this agency
     */
    @Transactional
    public Link issue(UUID agency, String email) {
        var account = accounts.findByEmail(email.strip()).filter(Accounts.Account::active)
                .filter(a -> administers(agency, a.person()))
                .orElseThrow(() -> new InvalidInput("EMAIL", email,
                        "This agency has no administrator with this address; \"Users\" lists them, and so does the invitation each received."));
        audit.act("AdministratorLinkPrinted", "person " + account.person(), Map.of());
        String code = codes.issue(Subject.of(Purpose.PASSWORD_RESET, account.person()).org(agency));
        return new Link(account.name(), account.email(), "/sign-in/reset?code=" + code,
                clock.instant().plus(Purpose.PASSWORD_RESET.life()).truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean administers(UUID agency, UUID person) {
        return db.fetchExists(MEMBERSHIP, MEMBERSHIP.ORG_ID.eq(agency).and(MEMBERSHIP.PERSON_ID.eq(person))
                .and(MEMBERSHIP.ROLE.eq(Role.AGENCY_ADMIN.name())).and(MEMBERSHIP.UNTIL.isNull()));
    }
}
