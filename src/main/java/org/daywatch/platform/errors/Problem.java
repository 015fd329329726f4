package org.daywatch.platform.errors;

/** The few ways in which a request can fail by its own fault; everything else is a bug. */
public abstract sealed class Problem extends RuntimeException
        permits InvalidInput, Refused, NotFound, Forbidden, FormRefused, Stale, TooMany, StepUpNeeded, SignedOut,
        Unscanned {

    protected Problem(String message) {
        super(message);
    }

    public abstract int status();

    /** Last part of the problem type's address, kebab case, stable. */
    public abstract String type();
}
