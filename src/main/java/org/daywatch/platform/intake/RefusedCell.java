package org.daywatch.platform.intake;

/** Why a row was not taken: its file (only where several come together), line, field, value and the reason. */
public record RefusedCell(String file, int line, String field, String value, String reason) {
    private static final int SHOWN = 200;

    public RefusedCell {
        // Half a character outside the basic plane is none: the cut is moved before it.
        int end = value.length() <= SHOWN ? value.length() : SHOWN - (Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? 1 : 0);
        value = end == value.length() ? value : value.substring(0, end) + "…";
    }

    public RefusedCell(int line, String field, String value, String reason) {
        this("", line, field, value, reason);
    }

    public RefusedCell in(String name) {
        return new RefusedCell(name, line, field, value, reason);
    }
}
