package org.daywatch.transparency;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about logs, meters or reports was refused. Never renamed once published. */
public enum TransparencyRefusal implements RefusalCode {
    LOG_WEEK_LOCKED,
    LOG_SIGNED,
    LOG_EMPTY,
    LOG_STILL_ON_POST,
    LOG_WEEK_NOT_OVER,
    LOG_OFFICER_FIRST,
    LOG_OWN_SIGNATURE,
    LOG_REASON_MISSING,
    LOG_NOT_ON_POST,
    LOG_LINE_NOT_TYPED,
    LOG_LINE_WITHDRAWN,
    LOG_ASSESSMENT_COUNTED,
    LOG_ROUND_COUNTED,
    LOG_OUTSIDE_SHIFT,
    LOG_WHILE_AWAY,
    LOG_TIME_TAKEN,
    LOG_LESSON_COUNTED
}
