package org.daywatch.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A valid session: the person is known; the actor is null until they have chosen for whom they act. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Session session;

    public SignedIn(Session session) {
        super(AuthorityUtils.createAuthorityList("SIGNED_IN"));
        this.session = session;
        setAuthenticated(true);
    }

    /**
     * @param provenAt when the person last proved who they are
     * @param secondStep whether they have a passkey or an authenticator app
     * @param secondProofAt when one of them, or the organization's sign-in, was last the proof; null for never here
     * @param formKey what forms carry that are sent with this session, and with no other
     * @param actor null until they have chosen for whom they act, and before their second step
     */
    public record Session(UUID id, UUID person, String name, String email, String language, String method,
            Instant provenAt, boolean secondStep, @Nullable Instant secondProofAt, Instant expiresAt, String formKey,
            @Nullable Actor actor, SecondStep.Owed owed) {}

    public Session session() {
        return session;
    }

    @Override
    public Object getCredentials() { return ""; }

    @Override
    public Object getPrincipal() { return session; }

    @Override
    public String getName() { return session.email(); }
}
