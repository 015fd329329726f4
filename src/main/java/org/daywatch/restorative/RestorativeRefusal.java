package org.daywatch.restorative;

import org.daywatch.platform.errors.RefusalCode;

/** Why this room refused something. Never renamed once published. */
public enum RestorativeRefusal implements RefusalCode {
    GATE_PROTECT_STAYS,
    GATE_SAME_PATH,
    GATE_OVERRULED_ALREADY,
    GATE_REASON_SHORT,
    GATE_NOT_BY_OFFICER,
    GATE_NOBODY_TOLD
}
