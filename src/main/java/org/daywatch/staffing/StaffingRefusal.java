package org.daywatch.staffing;

import org.daywatch.platform.errors.RefusalCode;

/** Why a staffing command was refused. Never renamed once published. */
public enum StaffingRefusal implements RefusalCode {
    NOT_AVAILABLE_THEN("Not available then."),
    BLOCK_ALREADY_PLACED("This school has already blocked this officer."),
    BLOCK_ALREADY_APPEALED("An appeal has been made, or the block is decided."),
    BLOCK_DECIDED("The block has been decided. A new one can be placed."),
    REASON_MISSING("Say why, so that the next reader understands."),
    REQUEST_NOT_A_DRAFT("Only a draft can be submitted."),
    REQUEST_NOT_SUBMITTED("Only a submitted request can be accepted or declined."),
    REQUEST_DECIDED("The request has been decided and can no longer be changed. Withdraw it and ask anew."),
    REQUEST_SCHOOL_FIXED("A request keeps its school. Withdraw it and ask for the other school."),
    REQUEST_OVER("The request has already been declined or withdrawn."),
    REQUEST_NOT_ACCEPTED("Posts are made from accepted requests only."),
    AGREEMENT_NOT_WAITING("It was agreed, withdrawn or stopped meanwhile. Look at it again."),
    TERMS_ANSWERED("These terms have been answered or withdrawn. Propose them again."),
    TERMS_LINK_OVER("This link has ended. Ask the agency for a new one."),
    WORK_PROHIBITED("The department forbids its officers this kind of work."),
    POST_NOT_DRAFT("Only a draft post can be opened."),
    POST_NOT_OPEN("The post is not open."),
    POST_NOT_HELD("The post is not held."),
    POST_FILLED("The post is filled. Cancel it, with a reason the officer will read."),
    POST_CANCELLED("The post has been cancelled."),
    POST_NOT_CANCELLED("The post has not been cancelled."),
    POST_STARTED("The time of the post has passed."),
    HOURS_MOVED_SINCE("The hours of the post have changed since. He takes the new ones by his own act, if he wants them."),
    NO_SUCH_RANK("Departments are asked in the order 1, 2, 3; there is no such place in it."),
    HOLD_TOO_LONG("A place can be held for at most 72 hours and not beyond the start of the post."),

    ALREADY_TAKEN("Another officer took this post first."),
    ROSTER_AT_WORK("The roster is still being worked out. Wait, or stop it."),
    ROSTER_IN_PUBLICATION("The roster is being published. Wait until all its places are through."),
    PIN_FORBIDDEN("A rule forbids this officer at this post."),
    HELD_FOR_ANOTHER("The coordinator is holding this post for somebody else."),
    NOT_POSTED_TO_YOU("This post has not been offered to your department yet."),
    POST_NOT_OFFERED("This post is not open any more."),
    POST_OVER("The post is already over."),
    NOT_ELIGIBLE("You cannot take this post: {rules}"),
    APPROVAL_DECIDED("This question has been answered or withdrawn."),
    APPROVAL_NOT_GIVEN("Only an approval that was given can be revoked."),
    APPROVAL_OVER("What the approval was asked for is over."),
    APPROVAL_EXPIRY_WRONG("An approval ends after now, and at the latest with the work it is for."),
    APPROVAL_NOT_MISSING("An approval would not help: {rules}"),
    CALL_OFF_TOO_LATE("It is too late to give the shift back by yourself: that was possible until {until}. {ways}"),
    REPLACEMENT_OVER("The search is over: somebody came, or nobody is needed any more."),
    WAVE_NOT_DUE("Those who were asked still have time to answer."),
    ASKING_EXPIRED("The time to answer is over. Others have been asked."),
    ALREADY_ANSWERED("You have already answered."),
    NOT_AN_OFFICER("Only an officer with a file here can do this."),

    TOO_EARLY("Check-in opens {opens} minutes before the shift; that is in {wait} minutes."),
    SHIFT_OVER("The shift is over. Ask the coordinator to record it."),
    SHIFT_NOT_SCHEDULED("The shift has already begun or is no longer yours."),
    SHIFT_NOT_BEGUN("The officer has not checked in."),
    SHIFT_ENDED("The shift has ended."),
    SHIFT_MISSED("The shift was marked as missed and its post given free. Call the coordinator."),
    SHIFT_FALLEN_AWAY("The shift was cancelled or given back."),
    SHIFT_STANDS("The shift stands; there is nothing to bring back."),
    NOT_MISSED_YET("The officer still has {wait} minutes before the shift counts as missed."),
    NOT_ON_CAMPUS("You seem to be {meters} from the school. Use the front desk's code when you are there."),
    NO_PROOF("Give the front desk's code, or let the phone say where it is."),
    WRONG_DESK_CODE("That is not the code of this school's front desk. Ask at the desk."),
    SITE_PACK_UNREAD("Read and acknowledge the site pack of this school first."),
    PRESENCE_CONFIRMED("His presence has already been confirmed."),
    NOTHING_TO_CONFIRM("This acceptance needs no confirmation."),
    TIMES_IMPOSSIBLE("The times do not fit: the end must be after the start, neither in the future, and both within twelve hours of the post."),
    ALREADY_OFF_CAMPUS("You are already off campus."),
    NOT_OFF_CAMPUS("You are on campus."),
    SAME_CAPACITY("You already act in this capacity."),
    ALREADY_ON_POST("You are still checked in elsewhere. Check out there first."),
    NO_UNDO_NOW("It is too late to take this back yourself. Ask the coordinator."),
    METHOD_BEGINS_THAT_DAY("A method for this scope already begins on that day. Withdraw it first, or choose another day."),
    METHOD_WITHDRAWN("This method has already been withdrawn."),
    RATE_BEGINS_THAT_DAY("A rate for this scope already begins on that day. Withdraw it first, or choose another day."),
    RATE_WITHDRAWN("This rate has already been withdrawn."),
    AWARDED_LATER("This post is awarded among those who want it. Sign up for it; it is not taken by whoever accepts first."),
    SIGN_UP_CLOSED("Nobody can sign up for this post: it is not awarded by a method, or signing up has ended."),
    NOT_SIGNED_UP("You are not signed up for this post."),
    MONTH_NOT_OVER("This month is not over; its sheet would still change."),
    MONTH_PUBLISHED("The sheet of this month is already public."),
    MONTH_NOT_PUBLISHED("The sheet of this month is not public."),
    TRADE_OVER("This trade has been decided or withdrawn."),
    TRADE_OPEN("This shift has already been proposed to somebody.");

    private final String sentence;

    StaffingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
