package org.daywatch.platform.errors;

/** Somebody else changed it meanwhile; nothing was overwritten. */
public final class Stale extends Problem {

    public Stale(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 412;
    }

    @Override
    public String type() {
        return "stale";
    }
}
