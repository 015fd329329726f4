package org.daywatch.staffing;

import org.daywatch.platform.errors.RefusalCode;

/** Why a staffing command was refused. Never renamed once published. */
public enum StaffingRefusal implements RefusalCode {
    REASON_MISSING("Say why, so that the next reader understands."),
    REQUEST_NOT_A_DRAFT("Only a draft can be submitted."),
    REQUEST_NOT_SUBMITTED("Only a submitted request can be accepted or declined."),
    REQUEST_DECIDED("The request has been decided and can no longer be changed. Withdraw it and ask anew."),
    REQUEST_SCHOOL_FIXED("A request keeps its school. Withdraw it and ask for the other school."),
    REQUEST_OVER("The request has already been declined or withdrawn."),
    REQUEST_NOT_ACCEPTED("Posts are made from accepted requests only."),
    WORK_PROHIBITED("The department forbids its officers this kind of work."),
    POST_NOT_DRAFT("Only a draft post can be opened."),
    POST_NOT_OPEN("The post is not open."),
    POST_NOT_HELD("The post is not held."),
    POST_FILLED("The post is filled. Cancel it, with a reason the officer will read."),
    POST_CANCELLED("The post has been cancelled."),
    POST_STARTED("The post has already begun."),
    HOLD_TOO_LONG("A place can be held for at most 72 hours and not beyond the start of the post.");

    private final String sentence;

    StaffingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
