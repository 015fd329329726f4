package org.daywatch.platform.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Session and actor of the current request, for the endpoint check and the audit line; commands get theirs as a value.
 */
public final class Acting {

    private Acting() {}

    public static Optional<Actor> current() {
        return session().map(SignedIn.Session::actor);
    }

    public static Optional<SignedIn.Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.session())
                : Optional.empty();
    }
}
