package org.daywatch.relationships.threats.requests;

import static org.daywatch.relationships.threats.requests.RecordsRequestRefusal.RECORDS_DAY;
import static org.daywatch.relationships.threats.requests.RecordsRequestRefusal.RECORDS_NOT_NOW;
import static org.daywatch.relationships.threats.requests.RecordsRequestRefusal.RECORDS_NOT_PREPARED;
import static org.daywatch.relationships.threats.requests.RecordsRequestRefusal.RECORDS_NOT_YOURS;
import static org.daywatch.relationships.threats.requests.RecordsRequestRefusal.RECORDS_OFFER_LATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand.*;
import org.daywatch.relationships.threats.requests.RecordsRequestEvent.RecordsRequestEntered;
import org.daywatch.relationships.threats.requests.RecordsRequestEvent.RecordsRequestWritten;
import org.daywatch.relationships.threats.requests.RecordsRequestFile.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A parent asks for the record of a threat assessment of their child (34 CFR 99.10, 99.20). Pure.
 *
 * @param caseId null: there is none on file. @param dueOn the last day on which the answer is in time
 */
public record RecordsRequest(UUID district, UUID id, UUID school, @Nullable UUID caseId, Kind kind, State state,
        LocalDate receivedOn, LocalDate dueOn, @Nullable LocalDate endedOn, Told told, UUID enteredBy,
        RecordsRequestFile file, int version) {

    private static final Set<State> ANSWERED = Set.of(State.INSPECTED, State.COPIED, State.AMENDED,
            State.STATEMENT_PLACED, State.REFUSED, State.WITHDRAWN, State.NONE_ON_FILE);

    public enum Kind { INSPECT, COPY, AMEND }

    public enum How { PHONE, LETTER, DESK }

    public enum State {
        RECEIVED, IDENTIFIED, OFFERED,
        /** It was not amended. The parent may have a hearing. */
        HEARING_OFFERED, INSPECTED, COPIED, AMENDED, STATEMENT_PLACED, REFUSED, WITHDRAWN, NONE_ON_FILE;

        public boolean over() {
            return ANSWERED.contains(this);
        }
    }

    /** About who asks, and never about what the record says. */
    public enum Ground {
        /** They did not show who they are, or that they are this child's parent. */
        NOT_SHOWN,
        /** An order of a court, or a law, takes the right from them (34 CFR 99.4). */
        BARRED,
        /** The right is the student's own (34 CFR 99.5). */
        STUDENT_IS_ADULT
    }

    /** Who was reminded of the day it is due on. */
    public enum Told { NOBODY, AHEAD, DUE }

    /** @param relation as they stated it */
    public record Asker(String name, How how, String relation) {}

    /** @param paper what is shown beside the parent's page, as somebody of the case made it */
    public record Prepared(String language, String paper, LocalDate day, String by) {}

    public record Offered(LocalDate day, String place) {}

    /** @param term how many days the rule of the day it came gives */
    public static Decision<RecordsRequest> receive(UUID district, UUID id, UUID school, @Nullable UUID caseId,
            Kind kind, Asker asker, LocalDate receivedOn, int term, UUID enteredBy, By by, Instant now) {
        if (receivedOn.isAfter(by.today()) || receivedOn.isBefore(by.today().minusYears(1)))
            return Decision.refuse(RECORDS_DAY);
        var state = caseId == null ? State.NONE_ON_FILE : State.RECEIVED;
        var file = RecordsRequestFile.fresh(asker, new Entry("Receive", by.today(), receivedOn, null, "", by.name()));
        return Decision.accept(
                new RecordsRequest(district, id, school, caseId, kind, state, receivedOn, receivedOn.plusDays(term),
                        caseId == null ? by.today() : null, Told.NOBODY, enteredBy, file, 1),
                new RecordsRequestEntered(district, id, now, school, state, by.name()));
    }

    public Decision<RecordsRequest> decide(RecordsRequestCommand command, Instant now) {
        return switch (command) {
            case CheckIdentity c -> on(state == State.RECEIVED, c, State.IDENTIFIED, c.how(), now);
            case Prepare c -> !showable() ? Decision.refuse(RECORDS_NOT_NOW) : prepared(c, now);
            case Offer c -> !showable() ? Decision.refuse(RECORDS_NOT_NOW) : offered(c, now);
            case RecordInspection c -> shown(state == State.OFFERED, c, c.day(), State.INSPECTED, now);
            case HandCopy c -> shown(showable(), c, c.day(), State.COPIED, now);
            case Refuse c -> on(isAsked(), c, State.REFUSED, c.words(), now);
            case Withdraw c -> on(!state.over(), c, State.WITHDRAWN, c.words(), now);
            case Amend c -> ofTheTeam(state == State.IDENTIFIED || state == State.HEARING_OFFERED, c, State.AMENDED,
                    c.words(), now);
            case OfferHearing c -> ofTheTeam(state == State.IDENTIFIED, c, State.HEARING_OFFERED, c.words(), now);
            case PlaceStatement c -> on(state == State.HEARING_OFFERED, c, State.STATEMENT_PLACED, "", now,
                    file.statement(c.words()));
        };
    }

    /** Not answered by the day it is due on, or offered for a day that has gone by. */
    public boolean late(LocalDate today) {
        return waitsUntil().filter(day -> day.isBefore(today)).isPresent();
    }

    /** The day on which something has to have been done about it; none where it is answered. */
    public Optional<LocalDate> waitsUntil() {
        if (!isAsked()) return Optional.empty();
        return Optional.of(state == State.OFFERED && file.offered() != null && file.offered().day().isBefore(dueOn)
                ? file.offered().day()
                : dueOn);
    }

    /** Somebody of the case has yet to say what is shown. */
    public boolean waitsForPaper() {
        return showable() && file.prepared() == null;
    }

    /** Somebody of the case has yet to say whether the record is amended. */
    public boolean waitsForAmendment() {
        return kind == Kind.AMEND && state == State.IDENTIFIED;
    }

    /** Of whom to remind now. @param ahead so many days before */
    public Told toTell(LocalDate today, int ahead) {
        if (!isAsked() || today.isBefore(dueOn.minusDays(ahead))) return Told.NOBODY;
        return today.isBefore(dueOn) ? Told.AHEAD : Told.DUE;
    }

    /** The parent has no answer yet. */
    private boolean isAsked() {
        return state == State.RECEIVED || state == State.IDENTIFIED || state == State.OFFERED;
    }

    private boolean showable() {
        return kind != Kind.AMEND && (state == State.IDENTIFIED || state == State.OFFERED);
    }

    private Decision<RecordsRequest> prepared(Prepare c, Instant now) {
        if (!c.by().reads()) return Decision.refuse(RECORDS_NOT_YOURS);
        return to(c, state, "", now,
                file.prepared(new Prepared(c.language(), c.paper(), c.by().today(), c.by().name())));
    }

    /** In time while there is time; what is late already is offered as soon as somebody can. */
    private Decision<RecordsRequest> offered(Offer c, Instant now) {
        if (c.day().isBefore(c.by().today())) return Decision.refuse(RECORDS_DAY);
        if (c.day().isAfter(dueOn) && !c.by().today().isAfter(dueOn))
            return Decision.refuse(RECORDS_OFFER_LATE, Map.of("due", dueOn));
        return to(c, State.OFFERED, c.place(), now, file.offered(new Offered(c.day(), c.place())));
    }

    private Decision<RecordsRequest> shown(boolean may, RecordsRequestCommand c, LocalDate day, State next,
            Instant now) {
        if (!may || kind == Kind.AMEND) return Decision.refuse(RECORDS_NOT_NOW);
        if (file.prepared() == null) return Decision.refuse(RECORDS_NOT_PREPARED);
        if (day.isAfter(c.by().today()) || day.isBefore(receivedOn)) return Decision.refuse(RECORDS_DAY);
        return to(c, next, "", now, file);
    }

    private Decision<RecordsRequest> ofTheTeam(boolean may, RecordsRequestCommand c, State next, String words,
            Instant now) {
        if (!may || kind != Kind.AMEND) return Decision.refuse(RECORDS_NOT_NOW);
        return c.by().reads() ? to(c, next, words, now, file) : Decision.refuse(RECORDS_NOT_YOURS);
    }

    private Decision<RecordsRequest> on(boolean may, RecordsRequestCommand c, State next, String words, Instant now) {
        return on(may, c, next, words, now, file);
    }

    private Decision<RecordsRequest> on(boolean may, RecordsRequestCommand c, State next, String words, Instant now,
            RecordsRequestFile written) {
        return may ? to(c, next, words, now, written) : Decision.refuse(RECORDS_NOT_NOW);
    }

    private Decision<RecordsRequest> to(RecordsRequestCommand c, State next, String words, Instant now,
            RecordsRequestFile written) {
        var step = c.getClass().getSimpleName();
        var by = c.by();
        return Decision.accept(
                new RecordsRequest(district, id, school, caseId, kind, next, receivedOn, dueOn,
                        next.over() ? by.today() : null, told, enteredBy,
                        written.plus(
                                new Entry(step, by.today(), dayOf(c), c instanceof Refuse r ? r.ground() : null, words,
                                        by.name())),
                        version + 1),
                new RecordsRequestWritten(district, id, now, school, step, next, by.name()));
    }

    private static @Nullable LocalDate dayOf(RecordsRequestCommand c) {
        return switch (c) {
            case Offer offer -> offer.day();
            case RecordInspection inspection -> inspection.day();
            case HandCopy copy -> copy.day();
            default -> null;
        };
    }
}
