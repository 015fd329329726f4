package org.daywatch.platform.identity;

import java.util.Optional;

/** The actor of the current request, for the audit line only; commands get theirs as a value. */
public final class Acting {

    private Acting() {}

    public static Optional<Actor> current() {
        return PermissionCheck.session().map(SignedIn.Session::actor);
    }
}
