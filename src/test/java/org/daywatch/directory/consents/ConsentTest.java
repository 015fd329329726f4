package org.daywatch.directory.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.Consent.State;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One who was asked says yes or no, and may take a yes back; each state is asked each thing. */
class ConsentTest {

    private static final Instant ASKED = Instant.parse("2026-09-01T16:00:00Z");
    private static final Instant NOW = ASKED.plusSeconds(3600);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final UUID MOTHER = new UUID(0, 7);

    @Test
    void eachStateAnswersEachThingThatIsSaid() {
        var states = new LinkedHashMap<String, Consent>();
        states.put("ASKED", consent(MOTHER, new State.Asked(), TODAY.plusDays(9)));
        states.put("GIVEN", consent(MOTHER, new State.Given(ASKED, How.LINK), TODAY.plusDays(9)));
        states.put("DECLINED", consent(MOTHER, new State.Declined(ASKED, How.LINK), TODAY.plusDays(9)));
        states.put("WITHDRAWN", consent(MOTHER, new State.Withdrawn(ASKED, ASKED, How.LINK), TODAY.plusDays(9)));
        states.put("LAPSED", consent(MOTHER, new State.Asked(), TODAY.minusDays(1)));
        Map<String, Function<Consent, Decision<Consent>>> said = new LinkedHashMap<>();
        said.put("Yes", c -> c.answer(true, How.LINK, Custody.FULL, NOW, TODAY));
        said.put("No", c -> c.answer(false, How.LINK, Custody.SHARED, NOW, TODAY));
        said.put("NotAnyMore", c -> c.withdraw(How.LINK, NOW));
        var answers = new ArrayList<String>();
        var picture = new StatePicture();
        states.forEach((name, state) -> said.forEach((word, command) -> {
            var answer = command.apply(state);
            answers.add(name + " " + word + " → " + switch (answer) {
                case Decision.Accepted<Consent>(var next, var _) -> next.equals(state) ? "as before" : next.code(TODAY);
                case Decision.Rejected<Consent>(var code, var _) -> code.toString();
            });
            if (answer instanceof Decision.Accepted<Consent>(var next, var _) && !next.equals(state))
                picture.step(name, word, next.code(TODAY));
        }));
        picture.step("ASKED", "DayPassed", "LAPSED");
        picture.step("GIVEN", "DayPassed", "LAPSED");
        assertThat(answers).containsExactly("ASKED Yes → GIVEN", "ASKED No → DECLINED", "ASKED NotAnyMore → DECLINED",
                "GIVEN Yes → as before", "GIVEN No → CONSENT_ANSWERED", "GIVEN NotAnyMore → WITHDRAWN",
                "DECLINED Yes → CONSENT_ANSWERED", "DECLINED No → as before", "DECLINED NotAnyMore → as before",
                "WITHDRAWN Yes → CONSENT_ANSWERED", "WITHDRAWN No → CONSENT_ANSWERED",
                "WITHDRAWN NotAnyMore → as before", "LAPSED Yes → CONSENT_OVER", "LAPSED No → CONSENT_OVER",
                "LAPSED NotAnyMore → DECLINED");
        picture.isCommittedAs("consent");
    }

    @Test
    void anAdultWithoutCustodyThatDayConsentsToNothing() {
        for (var custody : List.of(Custody.UNKNOWN, Custody.BARRED))
            for (boolean yes : List.of(true, false))
                assertThat(consent(MOTHER, new State.Asked(), TODAY).answer(yes, How.PAPER, custody, NOW, TODAY))
                        .isEqualTo(Decision.refuse(DirectoryRefusal.CONSENT_WITHOUT_CUSTODY));
        assertThat(consent(null, new State.Asked(), TODAY).answer(true, How.LINK, Custody.UNKNOWN, NOW, TODAY))
                .as("a student needs none").isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whoLostCustodyMayStillTakeBackWhatTheySaid() {
        var given = consent(MOTHER, new State.Given(ASKED, How.PAPER), TODAY.minusDays(3));
        assertThat(given.withdraw(How.PHONE, NOW).orThrow().state().state())
                .isEqualTo(new State.Withdrawn(ASKED, NOW, How.PHONE));
    }

    @Test
    void aYesHoldsOnItsLastDayAndNoLonger() {
        var given = consent(MOTHER, new State.Given(ASKED, How.LINK), TODAY);
        assertThat(given.code(TODAY)).isEqualTo("GIVEN");
        assertThat(given.code(TODAY.plusDays(1))).isEqualTo("LAPSED");
    }

    private static Consent consent(@Nullable UUID guardian, State state, LocalDate until) {
        return new Consent(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Matter.MENTORING,
                new UUID(0, 5), guardian, "es", ASKED, until, state);
    }
}
