package org.daywatch.directory.intake;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.intake.Said;

/**
 * Takes in one kind of file. An importer reads row by row, compares with what is stored and, unless the run is a
 * preview, writes in {@linkplain ImportRun#inTransaction steps}. The same file twice changes nothing the second time.
 */
public interface Importer {
    ImportKind kind();

    /** The tables it writes ("directory.school"), those that others refer to first; undoing goes the other way. */
    List<String> tables();

    void take(ImportFile file, ImportRun run);

    /**
     * Takes back rows of the first of its tables in its own way, where removing them would not be enough. What it
     * leaves is then taken back row by row.
     *
     * @param created rows the run made, unchanged since
     * @param removed rows the run removed, as JSON
     * @return how many it took back
     */
    default int takeBack(List<UUID> created, List<String> removed) {
        return 0;
    }

    /**
     * Rows that undoing must leave, as a condition in SQL: what has happened meanwhile cannot be taken back.
     *
     * @param row the name under which the row of the table stands in the statement; {@code c} is its change
     */
    default String settled(UUID runId, String table, String row) {
        return "false";
    }

    /** Its rows are taken back: takes back what else came with them, and says what stays and why. */
    default List<Said> stays(UUID runId) {
        return List.of();
    }

    /**
     * The rows of this run stand as before it; whoever was told of them may have to be told again. In the same
     * transaction.
     */
    default void undone(UUID runId) {}
}
