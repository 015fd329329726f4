package org.daywatch.platform.criminalhistory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is typed here is taken as it is: in an emergency nobody is asked to write a sentence anew. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsWritten {
    String why();
}
