package org.daywatch.prevention;

import org.daywatch.platform.errors.RefusalCode;

/** Why prevention refused something. Never renamed once published. */
public enum PreventionRefusal implements RefusalCode {
    ROUND_OVER("This round is over."),
    ROUND_OF_ANOTHER("Somebody else walks this round."),
    ROUND_WHY_MISSING("A round is broken off with a reason."),
    CHECKPOINT_RETIRED("This checkpoint is retired."),
    CHECKPOINT_ELSEWHERE("This checkpoint belongs to another school."),
    FINDING_NOT_OPEN("This finding does not wait for mending at the moment."),
    FINDING_NOT_FIXED("Nobody has said that this finding is fixed."),
    FINDING_NOT_VERIFIED("Somebody who did not mend it has to look first."),
    FINDING_STILL_OPEN("This finding is open already."),
    FINDING_CLOSED("This finding is closed. If it is so again, open it again and say why."),
    FINDING_OWN_WORK("You mended this or it is yours to see to: somebody else has to look whether it is so."),
    FINDING_NOT_YOURS("The principal and the safety director decide this."),
    FINDING_RISK_NOT_YOURS("Only the safety director answers for leaving a risk as it is."),
    FINDING_WORDS_MISSING("Say it in a few words: whoever looks later reads it."),
    FINDING_DUE_LATE("By the rule this is mended by {latest}. Choose that day or an earlier one, or say why it takes longer."),
    FINDING_REVIEW_DAY("An accepted risk is looked at again between tomorrow and {latest}. Choose a day in between.");

    private final String sentence;

    PreventionRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
