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
    FINDING_REVIEW_DAY("An accepted risk is looked at again between tomorrow and {latest}. Choose a day in between."),
    ASSESSMENT_OVER("This assessment is accepted or withdrawn, and stays as it is. What has changed at the campus goes into the next one."),
    ASSESSMENT_NOT_DRAFT("This assessment was handed in. Whoever leads may send it back; then its answers change again."),
    ASSESSMENT_NOT_SUBMITTED("This assessment was not handed in yet."),
    ASSESSMENT_EMPTY("Nothing has been answered yet. Walk the campus first."),
    ASSESSMENT_INCOMPLETE("{number} items have no answer. An assessment counts for the program only when each has one; send it back, or accept it without counting."),
    ASSESSMENT_OWN_WORK("You handed this in or answered in it: somebody else accepts it."),
    ASSESSMENT_NOT_REGISTERED("A provider from outside has to stand in the state's register on the day of the assessment before it counts. Send it back for his number and its last day, or accept it without counting."),
    ASSESSMENT_NOT_YOURS("The safety director decides this."),
    ASSESSMENT_WORDS_MISSING("Say why in a few words: whoever looks later reads it."),
    ASSESSMENT_UNDER_WAY("An assessment of {school} with this instrument is under way already. Go on with that one, or withdraw it."),
    INSTRUMENT_KNOWN("{instrument} is known already, and an edition never changes. Give the changed one the next edition number."),
    MEASURE_DECIDED("This measure was decided already."),
    MEASURE_NOT_APPROVED("This measure was not approved, so it cannot be done."),
    MEASURE_NOT_YOURS("The safety director decides which measures are taken."),
    MEASURE_WORDS_MISSING("Say it in a few words: whoever looks later reads it.");

    private final String sentence;

    PreventionRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
