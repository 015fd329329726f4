package org.daywatch.scheduling.bound;

import com.google.ortools.Loader;

/**
 * The native library: 71 MB that are unpacked into the temporary folder and loaded in about a second, so only when
 * first used and once a process.
 */
public final class OrTools {

    private OrTools() {}

    /** Call before anything of {@code com.google.ortools} is touched. */
    public static void load() {
        Library.touch();
    }

    /** The class loader sees to it that this happens once, and that whoever comes second waits. */
    private static final class Library {
        static {
            Loader.loadNativeLibraries();
        }

        static void touch() {}
    }
}
