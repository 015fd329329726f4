package org.daywatch.scheduling.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.scheduling.explain.ScheduleExplanation.Step;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.junit.jupiter.api.Test;

/** A small week that can be worked out by hand: two shifts on Monday at the same time, one on Tuesday. */
class ExplainerTest {

    private static final String WEEK = """
            {"schema": "daywatch.roster", "version": 1, "horizon": {"first": "2026-11-16", "last": "2026-11-17"},
             "objective": {"weights": {"FILL": {"2": 10}, "CORE": 50, "FAIR": [{"over": "08:00", "points": 2}]}},
             "policies": [{"id": "nine", "shape": "WEEK", "parameters": {"hours": "HOURS", "starts_on": "SUNDAY", "starts_at": "00:00", "counts": ["OFF_DUTY"]},
              "action": "BLOCK", "valid_from": "2026-01-01"}],
             "departments": [{"id": "pd", "zone": "America/Phoenix", "policies": ["nine"]}],
             "schools": [{"id": "oak", "zone": "America/Phoenix", "core": ["ann"]}, {"id": "elm", "zone": "America/Phoenix"}],
             "shifts": [
              {"id": "elm-mon", "school": "elm", "day": "2026-11-16", "start": "2026-11-16T08:00:00-07:00", "end": "2026-11-16T14:00:00-07:00", "requires": ["SSO_COURSE"]},
              {"id": "oak-mon", "school": "oak", "day": "2026-11-16", "start": "2026-11-16T08:00:00-07:00", "end": "2026-11-16T14:00:00-07:00"},
              {"id": "oak-tue", "school": "oak", "day": "2026-11-17", "start": "2026-11-17T08:00:00-07:00", "end": "2026-11-17T14:00:00-07:00", "requires": ["SSO_COURSE"]}],
             "officers": [
              {"id": "ann", "department": "pd", "holds": [{"code": "SSO_COURSE"}], "history": {"credited": "04:00"}},
              {"id": "ben", "department": "pd"},
              {"id": "cat", "holds": [{"code": "SSO_COURSE"}], "hours": [{"kind": "SICK", "start": "2026-11-16T07:00:00Z", "end": "2026-11-17T07:00:00Z"}]}]}
            """;

    @Test
    void saysWhyThisOneByTermsAgainstTheNextBest() {
        var explained = explain("09:00", "oak-mon", new Place("oak-mon", "ann"));
        var holder = explained.holders().getFirst();
        // 360 minutes × 10, of its core, and 04:00 + 06:00 − 08:00 = 120 minutes × 2.
        assertThat(holder.terms()).containsExactly(java.util.Map.entry("CORE", 50L), java.util.Map.entry("FAIR", -240L),
                java.util.Map.entry("FILL", 3600L));
        assertThat(holder.next().officer()).isEqualTo("ben");
        assertThat(holder.next().points()).isEqualTo(3600);
        assertThat(holder.next().ahead()).containsExactly(java.util.Map.entry("CORE", 50L),
                java.util.Map.entry("FAIR", -240L));
    }

    @Test
    void namesTheRuleWithItsFiguresAndHowFarItWouldHaveToGiveWay() {
        var explained = explain("09:00", "oak-tue", new Place("elm-mon", "ann"), new Place("oak-mon", "ben"),
                new Place("oak-tue", "cat"));
        assertThat(explained.unfilled()).isZero();
        assertThat(explained.wouldFill()).isEmpty();
        assertThat(lacks(explained, "ann")).containsExactly("nine allows 09:00, there would be 12:00");
        assertThat(lacks(explained, "ben")).containsExactly("holds no SSO_COURSE on 2026-11-17",
                "nine allows 09:00, there would be 12:00");
    }

    @Test
    void raisingALimitByExactlyWhatItSaysOpensTheSeat() {
        var places = new Place[] {new Place("elm-mon", "ann")};
        var opening = explain("09:00", "oak-tue", places).wouldFill().stream().filter(o -> o.officer().equals("ann"))
                .findFirst().orElseThrow();
        assertThat(opening.rules()).singleElement().satisfies(f -> {
            assertThat(f.mend()).isEqualTo(180);
            assertThat(f.takes()).isEqualTo("nine raised by 03:00");
        });
        assertThat(lacks(explain("12:00", "oak-tue", places), "ann")).isEmpty();
        assertThat(lacks(explain("11:59", "oak-tue", places), "ann"))
                .containsExactly("nine allows 11:59, there would be 12:00");
    }

