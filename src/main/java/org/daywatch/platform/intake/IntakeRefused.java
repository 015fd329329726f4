package org.daywatch.platform.intake;

/**
 * The whole file cannot be taken. What it says is for the person who chose it and says what to do; the exception's
 * message is that in English.
 */
public final class IntakeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Said said;

    public IntakeRefused(Said said) {
        super(said.english());
        this.said = said;
    }

    public IntakeRefused(String key, Object... values) {
        this(Said.of(key, values));
    }

    public Said said() {
        return said;
    }
}
