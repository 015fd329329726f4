package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.prevention.assessments.AssessmentCommand.*;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor.Capacity;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.daywatch.prevention.assessments.SiteAssessment.HandedIn;
import org.daywatch.prevention.assessments.SiteAssessment.State;
import org.daywatch.prevention.assessments.SiteAssessment.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteAssessmentTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final By OFFICER = new By(new UUID(1, 1), "Lee Moss", new UUID(9, 9), false, Role.OFFICER);
    private static final By COLLEAGUE = new By(new UUID(1, 2), "Sam Field", null, false, Role.PRINCIPAL);
    private static final By DIRECTOR = new By(new UUID(1, 3), "Robin Alder", null, true, Role.SAFETY_DIRECTOR);
    private static final Assessor POLICE = new Assessor(Capacity.OFFICER, "Ironwood Valley Police", "", null);
    private static final HandedIn HANDED_IN = new HandedIn(OFFICER.person(), OFFICER.name(), OFFICER.officerId(), NOW,
            DAY, 240, POLICE);
    private static final Word WORD = new Word(DIRECTOR.person(), DIRECTOR.name(), NOW, "Read through.");

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Draft(null), new State.Submitted(HANDED_IN),
                new State.Accepted(HANDED_IN, WORD, true), new State.Withdrawn(WORD))) {
            lines.add(line(state, "Submit", new Submit(DAY, 240, 85, POLICE, OFFICER)));
            lines.add(line(state, "SendBack", new SendBack("Door 7 is missing.", DIRECTOR)));
            lines.add(line(state, "Accept", new Accept(true, 0, Set.of(OFFICER.person()), false, "", DIRECTOR)));
            lines.add(line(state, "Withdraw", new Withdraw("Begun at the wrong school.", OFFICER)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                DRAFT Submit → SUBMITTED AssessmentSubmitted
                DRAFT SendBack → ASSESSMENT_NOT_SUBMITTED
                DRAFT Accept → ASSESSMENT_NOT_SUBMITTED
                DRAFT Withdraw → WITHDRAWN AssessmentWithdrawn
                SUBMITTED Submit → ASSESSMENT_NOT_DRAFT
                SUBMITTED SendBack → DRAFT AssessmentReturned
                SUBMITTED Accept → ACCEPTED AssessmentCompleted
                SUBMITTED Withdraw → WITHDRAWN AssessmentWithdrawn
                ACCEPTED Submit → ASSESSMENT_OVER
                ACCEPTED SendBack → ASSESSMENT_OVER
                ACCEPTED Accept → ASSESSMENT_OVER
                ACCEPTED Withdraw → ASSESSMENT_OVER
                WITHDRAWN Submit → ASSESSMENT_OVER
                WITHDRAWN SendBack → ASSESSMENT_OVER
                WITHDRAWN Accept → ASSESSMENT_OVER
                WITHDRAWN Withdraw → ASSESSMENT_OVER""");
        new StatePicture().answers(lines).isCommittedAs("site-assessment");
    }

    @Test
    void nobodyAcceptsWhatTheyHandedIn() {
        var byDirector = new HandedIn(DIRECTOR.person(), DIRECTOR.name(), null, NOW, DAY, 240, POLICE);
        assertThat(answer(new State.Submitted(byDirector),
                new Accept(false, 0, Set.of(OFFICER.person()), false, "", DIRECTOR))).isEqualTo("ASSESSMENT_OWN_WORK");
        assertThat(answer(new State.Submitted(HANDED_IN),
                new Accept(false, 0, Set.of(OFFICER.person()), false, "", COLLEAGUE)))
                .isEqualTo("ASSESSMENT_NOT_YOURS");
    }

    @Test
    void nobodyAcceptsWhatTheyAnsweredInThoughSomebodyElseHandedItIn() {
        assertThat(answer(new State.Submitted(HANDED_IN),
                new Accept(false, 0, Set.of(OFFICER.person(), DIRECTOR.person()), false, "", DIRECTOR)))
                .isEqualTo("ASSESSMENT_OWN_WORK");
    }

    @Test
    void whoAcceptsIsKeptWithTheirRole() {
        var accepted = in(new State.Submitted(HANDED_IN))
                .decide(new Accept(false, 0, Set.of(), false, "Read.", DIRECTOR), NOW).orThrow().state();
        assertThat(((State.Accepted) accepted.state()).accepted())
                .isEqualTo(new Word(DIRECTOR.person(), "Robin Alder", NOW, "Read.", Role.SAFETY_DIRECTOR));
    }

    @Test
    void whereTheStateKeepsARegisterAProviderFromOutsideCountsOnlyWhileTheyAreInIt() {
        assertThat(registered(new Assessor(Capacity.PROVIDER, "Safe Sites", "", null))).as("no number")
                .isEqualTo("ASSESSMENT_NOT_REGISTERED");
        assertThat(registered(new Assessor(Capacity.PROVIDER, "Safe Sites", "R-1201", null))).as("no last day")
                .isEqualTo("ASSESSMENT_NOT_REGISTERED");
        assertThat(registered(new Assessor(Capacity.PROVIDER, "Safe Sites", "R-1201", DAY.minusDays(1))))
                .as("over the day before").isEqualTo("ASSESSMENT_NOT_REGISTERED");
        assertThat(registered(new Assessor(Capacity.PROVIDER, "Safe Sites", "R-1201", DAY))).as("its last day")
                .isEqualTo("accepted");
        assertThat(registered(POLICE)).as("the register is for those from outside").isEqualTo("accepted");
        assertThat(registered(null)).as("handed in before anybody asked").isEqualTo("ASSESSMENT_NOT_REGISTERED");
    }

    private static String registered(@Nullable Assessor assessor) {
        var in = new HandedIn(OFFICER.person(), OFFICER.name(), OFFICER.officerId(), NOW, DAY, 240, assessor);
        return answer(new State.Submitted(in), new Accept(true, 0, Set.of(), true, "", DIRECTOR));
    }

    @Test
    void withAnItemUnansweredItIsAcceptedButDoesNotCount() {
        assertThat(answer(new State.Submitted(HANDED_IN),
                new Accept(true, 3, Set.of(OFFICER.person()), false, "", DIRECTOR))).isEqualTo("ASSESSMENT_INCOMPLETE");
        assertThat(answer(new State.Submitted(HANDED_IN),
                new Accept(false, 3, Set.of(OFFICER.person()), false, "", DIRECTOR))).isEqualTo("accepted");
    }

    @Test
    void withoutAnAnswerNothingIsHandedInAndWithoutAReasonNothingIsSentBackOrWithdrawn() {
        assertThat(answer(new State.Draft(null), new Submit(DAY, 240, 0, POLICE, OFFICER)))
                .isEqualTo("ASSESSMENT_EMPTY");
        assertThat(answer(new State.Submitted(HANDED_IN), new SendBack(" ", DIRECTOR)))
                .isEqualTo("ASSESSMENT_WORDS_MISSING");
        assertThat(answer(new State.Draft(null), new Withdraw("", OFFICER))).isEqualTo("ASSESSMENT_WORDS_MISSING");
    }

    @Test
    void whatWasHandedInIsWithdrawnByWhoHandedItInOrWhoLeads() {
        assertThat(answer(new State.Submitted(HANDED_IN), new Withdraw("Twice.", COLLEAGUE)))
                .isEqualTo("ASSESSMENT_NOT_YOURS");
        assertThat(answer(new State.Submitted(HANDED_IN), new Withdraw("Twice.", OFFICER))).isEqualTo("accepted");
        assertThat(answer(new State.Submitted(HANDED_IN), new Withdraw("Twice.", DIRECTOR))).isEqualTo("accepted");
    }

    @Test
    void itIsToldWithTheOfficerTheirMinutesAndWhetherItCounts() {
        var accepted = (Decision.Accepted<SiteAssessment>) in(new State.Submitted(HANDED_IN))
                .decide(new Accept(true, 0, Set.of(OFFICER.person()), false, "", DIRECTOR), NOW);
        assertThat(accepted.facts()).singleElement().isInstanceOfSatisfying(AssessmentCompleted.class, fact -> {
            assertThat(fact.officerId()).isEqualTo(OFFICER.officerId());
            assertThat(fact.minutes()).isEqualTo(240);
            assertThat(fact.day()).isEqualTo(DAY);
            assertThat(fact.counts()).isTrue();
            assertThat(fact.instrument()).isEqualTo("CAMPUS 1");
        });
    }

    private static SiteAssessment in(State state) {
        return new SiteAssessment(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), "CAMPUS", 1, NOW,
                "Lee Moss", null, state, 2);
    }

    private static String answer(State state, AssessmentCommand command) {
        return in(state).decide(command, NOW) instanceof Decision.Rejected<SiteAssessment>(var code, var _)
                ? code.name()
                : "accepted";
    }

    private static String line(State state, String name, AssessmentCommand command) {
        return state.code() + " " + name + " → " + switch (in(state).decide(command, NOW)) {
            case Decision.Accepted<SiteAssessment>(var after, var facts) -> after.state().code() + " "
                    + facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected<SiteAssessment>(var code, var _) -> code.name();
        };
    }
}
