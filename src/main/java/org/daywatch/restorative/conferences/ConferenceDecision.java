package org.daywatch.restorative.conferences;

import static org.daywatch.restorative.conferences.ConferenceStage.AGREED;
import static org.daywatch.restorative.conferences.ConferenceStage.BROKEN;
import static org.daywatch.restorative.conferences.ConferenceStage.CLOSED;
import static org.daywatch.restorative.conferences.ConferenceStage.GATED;
import static org.daywatch.restorative.conferences.ConferenceStage.HELD;
import static org.daywatch.restorative.conferences.ConferenceStage.KEPT;
import static org.daywatch.restorative.conferences.ConferenceStage.PREPARED;
import static org.daywatch.restorative.conferences.ConferenceStage.RECONVENED;
import static org.daywatch.restorative.conferences.ConferenceStage.REFERRED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.RestorativeEvent.ConferenceMoved;
import org.daywatch.restorative.RestorativeEvent.ConferenceWritten;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;
import org.daywatch.restorative.conferences.Conference.Days;
import org.daywatch.restorative.conferences.Conference.Invited;
import org.daywatch.restorative.conferences.ConferenceCommand.Accept;
import org.daywatch.restorative.conferences.ConferenceCommand.Agree;
import org.daywatch.restorative.conferences.ConferenceCommand.Arrange;
import org.daywatch.restorative.conferences.ConferenceCommand.AskAtDoor;
import org.daywatch.restorative.conferences.ConferenceCommand.CallOff;
import org.daywatch.restorative.conferences.ConferenceCommand.Check;
import org.daywatch.restorative.conferences.ConferenceCommand.Close;
import org.daywatch.restorative.conferences.ConferenceCommand.Hold;
import org.daywatch.restorative.conferences.ConferenceCommand.Invite;
import org.daywatch.restorative.conferences.ConferenceCommand.LoseConsent;
import org.daywatch.restorative.conferences.ConferenceCommand.MeetAgain;
import org.daywatch.restorative.conferences.ConferenceCommand.Part;
import org.daywatch.restorative.conferences.ConferenceCommand.PartWithout;
import org.daywatch.restorative.conferences.ConferenceCommand.Prepare;
import org.daywatch.restorative.conferences.ConferenceCommand.Talk;

/** What a conference answers to each command. Pure. */
record ConferenceDecision(Conference c, Instant now) {

    private static final Set<ConferenceStage> BEFORE = EnumSet.of(REFERRED, GATED, PREPARED, RECONVENED);
    private static final Set<ConferenceStage> UNDER_WAY = EnumSet.complementOf(EnumSet.of(CLOSED));

    /** In which stages each command is taken. */
    static Set<ConferenceStage> stages(ConferenceCommand command) {
        return switch (command) {
            case Accept _ -> EnumSet.of(REFERRED);
            case Prepare _ -> EnumSet.of(GATED, RECONVENED);
            case AskAtDoor _,Hold _ -> EnumSet.of(PREPARED);
            case Invite _,Arrange _ -> EnumSet.of(GATED, PREPARED, RECONVENED);
            case Agree _,PartWithout _ -> EnumSet.of(HELD);
            case Check _ -> EnumSet.of(AGREED);
            case Talk _ -> EnumSet.of(AGREED, KEPT, BROKEN);
            case MeetAgain _ -> EnumSet.of(BROKEN);
            case Close _ -> EnumSet.of(KEPT, BROKEN);
            case CallOff _ -> BEFORE;
            case LoseConsent _,ConferenceCommand.HandOver _ -> UNDER_WAY;
        };
    }

    Decision<Conference> on(ConferenceCommand command) {
        if (!stages(command).contains(c.stage())) return Decision.refuse(RestorativeRefusal.CONFERENCE_NOT_NOW);
        if (!isTheirs(command)) return Decision.refuse(RestorativeRefusal.CONFERENCE_NOT_YOURS);
        return switch (command) {
            case Accept accept -> accept(accept);
            case Prepare(var who, var willing, var today, var _) -> willing
                    ? prepared(who, today, command)
                    : unwilling(today);
            case AskAtDoor(var who, var willing, var today, var _) -> willing
                    ? atDoor(who, command)
                    : unwilling(today);
            case Invite(var officer, var name, var educator, var _) -> officer != null && educator.isBlank()
                    ? Decision.refuse(RestorativeRefusal.CONFERENCE_EDUCATOR)
                    : written(c.with(c.file())
                            .invited(officer == null ? null : new Invited(officer, name, educator)), command);
            case Arrange(var meeting, var today, var _) -> meeting.day().isBefore(today)
                    ? Decision.refuse(RestorativeRefusal.CONFERENCE_DAY)
                    : written(c.with(c.file().meeting(meeting)), command);
            case Hold hold -> hold(hold);
            case Agree agree -> agree(agree);
            case PartWithout(var today, var _) ->
                moved(c.with(c.file()).over(ConferenceEnd.NO_AGREEMENT, today), command);
            case Check check -> check(check);
            case Talk(var day, var today, var _) -> day.isAfter(today) || day.isBefore(agreed())
                    ? Decision.refuse(RestorativeRefusal.CONFERENCE_TALK_DAY)
                    : written(c.with(c.file().talked(day)), command);
            case MeetAgain _ ->
                moved(c.with(c.file().each(Participant::unasked).meeting(null)).in(RECONVENED), command);
            case Close(var today, var _) -> moved(c.with(c.file()).over(c.stage() == KEPT
                    ? ConferenceEnd.KEPT
                    : ConferenceEnd.NOT_KEPT, today), command);
            case CallOff(var reason, var today, var _) -> reason.isChosen()
                    ? moved(c.with(c.file().each(Participant::unasked)).over(reason, today), command)
                    : Decision.refuse(RestorativeRefusal.CONFERENCE_REASON);
            case LoseConsent(var today, var _) -> unwilling(today);
            case ConferenceCommand.HandOver(var lead, var _) -> written(c.with(c.file()).given(lead), command);
        };
    }

