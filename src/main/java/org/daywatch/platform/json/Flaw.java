package org.daywatch.platform.json;

/**
 * One fault of a file: where it stands, what stands there, and what to do.
 *
 * @param line counted from 1
 * @param path JSON path, {@code $.shifts[3].start}; lists count from 0
 * @param value as written, shortened
 */
public record Flaw(int line, String path, String value, String advice) {

    @Override
    public String toString() {
        return "line " + line + ", " + path + (value.isEmpty() ? "" : " " + value) + ": " + advice;
    }
}
