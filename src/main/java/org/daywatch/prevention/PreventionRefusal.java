package org.daywatch.prevention;

import org.daywatch.platform.errors.RefusalCode;

/** Why prevention refused something. Never renamed once published. */
public enum PreventionRefusal implements RefusalCode {
    ROUND_OVER("This round is over."),
    ROUND_OF_ANOTHER("Somebody else walks this round."),
    ROUND_WHY_MISSING("A round is broken off with a reason."),
    CHECKPOINT_RETIRED("This checkpoint is retired."),
    CHECKPOINT_ELSEWHERE("This checkpoint belongs to another school.");

    private final String sentence;

    PreventionRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
