package org.daywatch.planning;

import org.daywatch.platform.errors.RefusalCode;

/** Why planning refused something. Never renamed once published. */
public enum PlanningRefusal implements RefusalCode {
    DRILL_NOT_SCHEDULED("This drill is not scheduled any more."),
    PLANNING_REASON_MISSING("Say why."),
    MEETING_NOT_CALLED("This meeting was held or called off already."),
    MEETING_NOT_YET("A meeting is closed on its day or later."),
    MEETING_ENDS_BEFORE_IT_BEGINS("A meeting ends after it began."),
    MEETING_NOT_OVER("A meeting is closed once it is over."),
    MEETING_NOBODY_THERE("Nobody is marked as present."),
    MEETING_NOT_HELD("Only minutes of a meeting that was held and is not approved yet can be approved."),
    MEETING_MINUTES_MISSING("Items that were dealt with have no minutes yet."),
    MEETING_APPROVER_NOT_THERE("Minutes are approved by a member who was there."),
    MEETING_OWN_MINUTES("Whoever closed the meeting does not approve its minutes."),
    MEETING_APPROVER_HAS_ACCOUNT("Somebody who was there has an account and approves the minutes himself."),
    MEETING_MINUTES_STAND("The minutes were approved and stand as they are."),
    AGREEMENT_STATE("The agreement is not in a state in which this can be done."),
    AGREEMENT_EMPTY("The agreement has no clauses yet."),
    AGREEMENT_CHECK_UNANSWERED("The check found something; say why the agreement is offered all the same."),
    AGREEMENT_TEXT_CHANGED("The text is not the one you read; read it again before you sign."),
    AGREEMENT_SIGNED_ALREADY("Your party signed already."),
    AGREEMENT_SAME_PERSON("One person cannot sign for both parties."),
    AGREEMENT_NOT_YOUR_PARTY("You do not sign for this party."),
    AGREEMENT_NAME_DIFFERS("The name typed is not the one of your account."),
    AGREEMENT_RENEWED_ALREADY("A renewal of this agreement exists already."),
    DRILL_RUNNING("This drill has begun already."),
    DRILL_NOT_RUNNING("This drill does not run at the moment."),
    DRILL_NOT_HELD("This drill has not been held yet."),
    DRILL_REVIEWED("This drill has been reviewed already."),
    DRILL_NOT_RATED("Rate at least one thing first: how well did it work?"),
    DRILL_UNCONFIRMED("Say first what this drill counts as."),
    DRILL_CONFIRMED("What this drill counts as has been said already."),
    DRILL_ANOTHER_ACTION("The school was told something else during this drill. Choose what fits what was pressed."),
    DRILL_ANOTHER_DAY("This drill is scheduled for {day}. Move it to today first."),
    DRILL_REASON_MISSING("Say why in a few words: whoever counts drills reads it."),
    DRILL_NOTICE_TOO_SHORT("Families must be told before this drill: the earliest day is {day}."),
    DRILL_FAMILIES_NOT_TOLD("Families must be told before this drill, and nobody has written down that they were. Tell them first, or move the drill."),
    DRILL_SIMULATION("No drill has anybody play an attacker, no shots, wounds or noises of them. Take that out; then it can be scheduled."),
    DRILL_DOSE("{title} has had {number} drills of this kind in this school year with those that are planned; {limit} are allowed. Choose another hour or day."),
    DRILL_NO_SCHOOL("The school is not in session on {day}."),
    DRILL_DAY_TAKEN("Another drill is planned for {day} already."),
    DRILL_PULSE_OVER("The question after this drill is closed."),
    DRILL_EXERCISE_STANDS("The exercise still stands on the screens. End it there: it takes two people."),
    IMPROVEMENT_NOT_OPEN("This improvement is not open any more."),
    IMPROVEMENT_NOT_DONE("Somebody must say first that it is done."),
    IMPROVEMENT_OWN_WORK("Whoever did it or owns it cannot verify it: ask somebody else."),
    IMPROVEMENT_CLOSED("This improvement is closed."),
    IMPROVEMENT_WORDS_MISSING("Write a few words: whoever reads this later was not there."),
    IMPROVEMENT_NOT_YOURS_TO_DROP("Only the safety director drops an improvement."),
    PLAN_IN_WORK("A new edition of this plan is being written already."),
    PLAN_NOT_A_DRAFT("Only a draft is changed or submitted; for a plan that holds, begin a new edition."),
    PLAN_NOT_COMPLETE("Something is missing that nobody can approve a plan without."),
    PLAN_APPROVAL_NOT_COMPLETE("Something is missing that nobody can approve a plan without; send it back."),
    PLAN_NOT_IN_REVIEW("This plan does not wait for an approval."),
    PLAN_NOT_IN_FORCE("Only a plan that is approved is reviewed."),
    PLAN_OWN_WORK("Whoever wrote in a plan does not approve it."),
    PLAN_REASON_MISSING("Say why it is sent back."),
    OPERATIONS_PLAN_SEALED("This opening has ended. Open the plan again and say what for.");

    private final String sentence;

    PlanningRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
