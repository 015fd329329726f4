package org.daywatch.platform.errors;

/** Too often in too short a time. */
public final class TooMany extends Problem {

    public TooMany(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public String type() {
        return "too-many";
    }
}
