package org.daywatch.restorative.gate;

import java.util.List;

/**
 * On which path something belongs, and why.
 *
 * @param isImproper an officer was asked to discipline
 * @param because the rows that decided it, by their versions; of a danger the word DANGER
 */
public record GateFinding(GatePath path, OfficerPart officer, boolean isImproper, ParentNotice parent,
        List<String> because) {

    /** What an officer does on this path. None of it is discipline. */
    public enum OfficerPart {
        /** Protects people, at once. */
        ACTS,
        /** Is told, as police. */
        AS_POLICE,
        /** Helps, where a named educator asked. */
        BY_INVITATION,
        STEPS_BACK
    }

    /** When parents hear of it. */
    public enum ParentNotice {
        WHEN_SAFE, ASK_POLICE_FIRST,
        /** It may be about somebody at home: whoever takes the report says who is told. */
        REPORT_DECIDES, AS_SCHOOL_DOES
    }
}
