package org.daywatch.platform.intake;

/** Why a row was not taken: its file (only where several come together), line, field, value and the reason. */
public record RefusedCell(String file, int line, String field, String value, String reason) {
    private static final int SHOWN = 200;

    public RefusedCell {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    public RefusedCell(int line, String field, String value, String reason) {
        this("", line, field, value, reason);
    }

    public RefusedCell in(String name) {
        return new RefusedCell(name, line, field, value, reason);
    }
}
