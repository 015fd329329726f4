package org.daywatch.platform.errors;

/** Signed in, but the role does not include this. */
public final class Forbidden extends Problem {

    public Forbidden(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String type() {
        return "forbidden";
    }
}
