package org.daywatch.transparency;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about a program's clocks and papers was refused. Never renamed once published. */
public enum ProgramRefusal implements RefusalCode {
    PROGRAM_CLOCK_OVER,
    PROGRAM_CLOCK_RUNS,
    PROGRAM_CLOCK_NOT_DUE,
    PROGRAM_CLOCK_ITEMS_MISSING,
    PROGRAM_CLOCK_DONE_WHEN,
    PROGRAM_CLOCK_WORDS_MISSING,
    PROGRAM_CLOCK_NOTHING_TO_CONFIRM,
    PROGRAM_CLOCK_OWN_WORD,
    PROGRAM_REASON_MISSING,
    PAPER_REASON_MISSING,
    PAPER_WITHDRAWN
}
