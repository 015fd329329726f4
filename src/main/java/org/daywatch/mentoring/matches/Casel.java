package org.daywatch.mentoring.matches;

/** What a session works on, in the five words of CASEL. */
public enum Casel {
    SELF_AWARENESS, SELF_MANAGEMENT, SOCIAL_AWARENESS, RELATIONSHIP_SKILLS, RESPONSIBLE_DECISIONS
}
