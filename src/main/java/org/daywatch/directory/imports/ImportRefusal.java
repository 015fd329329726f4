package org.daywatch.directory.imports;

import org.daywatch.platform.errors.RefusalCode;

/** Why an import was not begun or not undone. Never renamed once published. */
enum ImportRefusal implements RefusalCode {
    IMPORT_NOT_YOURS("This kind of file is taken in by {whose} only."),
    IMPORT_AT_WORK("Another import is still running. Wait until it has ended."),
    IMPORT_FILE_GONE("The uploaded file is no longer kept. Choose it again."),
    IMPORT_NOT_READY("This import is not in a state for that: {state}."),
    IMPORT_ASKS_LEAVERS("The file no longer names {left} students, more than a school loses at once. Say that they have left."),
    IMPORT_NEEDS_DISTRICT("Say which district the calendar is for.");

    private final String sentence;

    ImportRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
