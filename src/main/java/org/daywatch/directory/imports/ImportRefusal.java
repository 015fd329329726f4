package org.daywatch.directory.imports;

import org.daywatch.platform.errors.RefusalCode;

/** Why an import was not begun or not undone. Never renamed once published. */
enum ImportRefusal implements RefusalCode {
    IMPORT_NOT_YOURS,
    IMPORT_OF_DISTRICT,
    IMPORT_AT_WORK,
    IMPORT_FILE_GONE,
    IMPORT_NOT_READY,
    IMPORT_NEEDS_DISTRICT
}
