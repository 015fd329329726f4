package org.daywatch.platform.errors;

/** Allowed, but only after the person proves again who they are. */
public final class StepUpNeeded extends Problem {

    /** What has to be proven again. */
    public enum Proof {
        ANY, SECOND_STEP
    }

    private final Proof proof;

    public StepUpNeeded(Proof proof) {
        super("prove again who you are: " + proof);
        this.proof = proof;
    }

    public Proof proof() {
        return proof;
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