    /** All of it is done by whoever leads it; another counselor may only take it over. */
    private boolean isTheirs(ConferenceCommand command) {
        var by = command.by();
        return switch (command) {
            case LoseConsent _ -> by.part() == Part.NOBODY;
            case ConferenceCommand.HandOver _ -> by.part() == Part.LEAD;
            default -> by.part() == Part.LEAD && by.person().equals(c.lead());
        };
    }

    private Decision<Conference> accept(Accept a) {
        if (a.kind() == ConferenceKind.PEER_MEDIATION && !a.screening().allowsMediation())
            return Decision.refuse(RestorativeRefusal.CONFERENCE_NO_MEDIATION);
        if (a.kind() == ConferenceKind.CONFERENCE && a.screening().admits() != Screening.Answer.YES
                && c.file().participants().stream().anyMatch(p -> p.side() == Side.DID_HARM))
            return Decision.refuse(RestorativeRefusal.CONFERENCE_NOT_ADMITTED);
        var d = c.days();
        return moved(c.with(c.file()).as(a.kind()).in(GATED)
                .days(new Days(d.referred(), a.today(), d.held(), d.agreed(), d.closed())), a);
    }

    private Decision<Conference> prepared(UUID who, LocalDate today, ConferenceCommand command) {
        if (isUnknown(who)) return Decision.refuse(RestorativeRefusal.CONFERENCE_NOBODY);
        var then = c.with(c.file().one(who, p -> p.prepared(today)));
        return then.file().participants().stream().allMatch(p -> p.prepared() != null)
                ? moved(then.in(PREPARED), command)
                : written(then, command);
    }

    private Decision<Conference> atDoor(UUID who, ConferenceCommand command) {
        return isUnknown(who)
                ? Decision.refuse(RestorativeRefusal.CONFERENCE_NOBODY)
                : written(c.with(c.file().one(who, Participant::comesIn)), command);
    }

    private boolean isUnknown(UUID who) {
        return c.file().participants().stream().noneMatch(p -> p.id().equals(who));
    }

    /**
     * Before they have met it is over, and of nobody stands any more what they said. Once they have met, what was
     * promised stands as it was, and nothing is added. The fact is the same whoever said no, and how.
     */
    private Decision<Conference> unwilling(LocalDate today) {
        var then = c.with(c.file().each(Participant::unasked)).over(ConferenceEnd.NOT_WILLING, today);
        return Decision.accept(then,
                new ConferenceMoved(c.district(), c.id(), now, c.school(), then.stage().name(), ""));
    }

    private Decision<Conference> hold(Hold h) {
        if (!h.consented()) return Decision.refuse(RestorativeRefusal.CONFERENCE_NO_CONSENT);
        if (!c.file().isAllAtDoor())
            return Decision.refuse(RestorativeRefusal.CONFERENCE_ASK_AT_DOOR);
        if (!h.counselor() && h.without().isBlank()) return Decision.refuse(RestorativeRefusal.CONFERENCE_COUNSELOR);
        var d = c.days();
        return moved(c.with(c.file().held(h.helpers(), h.counselor() ? "" : h.without())).in(HELD)
                .days(new Days(d.referred(), d.accepted(), h.today(), d.agreed(), d.closed())), h);
    }

    private Decision<Conference> agree(Agree a) {
        if (a.promises().isEmpty()) return Decision.refuse(RestorativeRefusal.PROMISE_EMPTY);
        if (!a.punishing().isEmpty()) {
            var first = a.punishing().getFirst();
            return Decision.refuse(RestorativeRefusal.PROMISE_PUNISHES,
                    Map.of("rule", first.rule(), "words", first.words()));
        }
        if (a.promises().stream().anyMatch(p -> p.by().isBefore(a.today())))
            return Decision.refuse(RestorativeRefusal.PROMISE_DAY);
        var d = c.days();
        return moved(c.with(c.file()).promising(a.promises()).in(AGREED)
                .days(new Days(d.referred(), d.accepted(), d.held(), a.today(), d.closed())), a);
    }

    /** One that was not kept is enough; kept is it when all are. */
    private Decision<Conference> check(Check k) {
        if (k.kept() == Kept.OPEN || c.promises().stream().noneMatch(p -> p.number() == k.promise()))
            return Decision.refuse(RestorativeRefusal.PROMISE_UNKNOWN);
        List<Promise> then = c.promises().stream().map(p -> p.number() == k.promise() ? p.as(k.kept()) : p).toList();
        var checked = c.with(c.file()).promising(then);
        if (then.stream().anyMatch(p -> p.kept() == Kept.NOT_KEPT)) return moved(checked.in(BROKEN), k);
        return then.stream().allMatch(p -> p.kept() == Kept.KEPT)
                ? moved(checked.in(ConferenceStage.KEPT), k)
                : written(checked, k);
    }

    private LocalDate agreed() {
        var on = c.days().agreed();
        return on == null ? c.days().referred() : on;
    }

    private Decision<Conference> written(Conference then, ConferenceCommand command) {
        return Decision.accept(then, new ConferenceWritten(c.district(), c.id(), now, c.school(),
                command.getClass().getSimpleName(), command.by().name()));
    }

    private Decision<Conference> moved(Conference then, ConferenceCommand command) {
        return Decision.accept(then, new ConferenceMoved(c.district(), c.id(), now, c.school(), then.stage().name(),
                command.by().name()));
    }
}
