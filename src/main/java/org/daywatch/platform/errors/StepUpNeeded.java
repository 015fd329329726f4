package org.daywatch.platform.errors;

/** Allowed, but only after the person proves again who they are. */
public final class StepUpNeeded extends Problem {

    public StepUpNeeded(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 401;
    }

    @Override
    public String type() {
        return "step-up-needed";
    }
}