    @Test
    void findsTheExchangeThatFillsAnOpenSeat() {
        var explained = explain("09:00", "elm-mon", new Place("oak-mon", "ann"));
        assertThat(explained.chain().steps()).containsExactly(new Step("ann", "elm-mon", "oak-mon"),
                new Step("ben", "oak-mon", null));
        // ben brings 3600 more; ann leaves the school of whose core team she is.
        assertThat(explained.chain().points()).isEqualTo(3600 - 50);
        assertThat(explain("05:00", "elm-mon", new Place("oak-mon", "ann")).chain()).isNull();
    }

    @Test
    void whatIsAcceptedIsNotExchanged() {
        String pinned = WEEK.replace("HOURS", "09:00").replace("\"officers\": [",
                "\"pins\": [{\"shift\": \"oak-mon\", \"officer\": \"ann\"}], \"officers\": [");
        var problem = ScheduleFile.read(pinned);
        var explained = Explainer.explain(problem, answer(problem, new Place("oak-mon", "ann")), "elm-mon", null);
        assertThat(explained.chain()).isNull();
        assertThat(lacks(explained, "ann")).contains("stands at oak-mon in 06:00 of it");
    }

    @Test
    void namesTheCredentialThatWouldOpenMostSeats() {
        var explained = explain("13:00", "elm-mon", new Place("oak-mon", "ann"));
        assertThat(explained.credentials()).singleElement().satisfies(c -> {
            assertThat(c.code()).isEqualTo("SSO_COURSE");
            assertThat(c.shifts()).isEqualTo(2);
            assertThat(c.seats()).isEqualTo(2);
            assertThat(c.officers()).containsExactly("ben");
        });
    }

    @Test
    void speaksOfOneOfficerWhenAskedAboutOne() {
        var problem = ScheduleFile.read(WEEK.replace("HOURS", "09:00"));
        var explained = Explainer.explain(problem, answer(problem), "elm-mon", "cat");
        assertThat(explained.others()).singleElement()
                .satisfies(o -> assertThat(o.lacks()).singleElement().satisfies(f -> {
                    assertThat(f.code()).isEqualTo("ELSEWHERE");
                    assertThat(f.words()).isEqualTo("has SICK in 06:00 of it");
                }));
        assertThat(explained.wouldFill()).singleElement().satisfies(o -> assertThat(o.officer()).isEqualTo("cat"));
    }

    @Test
    void refusesWhatTheProblemDoesNotHave() {
        var problem = ScheduleFile.read(WEEK.replace("HOURS", "09:00"));
        assertThatThrownBy(() -> Explainer.explain(problem, answer(problem), "elm-sun", null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("--shift");
        assertThatThrownBy(() -> Explainer.explain(problem, answer(problem), "elm-mon", "zoe"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("--officer");
        assertThatThrownBy(
                () -> Explainer.explain(problem, answer(problem, new Place("elm-mon", "zoe")), "elm-mon", null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("zoe");
    }

    private static List<String> lacks(ScheduleExplanation explained, String officer) {
        return explained.others().stream().filter(o -> o.officer().equals(officer)).findFirst().orElseThrow().lacks()
                .stream().map(SeatFinding::words).toList();
    }

    private static ScheduleExplanation explain(String hours, String shift, Place... places) {
        var problem = ScheduleFile.read(WEEK.replace("HOURS", hours));
        return Explainer.explain(problem, answer(problem, places), shift, null);
    }

    private static ScheduleAnswer answer(ScheduleProblem problem, Place... places) {
        return new ScheduleAnswer(problem.id(), "0".repeat(64), 1, 0L, Status.FEASIBLE, 0, null, List.of(places),
                List.of(), new TreeMap<>());
    }
}
