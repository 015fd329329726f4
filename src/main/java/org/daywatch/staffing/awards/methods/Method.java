package org.daywatch.staffing.awards.methods;

import java.util.List;

/**
 * How a post goes to one of those who want it: by what they are compared, in order, the last key never leaving two
 * level.
 */
public enum Method {
    /** Whoever accepts first has it; nobody is ranked. */
    FIRST_COME(1),
    SENIORITY(1, RankKey.HIRED_ON, RankKey.CREDITED_MINUTES, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    LEAST_HOURS(1, RankKey.CREDITED_MINUTES, RankKey.HIRED_ON, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    ROTATION(1, RankKey.LAST_TURN_AT, RankKey.HIRED_ON, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID),
    /** Points are what the schedule engine says the officer is worth there; the first text had a formula of its own. */
    OPTIMIZED(2, RankKey.POINTS, RankKey.CREDITED_MINUTES, RankKey.SIGNED_UP_AT, RankKey.OFFICER_ID);

    private final int text;
    private final List<RankKey> keys;

    /**
     * @param text raised when keys or their meaning change: an old award is replayed by the text it was made under, or
     * not at all
     */
    Method(int text, RankKey... keys) {
        this.text = text;
        this.keys = List.of(keys);
    }

    public List<RankKey> keys() {
        return keys;
    }

    /** The newest text, by which awards are made today. */
    public int text() {
        return text;
    }

    public String version(int ofText) {
        return name() + "/" + ofText;
    }

    public boolean ranks() {
        return this != FIRST_COME;
    }
}
