package org.daywatch.platform.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The same everywhere (docs/formats/command-line.md). */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int FOUND_WRONG = 1;
    public static final int REFUSED = 2;
    public static final int USAGE = 64;
    public static final int INTERNAL = 70;

    /** What each says, as every command's help lists it. */
    public static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Integer.toString(DONE), "done");
        WORDS.put(Integer.toString(FOUND_WRONG), "checked, and something is wrong");
        WORDS.put(Integer.toString(REFUSED), "the input was refused, wholly or in part");
        WORDS.put(Integer.toString(USAGE), "the command was called wrongly");
        WORDS.put(Integer.toString(INTERNAL), "something failed inside");
    }

    private ExitCodes() {}
}
