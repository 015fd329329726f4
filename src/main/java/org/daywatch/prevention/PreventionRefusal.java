package org.daywatch.prevention;

import org.daywatch.platform.errors.RefusalCode;

/** Why prevention refused something. Never renamed once published. */
public enum PreventionRefusal implements RefusalCode {
    ROUND_OVER("This round is over.");

    private final String sentence;

    PreventionRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
