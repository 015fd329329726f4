package org.daywatch.platform.identity.codes;

import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.springframework.stereotype.Component;

/**
 * A change to the ways into an account is told to its owner and, where they act for an organization, stands in its
 * audit chain.
 */
@Component
public class AccountNotices {

    private final AuditLog audit;
    private final AccountMail mail;
    private final SecurityLog security;

    AccountNotices(AuditLog audit, AccountMail mail, SecurityLog security) {
        this.audit = audit;
        this.mail = mail;
        this.security = security;
    }

    public void passkeyAdded(SignedIn.Session session, String label) {
        act(session, "PasskeyAdded", SecurityEvent.AUTHN_TOKEN_CREATED, Map.of("label", label));
        mail.send(session.email(), session.language(), "passkey-added", session.name(), label);
    }

    public void passkeyRemoved(SignedIn.Session session) {
        act(session, "PasskeyRemoved", SecurityEvent.AUTHN_TOKEN_REVOKED, Map.of());
        mail.send(session.email(), session.language(), "passkey-removed", session.name());
    }

    public void appAdded(SignedIn.Session session) {
        act(session, "AuthenticatorAppAdded", SecurityEvent.AUTHN_TOKEN_CREATED, Map.of());
        mail.send(session.email(), session.language(), "app-added", session.name());
    }

    public void appRemoved(SignedIn.Session session) {
        act(session, "AuthenticatorAppRemoved", SecurityEvent.AUTHN_TOKEN_REVOKED, Map.of());
        mail.send(session.email(), session.language(), "app-removed", session.name());
    }

    public void passwordChanged(SignedIn.Session session) {
        act(session, "PasswordChanged", SecurityEvent.AUTHN_PASSWORD_CHANGE, Map.of());
        mail.send(session.email(), session.language(), "password-changed", session.name());
    }

    public void sessionsEnded(SignedIn.Session session, String which) {
        act(session, "SessionsEnded", SecurityEvent.SESSION_EXPIRED, Map.of("which", which));
    }

    private void act(SignedIn.Session session, String action, SecurityEvent event, Map<String, ?> detail) {
        security.done(event, subject(session.person()), Map.of("audit", action));
        if (session.actor() != null) audit.act(action, subject(session.person()), detail);
    }

    public static String subject(UUID person) {
        return "person " + person;
    }
}
