package org.daywatch.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission an endpoint needs: one of those named is enough. On the method, or on the class for all its methods.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission[] value();

    /** The person must have proved who they are within the last ten minutes: exports, users, operations. */
    boolean stepUp() default false;

    /** Whoever lacks it is told that there is nothing at this address, and not that it is not for them. */
    boolean hidden() default false;
}
