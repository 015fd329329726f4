package org.daywatch.relationships.threats.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.requests.RecordsRequest.Asker;
import org.daywatch.relationships.threats.requests.RecordsRequest.Ground;
import org.daywatch.relationships.threats.requests.RecordsRequest.How;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequest.State;
import org.daywatch.relationships.threats.requests.RecordsRequest.Told;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand.*;
import org.junit.jupiter.api.Test;

/** By when a parent has an answer, in which order it comes, and who may give it. */
class RecordsRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate DUE = TODAY.plusDays(45);
    private static final By KEEPER = new By("Jules Tamberlin", false, TODAY);
    private static final By PRINCIPAL = new By("Robin Sage", true, TODAY);

    @Test
    void everyStateAnswersEveryCommandAndThePictureShowsIt() {
        var drawn = new StatePicture();
        var lines = new ArrayList<String>();
        for (var kind : List.of(Kind.INSPECT, Kind.AMEND))
            states(kind).forEach((state, request) -> commands(PRINCIPAL)
                    .forEach(command -> lines.add(state + " " + command.getClass().getSimpleName() + " → "
                            + answer(request.decide(command, NOW)))));
        assertThat(lines.stream().filter(line -> !line.endsWith("RECORDS_NOT_NOW")).distinct().toList())
                .containsExactly(
                        "RECEIVED CheckIdentity → IDENTIFIED RecordsRequestWritten",
                        "RECEIVED Refuse → REFUSED RecordsRequestWritten",
                        "RECEIVED Withdraw → WITHDRAWN RecordsRequestWritten",
                        "IDENTIFIED Prepare → IDENTIFIED RecordsRequestWritten",
                        "IDENTIFIED Offer → OFFERED RecordsRequestWritten",
                        "IDENTIFIED HandCopy → COPIED RecordsRequestWritten",
                        "IDENTIFIED Refuse → REFUSED RecordsRequestWritten",
                        "IDENTIFIED Withdraw → WITHDRAWN RecordsRequestWritten",
                        "OFFERED Prepare → OFFERED RecordsRequestWritten",
                        "OFFERED Offer → OFFERED RecordsRequestWritten",
                        "OFFERED RecordInspection → INSPECTED RecordsRequestWritten",
                        "OFFERED HandCopy → COPIED RecordsRequestWritten",
                        "OFFERED Refuse → REFUSED RecordsRequestWritten",
                        "OFFERED Withdraw → WITHDRAWN RecordsRequestWritten",
                        "IDENTIFIED Amend → AMENDED RecordsRequestWritten",
                        "IDENTIFIED OfferHearing → HEARING_OFFERED RecordsRequestWritten",
                        "HEARING_OFFERED Withdraw → WITHDRAWN RecordsRequestWritten",
                        "HEARING_OFFERED Amend → AMENDED RecordsRequestWritten",
                        "HEARING_OFFERED PlaceStatement → STATEMENT_PLACED RecordsRequestWritten");
        drawn.answers(lines).drawsEvery(RecordsRequestCommand.class).isCommittedAs("records-request");
    }

    @Test
    void itIsDueSoManyDaysAfterItCameAndLateOnTheDayAfter() {
        var request = received(Kind.INSPECT);
        assertThat(request.dueOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(request.late(DUE)).isFalse();
        assertThat(request.late(DUE.plusDays(1))).isTrue();
        assertThat(done(request, new Withdraw("No longer needed", KEEPER)).late(DUE.plusDays(1))).isFalse();
        assertThat(receive(TODAY.plusDays(1))).isEqualTo("RECORDS_DAY");
        assertThat(receive(TODAY.minusYears(1).minusDays(1))).isEqualTo("RECORDS_DAY");
        assertThat(receive(TODAY.minusYears(1))).isEqualTo("RECEIVED RecordsRequestEntered");
    }

    @Test
    void whoeverAnswersIsRemindedSomeDaysBeforeAndOnTheDayAndNotOnceItIsAnswered() {
        var request = received(Kind.INSPECT);
        assertThat(request.toTell(DUE.minusDays(11), 10)).isEqualTo(Told.NOBODY);
        assertThat(request.toTell(DUE.minusDays(10), 10)).isEqualTo(Told.AHEAD);
        assertThat(request.toTell(DUE.minusDays(1), 10)).isEqualTo(Told.AHEAD);
        assertThat(request.toTell(DUE, 10)).isEqualTo(Told.DUE);
        var hearing = done(identified(Kind.AMEND), new OfferHearing("It is as it was said", PRINCIPAL));
        assertThat(hearing.toTell(DUE, 10)).isEqualTo(Told.NOBODY);
        assertThat(hearing.late(DUE.plusDays(1))).as("the parent has an answer").isFalse();
    }

    @Test
    void aDayIsOfferedInTimeAndWaitedForNoLonger() {
        var request = identified(Kind.INSPECT);
        assertThat(answer(request.decide(new Offer(DUE.plusDays(1), "Office", KEEPER), NOW)))
                .isEqualTo("RECORDS_OFFER_LATE");
        assertThat(answer(request.decide(new Offer(TODAY.minusDays(1), "Office", KEEPER), NOW)))
                .isEqualTo("RECORDS_DAY");
        var offered = done(request, new Offer(TODAY.plusDays(3), "Office", KEEPER));
        assertThat(offered.late(TODAY.plusDays(3))).isFalse();
        assertThat(offered.late(TODAY.plusDays(4))).as("the day went by").isTrue();
        var late = new By("Jules Tamberlin", false, DUE.plusDays(1));
        assertThat(done(request, new Offer(DUE.plusDays(4), "Office", late)).late(DUE.plusDays(2)))
                .as("late stays late").isTrue();
    }

    @Test
    void onlyWhoReadsTheAssessmentSaysWhatIsShownOrAmended() {
        for (var command : List.<RecordsRequestCommand>of(new Prepare("en", "All of it", KEEPER)))
            assertThat(answer(identified(Kind.COPY).decide(command, NOW))).isEqualTo("RECORDS_NOT_YOURS");
        for (var command : List.of(new Amend("The day", KEEPER), new OfferHearing("It is so", KEEPER)))
            assertThat(answer(identified(Kind.AMEND).decide(command, NOW))).isEqualTo("RECORDS_NOT_YOURS");
    }

    @Test
    void nothingIsShownThatNobodyMadeReady() {
        var offered = done(identified(Kind.INSPECT), new Offer(TODAY, "Office", KEEPER));
        assertThat(answer(offered.decide(new RecordInspection(TODAY, KEEPER), NOW))).isEqualTo("RECORDS_NOT_PREPARED");
        assertThat(answer(offered.decide(new HandCopy(TODAY, KEEPER), NOW))).isEqualTo("RECORDS_NOT_PREPARED");
        var ready = done(offered, new Prepare("es", "Todo", PRINCIPAL));
        assertThat(answer(ready.decide(new RecordInspection(TODAY.plusDays(1), KEEPER), NOW))).isEqualTo("RECORDS_DAY");
        var seen = done(ready, new RecordInspection(TODAY, KEEPER));
        assertThat(seen.endedOn()).isEqualTo(TODAY);
        assertThat(seen.file().entries()).extracting(RecordsRequestFile.Entry::step).containsExactly("Receive",
                "CheckIdentity", "Offer", "Prepare", "RecordInspection");
    }

    @Test
    void ofAStudentWithoutAnAssessmentItIsAnsweredAtOnce() {
        var none = RecordsRequest.receive(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), null, Kind.INSPECT,
                new Asker("Dana Orlebar", How.PHONE, "Mother"), TODAY, 45, new UUID(0, 5), KEEPER, NOW).orThrow()
                .state();
        assertThat(none.state()).isEqualTo(State.NONE_ON_FILE);
        assertThat(none.endedOn()).isEqualTo(TODAY);
        assertThat(none.late(DUE.plusDays(1))).isFalse();
    }

    private static Map<State, RecordsRequest> states(Kind kind) {
        var states = new LinkedHashMap<State, RecordsRequest>();
        states.put(State.RECEIVED, received(kind));
        if (kind == Kind.AMEND) {
            states.put(State.IDENTIFIED, identified(kind));
            var hearing = done(identified(kind), new OfferHearing("It is so", PRINCIPAL));
            states.put(State.HEARING_OFFERED, hearing);
            states.put(State.STATEMENT_PLACED, done(hearing, new PlaceStatement("It was not so", KEEPER)));
            states.put(State.AMENDED, done(identified(kind), new Amend("The day", PRINCIPAL)));
            return states;
        }
        var ready = done(identified(kind), new Prepare("en", "All of it", PRINCIPAL));
        states.put(State.IDENTIFIED, ready);
        var offered = done(ready, new Offer(TODAY, "Office", KEEPER));
        states.put(State.OFFERED, offered);
        states.put(State.INSPECTED, done(offered, new RecordInspection(TODAY, KEEPER)));
        states.put(State.COPIED, done(offered, new HandCopy(TODAY, KEEPER)));
        states.put(State.REFUSED, done(ready, new Refuse(Ground.BARRED, "An order of March", KEEPER)));
        states.put(State.WITHDRAWN, done(ready, new Withdraw("No longer needed", KEEPER)));
        return states;
    }

    private static List<RecordsRequestCommand> commands(By by) {
        return List.of(new CheckIdentity("Photo ID", by), new Prepare("en", "All of it", by),
                new Offer(TODAY, "Office", by), new RecordInspection(TODAY, by), new HandCopy(TODAY, by),
                new Refuse(Ground.NOT_SHOWN, "No ID", by), new Withdraw("No longer needed", by),
                new Amend("The day", by), new OfferHearing("It is so", by), new PlaceStatement("It was not so", by));
    }

    private static RecordsRequest received(Kind kind) {
        return receive(kind, TODAY).orThrow().state();
    }

    private static String receive(LocalDate day) {
        return answer(receive(Kind.INSPECT, day));
    }

    private static Decision<RecordsRequest> receive(Kind kind, LocalDate day) {
        return RecordsRequest.receive(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), kind,
                new Asker("Dana Orlebar", How.DESK, "Mother"), day, 45, new UUID(0, 5), KEEPER, NOW);
    }

    private static RecordsRequest identified(Kind kind) {
        return done(received(kind), new CheckIdentity("Photo ID", KEEPER));
    }

    private static RecordsRequest done(RecordsRequest request, RecordsRequestCommand command) {
        return request.decide(command, NOW).orThrow().state();
    }

    private static String answer(Decision<RecordsRequest> decision) {
        return switch (decision) {
            case Decision.Accepted<RecordsRequest>(var state, var facts) ->
                state.state() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<RecordsRequest>(var code, var details) -> code.name();
        };
    }
}
