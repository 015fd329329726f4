package org.daywatch.platform.exports;

import org.daywatch.platform.errors.RefusalCode;

/** Why a file was not handed out, or more of them not allowed. */
public enum ExportRefusal implements RefusalCode {
    EXPORTS_SPENT,
    EXPORT_ASK_OWN,
    EXPORT_ASK_OVER
}
