package org.daywatch.platform.intake;

/** The whole file cannot be taken. The message is for the person who chose it and says what to do. */
public final class IntakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeRefused(String message) {
        super(message);
    }
}
