package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.daywatch.scheduling.check.files.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a check says of what it found, and which files it will not judge. */
class ReportTest {

    @Test
    void aViolationIsWrittenInFiguresAndInWords() {
        var draft = FullWeek.draft().append("officers", "o2", "hours",
                "{kind: 'COURT', start: '2026-11-16T15:00:00-07:00', end: '2026-11-16T19:01:00-07:00'}");
        var json = Draft.node(draft.check().json());
        assertThat(json.get("schema").asString()).isEqualTo("daywatch.roster-check");
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("fine").asBoolean()).isFalse();
        assertThat(json.get("violations")).hasSize(1);
        assertThat(json.get("violations").get(0)).isEqualTo(Draft
                .node("""
                {code: 'CAP_CALENDAR_DAY', shift: 'm1', officer: 'o2', policy: 'DAY', reached: 721, limit: 720,
                 from: '2026-11-16T00:00:00-07:00', to: '2026-11-17T00:00:00-07:00',
                 words: 'Officer o2 at shift m1: DAY (CALENDAR_DAY) allows 12:00, there is 12:01, from 2026-11-16T00:00:00-07:00 to 2026-11-17T00:00:00-07:00.'}"""));
    }

    @Test
    void aDisagreementIsWrittenWithWhatWasSaidAndWhatIs() {
        var answer = FullWeek.answer();
        ((ObjectNode) answer.get("terms")).put("COST", -2249);
        var json = Draft.node(FullWeek.draft().check(answer).json());
        assertThat(json.get("disagreements").get(0)).isEqualTo(Draft
                .node("""
                {code: 'TERM_DIFFERS', at: 'terms.COST', stated: '-2249', found: '-2250', words: 'The assignments come to -2250 points of COST, not -2249.'}"""));
    }

    @Test
    void whatWasCountedAndHowOftenEachRuleWasAskedStandsThere() {
        var json = Draft.node(FullWeek.draft().check(FullWeek.answer()).json());
        assertThat(json.get("counts")).isEqualTo(Draft
                .node("""
                {shifts: 5, seats: 7, filled: 6, unfilled: 1, pinned: 1, officers: 4, officers_used: 3, assignments: 6, violations: 0, disagreements: 0}"""));
        // Five seats are not pinned, four of them o1's and o2's, whose department has one policy of each shape that forbids.
        assertThat(json.get("judged").get("ELSEWHERE").asInt()).isEqualTo(5);
        assertThat(json.get("judged").get("CAP_CALENDAR_DAY").asInt()).isEqualTo(4);
        assertThat(json.get("judged").get("CAP_BEFORE_SHIFT").asInt()).isEqualTo(4);
        assertThat(json.get("judged").get("NOT_LISTED").asInt()).isEqualTo(1);
        assertThat(json.get("judged").get("PIN_BROKEN").asInt()).isEqualTo(1);
        assertThat(json.get("terms")).hasSize(12);
    }

    @Test
    void anOverlapSaysWhatIsShared() {
        var draft = FullWeek.draft().add("shifts",
                "{id: 'x1', school: 'B', day: '2026-11-18', start: '2026-11-18T14:45:00-07:00', end: '2026-11-18T18:00:00-07:00'}")
                .seat("x1", "o3");
        assertThat(draft.figures()).isEqualTo("15 of 0, 2026-11-18T14:45:00-07:00 to 2026-11-18T15:00:00-07:00");
        assertThat(draft.check().violations().getFirst().words())
                .startsWith("Officer o3 at shift x1: w1 takes 00:15 of it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "assignments | The answer, field assignments: this field must be there.",
            "unfilled    | The answer, field unfilled: this field must be there.",
            "terms       | The answer, field terms: this field must be there.",
            "objective   | The answer, field objective: this field must be there.",
            "status      | The answer, field status: this field must be there."})
    void anAnswerThatLeavesOutWhatIsJudgedIsNotJudged(String field, String says) {
        var answer = FullWeek.answer();
        answer.remove(field);
        assertThatThrownBy(() -> FullWeek.draft().check(answer)).isInstanceOf(Unreadable.class).hasMessage(says);
        answer.putNull(field);
        assertThatThrownBy(() -> FullWeek.draft().check(answer)).isInstanceOf(Unreadable.class).hasMessage(says);
    }

    @Test
    void aProblemThatCannotBeJudgedIsNamedWithFieldAndValue() {
        var answer = FullWeek.answer();
        assertThatThrownBy(
                () -> FullWeek.draft().set("shifts", "t1", "end", "'2026-11-17T07:00:00-07:00'").check(answer))
                .hasMessage(
                        "The problem, field shifts[1].end, is \"2026-11-17T07:00:00-07:00\": a shift ends after it starts.");
        assertThatThrownBy(() -> FullWeek.draft().pin("t1", "o9").check(answer))
                .hasMessageContaining("pins[1].officer, is \"o9\"");
        assertThatThrownBy(() -> FullWeek.draft().set("policies", "DAY", "shape", "'YEAR'").check(answer))
                .hasMessageContaining("policies[0].shape, is \"YEAR\"");
        assertThatThrownBy(() -> FullWeek.draft().set("objective", "{weights: {FIL: {}}}").check(answer))
                .hasMessageContaining("objective.weights.FIL");
        assertThatThrownBy(() -> FullWeek.draft().add("officers", "{id: 'o1'}").check(answer))
                .hasMessageContaining("officers[4].id, is \"o1\"");
        assertThatThrownBy(() -> FullWeek.draft().set("shifts", "[]").check(answer))
                .hasMessageContaining("pins[0].shift, is \"h1\"");
    }

    @Test
    void whatIsNoJsonIsNamedByLine() {
        byte[] broken = "{\"schema\": \"daywatch.roster\",\n \"version\": }".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ScheduleChecker.check(broken, broken)).isInstanceOf(Unreadable.class)
                .hasMessageContaining("line 2");
        byte[] twice = "{\"shifts\": [], \"shifts\": []}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ScheduleChecker.check(twice, twice)).isInstanceOf(Unreadable.class)
                .hasMessageContaining("shifts");
    }
}
