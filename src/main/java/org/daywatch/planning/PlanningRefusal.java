package org.daywatch.planning;

import org.daywatch.platform.errors.RefusalCode;

/** Why planning refused something. Never renamed once published. */
public enum PlanningRefusal implements RefusalCode {
    DRILL_NOT_SCHEDULED("This drill is not scheduled any more."),
    PLANNING_REASON_MISSING("Say why."),
    MEETING_NOT_CALLED("This meeting was held or called off already."),
    MEETING_NOT_YET("A meeting is closed on its day or later."),
    MEETING_ENDS_BEFORE_IT_BEGINS("A meeting ends after it began."),
    MEETING_NOBODY_THERE("Nobody is marked as present."),
    MEETING_NOT_HELD("Only minutes of a meeting that was held and is not approved yet can be approved."),
    MEETING_MINUTES_MISSING("Items that were dealt with have no minutes yet."),
    MEETING_MINUTES_STAND("The minutes were approved and stand as they are."),
    AGREEMENT_STATE("The agreement is not in a state in which this can be done."),
    AGREEMENT_EMPTY("The agreement has no clauses yet."),
    AGREEMENT_CHECK_UNANSWERED("The check found something; say why the agreement is offered all the same."),
    AGREEMENT_TEXT_CHANGED("The text is not the one you read; read it again before you sign."),
    AGREEMENT_SIGNED_ALREADY("Your party signed already."),
    AGREEMENT_SAME_PERSON("One person cannot sign for both parties."),
    AGREEMENT_NOT_YOUR_PARTY("You do not sign for this party."),
    AGREEMENT_NAME_DIFFERS("The name typed is not the one of your account."),
    AGREEMENT_RENEWED_ALREADY("A renewal of this agreement exists already.");

    private final String sentence;

    PlanningRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
