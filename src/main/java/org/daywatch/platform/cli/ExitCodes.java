package org.daywatch.platform.cli;

/** The same everywhere (docs/formats/command-line.md). */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int FOUND_WRONG = 1;
    public static final int REFUSED = 2;
    public static final int USAGE = 64;
    public static final int INTERNAL = 70;

    private ExitCodes() {}
}
