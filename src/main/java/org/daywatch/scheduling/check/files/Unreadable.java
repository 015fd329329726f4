package org.daywatch.scheduling.check.files;

/** A file the checker cannot judge: says which of the two, the path of the field, its value and what to write. */
public final class Unreadable extends RuntimeException {

    public Unreadable(String file, String path, String value, String advice) {
        super("The " + file + (path.isEmpty() ? "" : ", field " + path) + (value.isEmpty() ? "" : ", is " + value)
                + ": " + advice);
    }
}
