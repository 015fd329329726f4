package org.daywatch.transparency;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about logs, meters or reports was refused. Never renamed once published. */
public enum TransparencyRefusal implements RefusalCode {
    LOG_WEEK_LOCKED("This week is signed and locked. Write a correction with a reason.");

    private final String sentence;

    TransparencyRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
