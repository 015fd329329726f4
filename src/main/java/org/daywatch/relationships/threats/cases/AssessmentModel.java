package org.daywatch.relationships.threats.cases;

import static org.daywatch.relationships.threats.cases.About.*;
import static org.daywatch.relationships.threats.cases.TeamPart.*;

import java.util.List;
import java.util.Set;

/** In which words a team says what a threat is, and who has to agree. Which one holds where is a dated rule. */
public enum AssessmentModel {
    /** Transient or substantive; the three decide. */
    DECISION_TREE(List.of(TRANSIENT, SERIOUS, VERY_SERIOUS), List.of(ADMINISTRATOR, MENTAL_HEALTH, LAW_ENFORCEMENT),
            Set.of(ADMINISTRATOR, MENTAL_HEALTH, LAW_ENFORCEMENT), Set.of(LAW_ENFORCEMENT)),
    /**
     * A level, in a word and never a number. The administrator is not the principal, and nobody of instruction has an
     * account with cases: their words are written down by name.
     */
    LEVELS(List.of(LOW, MEDIUM, HIGH), List.of(ADMINISTRATOR, MENTAL_HEALTH, LAW_ENFORCEMENT, INSTRUCTION),
            Set.of(MENTAL_HEALTH, LAW_ENFORCEMENT), Set.of(ADMINISTRATOR, LAW_ENFORCEMENT, INSTRUCTION));

    private final List<About> answers;
    private final List<TeamPart> quorum;
    private final Set<TeamPart> own;
    private final Set<TeamPart> named;

    AssessmentModel(List<About> answers, List<TeamPart> quorum, Set<TeamPart> own, Set<TeamPart> named) {
        this.answers = answers;
        this.quorum = quorum;
        this.own = own;
        this.named = named;
    }

    /** What the team may say a threat is, the lightest first. */
    public List<About> answers() { return answers; }

    /** Without whom nothing is decided. */
    public List<TeamPart> quorum() { return quorum; }

    /** Somebody with an account speaks for this part. */
    public boolean speaks(TeamPart part) {
        return own.contains(part);
    }

    /** Whose words may be written down by another, in the order of the quorum. */
    public List<TeamPart> named() {
        return quorum.stream().filter(named::contains).toList();
    }

    /** Somebody who knows the student is heard before it is decided; they do not decide. */
    public boolean hears() {
        return this == LEVELS;
    }

    /** @param written by another, under a name */
    boolean takes(TeamPart part, About about, boolean written) {
        if (about == HEARD || part == KNOWS_STUDENT)
            return hears() && written && about == HEARD && part == KNOWS_STUDENT;
        return (about == PLAN || answers.contains(about)) && (written ? named : own).contains(part);
    }

    /** Who has to speak before it is decided what it is, or agreed to the plan. */
    List<TeamPart> asked(boolean ofPlan) {
        return ofPlan || !hears()
                ? quorum
                : java.util.stream.Stream.concat(quorum.stream(), java.util.stream.Stream.of(KNOWS_STUDENT)).toList();
    }
}
