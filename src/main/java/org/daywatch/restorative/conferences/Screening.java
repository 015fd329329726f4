package org.daywatch.restorative.conferences;

/**
 * What whoever leads it looked at before choosing a form: after the standards for peer mediation in schools (ACR 2007,
 * in our words).
 */
public record Screening(Answer weapon, Answer abuse, Answer powerGap, Answer admits) {

    public enum Answer {
        YES, NO, NOT_KNOWN
    }

    /** Students do not mediate where a weapon, abuse or a power gap is, or may be, in it. */
    boolean allowsMediation() {
        return weapon == Answer.NO && abuse == Answer.NO && powerGap == Answer.NO;
    }
}
