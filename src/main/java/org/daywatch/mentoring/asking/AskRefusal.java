package org.daywatch.mentoring.asking;

import org.daywatch.platform.errors.RefusalCode;

/** Why a student's asking, or the answer to it, was refused. Never renamed once published. */
enum AskRefusal implements RefusalCode {
    ASKS_TOO_MANY, ASK_ANSWERED
}
