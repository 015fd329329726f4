package org.daywatch.platform.errors;

/** Not there, or not yours: the same answer, so that nobody learns which. */
public final class NotFound extends Problem {

    public NotFound(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public String type() {
        return "not-found";
    }
}
