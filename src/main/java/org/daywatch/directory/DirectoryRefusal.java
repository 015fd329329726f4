package org.daywatch.directory;

import org.daywatch.platform.errors.RefusalCode;

/** Why a directory command was refused. Never renamed once published. */
public enum DirectoryRefusal implements RefusalCode {
    DAY_OUTSIDE_CALENDAR("The day lies outside the school year of this calendar. Extend the year first."),
    DAY_IN_THE_PAST("A day that has passed cannot be changed; its posts are history."),
    CALENDAR_NAME_TAKEN("The district already has a calendar of that name."),
    SCHOOL_ARCHIVED("The school is archived."),
    SCHOOL_NOT_ARCHIVED("The school is not archived."),
    BUILDING_HAS_ROOMS("The building still has rooms. Take them out first."),
    RULE_BEGINS_THAT_DAY("A rule of yours begins there on that day already. Take that one back first, or choose another day."),
    RULE_WITHDRAWN("The rule was taken back already."),
    AWARD_TAKEN("The district has a funded post of that award already. Give this one a name of its own, such as the award's number and a letter."),
    FUNDED_POST_ENDED("The funded post has ended already."),
    VISITOR_LEFT("The visitor has signed out already."),
    BADGE_UNKNOWN("Nobody in the school wears badge {badge}. Look at the number again, or ask at the desk."),
    GUARDIANSHIP_ENDED("The entry has ended already."),
    PLAN_SEALED("The plan is sealed. Say why you open it; an opening lasts fifteen minutes."),
    NO_SCHOOL_IN_SCOPE("No open school fits; nothing would change.");

    private final String sentence;

    DirectoryRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
