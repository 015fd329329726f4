package org.daywatch.directory.imports.titles;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.intake.Sureness;
import org.jspecify.annotations.Nullable;

/** The titles of one file: what the district decided about a title goes before what its words say. Pure. */
public final class Titles {

    /** What people of a district said a title means. @param kind null: it changes nothing */
    public record Decided(@Nullable DayKind kind, LocalDate on) {}

    /** Nothing decided, and nothing likely agreed to. */
    public static Titles asWritten() {
        return new Titles(Map.of(), false);
    }

    private final TitleReader reader = new TitleReader();
    private final Map<String, Decided> decided;
    private final boolean acceptLikely;
    private final Map<String, TitleReading> read = new HashMap<>();

    /** @param decided by title, written plainly ({@link #key}) */
    public Titles(Map<String, Decided> decided, boolean acceptLikely) {
        this.decided = decided;
        this.acceptLikely = acceptLikely;
    }

    /** Titles that differ in case, spaces and signs only are one. */
    public static String key(String title) {
        return TitleReader.plain(title);
    }

    public TitleReading read(String title) {
        return read.computeIfAbsent(key(title), plain -> {
            var said = decided.get(plain);
            return said == null
                    ? reader.read(title)
                    : TitleReading.said(said.kind(), "DECIDED", said.on()).forLevels(Students.named(plain).levels());
        });
    }

    public boolean applies(TitleReading reading) {
        return reading.sureness() == Sureness.SURE || acceptLikely && reading.sureness() == Sureness.LIKELY;
    }
}
