package org.daywatch.platform.intake;

/** Why a row was not taken: its file (only where several come together), line, field, value and the reason. */
public record RefusedCell(String file, int line, String field, String value, Said said) {
    private static final int SHOWN = 200;
    private static final java.util.regex.Pattern TURNING = java.util.regex.Pattern
            .compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    public RefusedCell {
        value = TURNING.matcher(value).replaceAll(
                found -> "<U+" + Integer.toHexString(found.group().charAt(0)).toUpperCase(java.util.Locale.ROOT) + ">"); // or the report itself would read backwards
        // Half a character outside the basic plane is none: the cut is moved before it.
        int end = value.length() <= SHOWN
                ? value.length()
                : SHOWN - (Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? 1 : 0);
        value = end == value.length() ? value : value.substring(0, end) + "…";
    }

    public RefusedCell(int line, String field, String value, Said said) {
        this("", line, field, value, said);
    }

    public RefusedCell(int line, String field, String value, String key, Object... values) {
        this(line, field, value, Said.of(key, values));
    }

    /** In English, for reports; pages put {@link #said} into the reader's words. */
    public String reason() {
        return said.english();
    }

    public RefusedCell in(String name) {
        return new RefusedCell(name, line, field, value, said);
    }
}
