package org.daywatch.directory.intake;

import java.util.List;
import org.daywatch.platform.intake.RefusedCell;

/**
 * What became of a file. Every row read is accepted or refused; every accepted row is created, updated or unchanged.
 * {@code refused} lists each reason; a row with two faults stands there twice and counts once.
 */
public record ImportReport(ImportKind kind, String file, boolean preview, int read, int accepted, int refusedRows,
        int created, int updated, int unchanged, List<RefusedCell> refused, List<String> notes) {}
