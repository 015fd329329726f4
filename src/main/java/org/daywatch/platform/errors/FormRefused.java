package org.daywatch.platform.errors;

/** A form that came from elsewhere, or from a page that was opened before somebody signed in or out. */
public final class FormRefused extends Problem {

    public FormRefused(String message) {
        super(message);
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String type() {
        return "form";
    }
}
