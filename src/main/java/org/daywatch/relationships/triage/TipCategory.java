package org.daywatch.relationships.triage;

/** What a tip is about, in the words of the state programs. What one is about says nothing about whether it is so. */
public enum TipCategory {
    SUICIDE, SELF_HARM, DEPRESSION, BULLYING, CYBERBULLYING, HARASSMENT, ABUSE, THREAT, PLANNED_ATTACK, WEAPON, DRUGS,
    SCHOOL_COMPLAINT, OTHER
}
