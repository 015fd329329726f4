package org.daywatch.platform.intake;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Lines of a text of which only the beginning is kept, since a broken file may be one line of hundreds of megabytes.
 */
final class Lines {
    private static final int KEPT = 400;

    private Lines() {}

    /** Leaves the reader at the beginning of the line after the given one. @return how that line begins */
    static String readTo(BufferedReader in, int line) throws IOException {
        String text = "";
        for (int at = 0; at < line; at++) text = next(in);
        return text;
    }

    private static String next(BufferedReader in) throws IOException {
        var kept = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c == '\r') {
                in.mark(1);
                if (in.read() != '\n') in.reset();
                break;
            }
            if (kept.length() < KEPT) kept.append((char) c);
        }
        return kept.toString();
    }
}
