package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.instruments.InstrumentsOnBoard;
import org.junit.jupiter.api.Test;

class AssessmentSentencesTest {

    @Test
    void aFindingIsStoredWithItsItemAndHowItIsKnown() {
        var item = InstrumentsOnBoard.campus().byId().get("B-02");
        assertThat(AssessmentSentences.stored(item, found(Answer.PARTLY, "Tried twice.")))
                .isEqualTo("Only partly in place: " + item.text().en() + " — Tried twice.");
        assertThat(AssessmentSentences.stored(item, found(Answer.NOT, "")))
                .isEqualTo("Not in place: " + item.text().en());
        assertThat(AssessmentSentences.stored(item, found(Answer.NOT, "x".repeat(600))))
                .as("a finding has room for so much").hasSize(480).endsWith("…");
    }

    private static Found found(Answer answer, String evidence) {
        return new Found(answer, evidence, "", Instant.EPOCH, "Dana Vega", new UUID(0, 1));
    }
}
