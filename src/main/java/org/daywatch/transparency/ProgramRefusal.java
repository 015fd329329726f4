package org.daywatch.transparency;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about a program's clocks and papers was refused. Never renamed once published. */
public enum ProgramRefusal implements RefusalCode {
    PROGRAM_CLOCK_OVER("This clock does not run any more."),
    PROGRAM_CLOCK_RUNS("This clock is not answered."),
    PROGRAM_CLOCK_NOT_DUE("It is too early for that."),
    PROGRAM_CLOCK_ITEMS_MISSING("The notice is not complete: {missing} of {of} items are not checked."),
    PROGRAM_CLOCK_DONE_WHEN("It was done after it began and not in the future."),
    PROGRAM_CLOCK_WORDS_MISSING("It was done earlier than you write it: say what was done, in five letters or more."),
    PROGRAM_CLOCK_NOTHING_TO_CONFIRM("Nothing waits here for a second person."),
    PROGRAM_CLOCK_OWN_WORD("You said so yourself: another person must confirm it."),
    PROGRAM_REASON_MISSING("Say why, in five letters or more."),
    PAPER_REASON_MISSING("Say in five letters or more why this record is taken back."),
    PAPER_WITHDRAWN("This record was taken back already.");

    private final String sentence;

    ProgramRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
