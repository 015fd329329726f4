package org.daywatch.platform.identity.account;

import java.util.Locale;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.members.Memberships;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Asked for by the person, confirmed from the new address, told to the old one both times. */
@Component
class EmailChanges {

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final AccountMail mail;
    private final PublicAddress address;
    private final Memberships memberships;

    EmailChanges(Accounts accounts, OneTimeCodes codes, AccountMail mail, PublicAddress address,
            Memberships memberships) {
        this.accounts = accounts;
        this.codes = codes;
        this.mail = mail;
        this.address = address;
        this.memberships = memberships;
    }

    void ask(SignedIn.Session session, String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        if (!wanted.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || wanted.length() > 200) {
            throw new InvalidInput("email", email, "account.email.wrong");
        }
        String code = codes.issue(Subject.of(Purpose.EMAIL_CHANGE, session.person()).email(wanted));
        mail.send(wanted, session.language(), "email-confirm", session.name(),
                address.link("/email/confirm?code=" + code));
        mail.send(session.email(), session.language(), "email-asked", session.name(), wanted);
    }

    String find(String code) {
        return codes.find(Purpose.EMAIL_CHANGE, code).map(Subject::email)
                .orElseThrow(() -> new NotFound("no valid code"));
    }

    void confirm(String code) {
        var about = codes.use(Purpose.EMAIL_CHANGE, code);
        var before = accounts.find(about.person()).orElseThrow();
        accounts.changeEmail(about.person(), about.email());
        memberships.changeEmail(about.person(), about.email());
        codes.withdraw(Purpose.PASSWORD_RESET, about.person()); // what lies in the old mailbox opens nothing any more
        mail.send(before.email(), before.language(), "email-changed", before.name(), about.email());
    }
}
