package org.daywatch.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A paper that is read off the code: where it is not as the code is now, it is written anew and the test fails once.
 */
final class WrittenAnew {

    private WrittenAnew() {}

    static void unlessAsKept(Path paper, String fresh) throws IOException {
        var kept = Files.exists(paper) ? Files.readString(paper) : "";
        if (fresh.equals(kept)) return;
        Files.writeString(paper, fresh);
        var changed = Stream.concat(fresh.lines().filter(line -> !kept.contains(line)),
                kept.lines().filter(line -> !fresh.contains(line))).limit(5).toList();
        Offenders.none("Look at " + paper + ", which was written anew just now, commit it, and run this again.",
                changed);
    }
}
