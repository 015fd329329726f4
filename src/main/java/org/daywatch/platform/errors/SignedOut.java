package org.daywatch.platform.errors;

/** Something was sent after the session had ended. What was typed still stands in the browser's page. */
public final class SignedOut extends Problem {

    public SignedOut(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 401;
    }

    @Override
    public String type() {
        return "signed-out";
    }
}
