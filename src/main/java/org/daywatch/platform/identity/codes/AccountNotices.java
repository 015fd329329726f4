package org.daywatch.platform.identity.codes;

import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * A change to the ways into an account is told to its owner and, where they act for an organization, stands in its
 * audit chain.
 */
@Component
public class AccountNotices {

    private final AuditLog audit;
    private final AccountMail mail;

    AccountNotices(AuditLog audit, AccountMail mail) {
        this.audit = audit;
        this.mail = mail;
    }

    public void passkeyAdded(SignedIn.Session session, String label) {
        act(session, "PasskeyAdded", Map.of("label", label));
        mail.send(session.email(), session.language(), "passkey-added", session.name(), label);
    }

    public void passkeyRemoved(SignedIn.Session session) {
        act(session, "PasskeyRemoved", Map.of());
        mail.send(session.email(), session.language(), "passkey-removed", session.name());
    }

    public void appAdded(SignedIn.Session session) {
        act(session, "AuthenticatorAppAdded", Map.of());
        mail.send(session.email(), session.language(), "app-added", session.name());
    }

    public void appRemoved(SignedIn.Session session) {
        act(session, "AuthenticatorAppRemoved", Map.of());
        mail.send(session.email(), session.language(), "app-removed", session.name());
    }

    public void passwordChanged(SignedIn.Session session) {
        act(session, "PasswordChanged", Map.of());
        mail.send(session.email(), session.language(), "password-changed", session.name());
    }

    public void sessionsEnded(SignedIn.Session session, String which) {
        act(session, "SessionsEnded", Map.of("which", which));
    }

    private void act(SignedIn.Session session, String action, Map<String, ?> detail) {
        if (session.actor() != null) audit.act(action, subject(session.person()), detail);
    }

    public static String subject(UUID person) {
        return "person " + person;
    }
}
