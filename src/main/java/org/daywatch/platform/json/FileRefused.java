package org.daywatch.platform.json;

import java.util.List;

/**
 * A file that breaks its format's rules, with its faults in the order of the file: the first ones, where there are
 * many.
 */
public final class FileRefused extends RuntimeException {

    private final transient List<Flaw> flaws;
    private final int more;

    FileRefused(List<Flaw> flaws, int more) {
        super(text(flaws, more));
        this.flaws = List.copyOf(flaws);
        this.more = more;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Faults found beyond those named. */
    public int more() {
        return more;
    }

    private static String text(List<Flaw> flaws, int more) {
        var lines = String.join("\n", flaws.stream().map(Flaw::toString).toList());
        return more == 0 ? lines : lines + "\nand " + more + " more";
    }
}
