package org.daywatch.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For everybody who has signed in, whatever their role: choosing a place, signing out, their own account. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyMember {

    /** Also for a session that still owes this: only what the second step itself needs. */
    SecondStep.Step[] evenAt() default {};
}
