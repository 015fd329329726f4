package org.daywatch.planning;

import org.daywatch.platform.errors.RefusalCode;

/** Why planning refused something. Never renamed once published. */
public enum PlanningRefusal implements RefusalCode {
    DRILL_NOT_SCHEDULED("This drill is not scheduled any more."),
    PLAN_IN_WORK("A new edition of this plan is being written already."),
    PLAN_NOT_A_DRAFT("Only a draft is changed or submitted; for a plan that holds, begin a new edition."),
    PLAN_NOT_COMPLETE("Something is missing that nobody can approve a plan without."),
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
