package org.daywatch.platform.tenancy;

import java.util.Optional;
import java.util.UUID;

/**
 * The scope of the current work. Bound once around a request, a listener or a job; every transaction inside carries it.
 */
public final class Tenancy {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    public static Optional<Scope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** @throws IllegalStateException when nobody is bound: a programming error, not a user's */
    public static UUID tenant() {
        return current().map(Scope::tenant)
                .orElseThrow(() -> new IllegalStateException(
                        "no organization is bound.\nMaybe wrap the call in Tenancy.as(...)"));
    }

    public static <R, X extends Throwable> R as(Scope scope, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, scope).call(work);
    }

    public static void run(Scope scope, Runnable work) {
        ScopedValue.where(CURRENT, scope).run(work);
    }
}
