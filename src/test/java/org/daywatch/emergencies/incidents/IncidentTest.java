package org.daywatch.emergencies.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.IncidentEvent;
import org.daywatch.emergencies.IncidentEvent.CommandTransferred;
import org.daywatch.emergencies.IncidentEvent.Handover;
import org.daywatch.emergencies.incidents.Incident.Holder;
import org.daywatch.emergencies.incidents.Incident.Offer;
import org.daywatch.emergencies.incidents.Incident.State;
import org.daywatch.emergencies.incidents.IncidentCommand.*;
import org.daywatch.emergencies.incidents.IncidentQueries.Resource;
import org.daywatch.emergencies.incidents.IncidentQueries.RoleHolder;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final By COMMANDER = new By(new UUID(1, 1), "Pat Greer", true);
    private static final By OTHER = new By(new UUID(1, 2), "Robin Alder", true);
    private static final By CLERK = new By(new UUID(1, 3), "Lee Moss", false);

    @Test
    void aFalseAlarmClosesItWhoeverCommandsAndWithTheReasonOfTheTwo() {
        var closed = in(new State.Open(NOW), held(COMMANDER), offer())
                .falseAlarm("Robin Alder, Lee Moss", "Burnt toast.", NOW)
                .orThrow();
        assertThat(closed.state().state()).isEqualTo(new State.Closed(NOW, "Robin Alder, Lee Moss", "Burnt toast."));
        assertThat(closed.state().offer()).isNull();
        assertThat(closed.facts()).singleElement().isInstanceOf(IncidentEvent.IncidentClosed.class);
    }

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Open(NOW), new State.StandingDown(NOW),
                new State.Closed(NOW, "Pat Greer", "All went home."))) {
            var i = in(state, held(COMMANDER), null);
            lines.add(line(i, "TakeCommand without a hand-over", new TakeCommand(OTHER, "They are hurt.")));
            lines.add(line(i, "OfferCommand", new OfferCommand(COMMANDER, "Chief Alder", "Two rooms left.")));
            lines.add(line(in(state, held(COMMANDER), offer()), "AcceptCommand", new AcceptCommand(OTHER)));
            lines.add(line(in(state, held(COMMANDER), offer()), "AcceptByWord", new AcceptByWord(COMMANDER)));
            lines.add(line(in(state, held(COMMANDER), offer()), "WithdrawOffer", new WithdrawOffer(COMMANDER)));
            lines.add(line(i, "StandDown", new StandDown(COMMANDER, "")));
            lines.add(line(i, "Resume", new Resume(COMMANDER, "Smoke again.")));
            lines.add(line(i, "Close", new Close(COMMANDER, "All went home.", true, 0)));
            lines.add(line(i, "Reopen", new Reopen(OTHER, "A parent called.")));
        }
        lines.add(line(in(new State.Open(NOW), null, null), "TakeCommand", new TakeCommand(COMMANDER, "")));
        assertThat(String.join("\n", lines)).isEqualTo("""
                OPEN TakeCommand without a hand-over → OPEN CommandTransferred
                OPEN OfferCommand → OPEN CommandOffered
                OPEN AcceptCommand → OPEN CommandTransferred
                OPEN AcceptByWord → OPEN CommandTransferred
                OPEN WithdrawOffer → OPEN CommandOfferWithdrawn
                OPEN StandDown → STANDING_DOWN IncidentStoodDown
                OPEN Resume → INCIDENT_NOT_STANDING_DOWN
                OPEN Close → CLOSED IncidentClosed
                OPEN Reopen → INCIDENT_NOT_CLOSED
                STANDING_DOWN TakeCommand without a hand-over → STANDING_DOWN CommandTransferred
                STANDING_DOWN OfferCommand → STANDING_DOWN CommandOffered
                STANDING_DOWN AcceptCommand → STANDING_DOWN CommandTransferred
                STANDING_DOWN AcceptByWord → STANDING_DOWN CommandTransferred
                STANDING_DOWN WithdrawOffer → STANDING_DOWN CommandOfferWithdrawn
                STANDING_DOWN StandDown → INCIDENT_ALREADY_STANDING_DOWN
                STANDING_DOWN Resume → OPEN IncidentResumed
                STANDING_DOWN Close → CLOSED IncidentClosed
                STANDING_DOWN Reopen → INCIDENT_NOT_CLOSED
                CLOSED TakeCommand without a hand-over → INCIDENT_CLOSED
                CLOSED OfferCommand → INCIDENT_CLOSED
                CLOSED AcceptCommand → INCIDENT_CLOSED
                CLOSED AcceptByWord → INCIDENT_CLOSED
                CLOSED WithdrawOffer → INCIDENT_CLOSED
                CLOSED StandDown → INCIDENT_CLOSED
                CLOSED Resume → INCIDENT_CLOSED
                CLOSED Close → INCIDENT_CLOSED
                CLOSED Reopen → OPEN IncidentReopened
                OPEN TakeCommand → OPEN CommandTaken""");
        new StatePicture().answers(lines).isCommittedAs("incident");
    }

    @Test
    void commandPassesOnlyWhenTheReceiverSaysSo() {
        var offered = accepted(in(new State.Open(NOW), held(COMMANDER), null),
                new OfferCommand(COMMANDER, "Chief Alder", "Two rooms left, medical on the way."));
        assertThat(offered.state().holder()).as("until then it stays").isEqualTo(held(COMMANDER));
        var passed = accepted(offered.state(), new AcceptCommand(OTHER));
        assertThat(passed.state().holder()).isEqualTo(held(OTHER));
        assertThat(passed.state().offer()).isNull();
        var fact = (CommandTransferred) passed.facts().getFirst();
        assertThat(List.of(fact.from(), fact.to(), fact.briefed(), fact.how().name())).containsExactly("Pat Greer",
                "Robin Alder", "Two rooms left, medical on the way.", "ACCEPTED");
        assertThat(refusal(offered.state(), new AcceptCommand(COMMANDER))).isEqualTo("INCIDENT_COMMAND_YOURS");
        assertThat(refusal(offered.state(), new AcceptCommand(CLERK))).isEqualTo("INCIDENT_LEADER_NEEDED");
    }

    @Test
    void aChiefWithoutAnAccountHasCommandByWordAndThoseWhoLeadWriteForThem() {
        var passed = accepted(in(new State.Open(NOW), held(COMMANDER), offer()), new AcceptByWord(COMMANDER));
        assertThat(passed.state().holder()).isEqualTo(new Holder(null, "Chief Alder", NOW));
        assertThat(((CommandTransferred) passed.facts().getFirst()).how()).isEqualTo(Handover.BY_WORD);
        assertThat(accepted(passed.state(), new StandDown(OTHER, "")).state().state().code())
                .isEqualTo("STANDING_DOWN");
        assertThat(refusal(passed.state(), new StandDown(CLERK, ""))).isEqualTo("INCIDENT_NOT_IN_COMMAND");
    }

    @Test
    void commandIsNotTakenFromSomebodyWithoutAReason() {
        var i = in(new State.Open(NOW), held(COMMANDER), null);
        assertThat(refusal(i, new TakeCommand(OTHER, "  "))).isEqualTo("INCIDENT_COMMAND_HELD");
        assertThat(refusal(i, new TakeCommand(CLERK, "why"))).isEqualTo("INCIDENT_LEADER_NEEDED");
        assertThat(refusal(i, new OfferCommand(OTHER, "Chief", "x"))).isEqualTo("INCIDENT_NOT_IN_COMMAND");
        assertThat(refusal(i, new OfferCommand(COMMANDER, "Chief", " "))).isEqualTo("INCIDENT_BRIEFING_MISSING");
        assertThat(refusal(in(new State.Open(NOW), null, null), new OfferCommand(COMMANDER, "Chief", "x")))
                .isEqualTo("INCIDENT_NOBODY_COMMANDS");
    }

    @Test
    void nothingIsClosedWhileTheAlertOrATaskIsOpen() {
        var i = in(new State.Open(NOW), held(COMMANDER), null);
        assertThat(refusal(i, new Close(COMMANDER, "done", false, 0))).isEqualTo("INCIDENT_ALERT_UNDER_WAY");
        assertThat(refusal(i, new Close(COMMANDER, "done", true, 2))).isEqualTo("INCIDENT_TASKS_OPEN");
        assertThat(refusal(i, new Close(COMMANDER, " ", true, 0))).isEqualTo("INCIDENT_REASON_MISSING");
        var quiet = in(new State.Open(NOW), null, null);
        assertThat(accepted(quiet, new Close(OTHER, "The nurse has taken over.", true, 0)).state().closed())
                .as("a call for help never had a commander").isTrue();
        assertThat(refusal(quiet, new Close(CLERK, "done", true, 0))).isEqualTo("INCIDENT_NOBODY_COMMANDS");
    }

    @Test
    void whoLeadsMoreThanSevenIsToldSo() {
        var roles = List.of(new RoleHolder("OPERATIONS", "Kim Dell", NOW), new RoleHolder("SAFETY", "Ash Vale", NOW));
        var units = new ArrayList<Resource>();
        for (int n = 0; n < 8; n++) units.add(unit("OPERATIONS", "WORKING"));
        units.add(unit("OPERATIONS", "RELEASED"));
        units.add(unit("LOGISTICS", "WORKING"));
        var spans = SpanOfControl.of(roles, units, 3, 7);
        assertThat(spans).containsExactlyInAnyOrder(new SpanOfControl("OPERATIONS", 8, SpanOfControl.Hint.MANY),
                new SpanOfControl("SAFETY", 0, SpanOfControl.Hint.FITS),
                new SpanOfControl("COMMANDER", 3, SpanOfControl.Hint.FITS));
    }

    private static Resource unit(String under, String state) {
        return new Resource(UUID.randomUUID(), "LAW", "Unit", "", under, state, NOW, null);
    }

    private static Incident in(State state, @Nullable Holder holder, @Nullable Offer offer) {
        return new Incident(new UUID(9, 1), new UUID(9, 2), new UUID(9, 3), new UUID(9, 4), new UUID(9, 2),
                AlertStatus.ACTUAL, "", NOW, state, holder, offer, 4);
    }

    private static Holder held(By by) {
        return new Holder(by.person(), by.name(), NOW);
    }

    private static Offer offer() {
        return new Offer("Chief Alder", "Two rooms left.", COMMANDER.person(), COMMANDER.name(), NOW);
    }

    private static Decision.Accepted<Incident> accepted(Incident i, IncidentCommand command) {
        var done = i.decide(command, NOW).orThrow();
        assertThat(done.state().version()).isEqualTo(i.version() + 1);
        assertThat(done.state().status()).isEqualTo(i.status());
        return done;
    }

    private static String refusal(Incident i, IncidentCommand command) {
        return ((Decision.Rejected<Incident>) i.decide(command, NOW)).code().name();
    }

    private static String line(Incident i, String name, IncidentCommand command) {
        return i.state().code() + " " + name + " → " + switch (i.decide(command, NOW)) {
            case Decision.Accepted<Incident>(var after, var facts) ->
                after.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<Incident>(var code, Map<String, Object> _) -> code.name();
        };
    }
}
