package org.daywatch.directory.intake;

import java.util.List;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file. Every row read is accepted or refused; every accepted row is created, updated or unchanged.
 * {@code refused} lists each reason; a row with two faults stands there twice and counts once.
 */
public record ImportReport(ImportKind kind, String file, boolean preview, int read, int accepted, int refusedRows,
        int created, int updated, int unchanged, List<RefusedCell> refused, List<Said> said, Leavers leavers,
        Calendar calendar) {

    /** What a calendar's titles were read as. @param year null where the file is no calendar */
    public record Calendar(@Nullable ReadYear year, List<ReadTitle> titles) {

        public static final Calendar NONE = new Calendar(null, List.of());

        /** Titles somebody has to decide before their days follow. */
        public List<ReadTitle> questions() {
            return titles.stream().filter(ReadTitle::isOpenQuestion).toList();
        }

        /** Those of them for which what they were read as is likely right. */
        public List<ReadTitle> likelyQuestions() {
            return questions().stream().filter(title -> title.sureness() == Sureness.LIKELY).toList();
        }
    }

    /**
     * Students a roster no longer names; they stand in no row, so they are counted apart. @param ask so many that
     * somebody must say it is right
     */
    public record Leavers(int left, boolean ask) {

        public static final Leavers NONE = new Leavers(0, false);
    }

    public ImportReport(ImportKind kind, String file, boolean preview, int read, int accepted, int refusedRows,
            int created, int updated, int unchanged, List<RefusedCell> refused,
            List<Said> said) {
        this(kind, file, preview, read, accepted, refusedRows, created, updated, unchanged, refused, said, Leavers.NONE,
                Calendar.NONE);
    }

    /** What was noted, in English; pages put {@link #said} into the reader's words. */
    public List<String> notes() {
        return said.stream().map(Said::english).toList();
    }
}
