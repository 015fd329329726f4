package org.daywatch.prevention.assessments;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.jspecify.annotations.Nullable;

/** What becomes of an assessment. */
public sealed interface AssessmentCommand {

    /** @param officerId where they are an officer; @param accepts they answer for the safety of the district */
    record By(UUID person, String name, @Nullable UUID officerId, boolean accepts, Role role) {}

    /** The campus was walked. @param answered how many items have an answer; @param assessor in which capacity */
    record Submit(LocalDate day, int minutes, int answered, Assessor assessor, By by) implements AssessmentCommand {}

    /** Something is missing or wrong: it is a draft again. */
    record SendBack(String why, By by) implements AssessmentCommand {}

    /**
     * @param counts as the assessment that is due every so many years; @param unanswered items nobody answered
     * @param answeredBy who answered: none of them accepts it. @param registerAsked a provider from outside has to
     * stand in the state's register
     */
    record Accept(boolean counts, int unanswered, Set<UUID> answeredBy, boolean registerAsked, String words,
            By by) implements AssessmentCommand {}

    record Withdraw(String why, By by) implements AssessmentCommand {}
}
