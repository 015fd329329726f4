package org.daywatch.staffing.awards.methods;

import java.util.List;

/** How a post goes to one of those who want it: by what they are compared, in order, the last key never leaving two level. */
public enum Method {
    /** Whoever accepts first has it; nobody is ranked. */
    FIRST_COME(),
    SENIORITY(RankKey.HIRED_ON, RankKey.CREDITED_MINUTES, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    LEAST_HOURS(RankKey.CREDITED_MINUTES, RankKey.HIRED_ON, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    ROTATION(RankKey.LAST_TURN_AT, RankKey.HIRED_ON, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    OPTIMISED(RankKey.POINTS, RankKey.CREDITED_MINUTES, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID);

    /** Raised when keys or their meaning change: an old award is replayed by the text it was made under, or not at all. */
    private static final int VERSION = 1;

    private final List<RankKey> keys;

    Method(RankKey... keys) {
        this.keys = List.of(keys);
    }

    public List<RankKey> keys() {
        return keys;
    }

    public String version() {
        return name() + "/" + VERSION;
    }

    public boolean ranks() {
        return this != FIRST_COME;
    }
}
