package org.daywatch.mentoring.matches;

import static org.daywatch.mentoring.matches.MatchStage.ACTIVE;
import static org.daywatch.mentoring.matches.MatchStage.CLOSED;
import static org.daywatch.mentoring.matches.MatchStage.CLOSING;
import static org.daywatch.mentoring.matches.MatchStage.CONSENTED;
import static org.daywatch.mentoring.matches.MatchStage.DECLINED;
import static org.daywatch.mentoring.matches.MatchStage.MATCHED;
import static org.daywatch.mentoring.matches.MatchStage.REFERRED;
import static org.daywatch.mentoring.matches.MatchStage.SCREENED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.daywatch.mentoring.matches.MatchCommand.AnnounceEnd;
import org.daywatch.mentoring.matches.MatchCommand.Close;
import org.daywatch.mentoring.matches.MatchCommand.Meet;
import org.daywatch.mentoring.matches.MatchCommand.Part;
import org.daywatch.mentoring.matches.MatchCommand.Screen;
import org.daywatch.mentoring.matches.MatchFile.Goodbye;
import org.daywatch.platform.events.Decision;

/** What a match answers to each command. Pure. */
record MatchDecision(Match m, Instant now) {

    private static final Set<MatchStage> MEETS = EnumSet.of(MATCHED, ACTIVE, CLOSING);
    private static final Set<MatchStage> BEFORE = EnumSet.of(REFERRED, CONSENTED, SCREENED);
    private static final Set<MatchStage> UNDER_WAY = EnumSet.complementOf(EnumSet.of(CLOSED, DECLINED));

    /** In which stages each command is taken. */
    static Set<MatchStage> stages(MatchCommand command) {
        return switch (command) {
            case MatchCommand.RecordConsent _ -> EnumSet.of(REFERRED);
            case Screen _ -> EnumSet.of(CONSENTED);
            case MatchCommand.Veto _,MatchCommand.Agree _ -> EnumSet.of(SCREENED);
            case Meet _,MatchCommand.NoteContact _,MatchCommand.EndEarly _ -> MEETS;
            case AnnounceEnd _ -> EnumSet.of(ACTIVE);
            case Close _ -> EnumSet.of(CLOSING);
            case MatchCommand.Decline _ -> BEFORE;
            case MatchCommand.LoseConsent _,MatchCommand.HandOver _ -> UNDER_WAY;
        };
    }

    Decision<Match> on(MatchCommand command) {
        if (!stages(command).contains(m.stage())) return Decision.refuse(MatchRefusal.MATCH_NOT_NOW);
        if (!isTheirs(command)) return Decision.refuse(MatchRefusal.MATCH_NOT_YOURS);
        return switch (command) {
            case MatchCommand.RecordConsent(boolean stands, var _) -> stands
                    ? moved(m.with(m.file()).in(CONSENTED), command)
                    : Decision.refuse(MatchRefusal.MATCH_NO_CONSENT);
            case Screen screen -> screen(screen);
            case MatchCommand.Veto _ ->
                moved(m.with(m.file().vetoed(Objects.requireNonNull(m.mentor()))).mentor(null, "").in(CONSENTED)
                        .days(m.days().chosen(null)), command);
            case MatchCommand.Agree(var today, var _) ->
                moved(m.with(m.file()).in(MATCHED).days(m.days().matched(today)), command);
            case Meet meet -> meet(meet);
            case MatchCommand.NoteContact(var day, var _) -> day.isBefore(Objects.requireNonNull(m.days().matched()))
                    ? Decision.refuse(MatchRefusal.MATCH_CONTACT_AHEAD)
                    : written(m.with(m.file().contact(day)), command);
            case AnnounceEnd end -> announce(end);
            case Close close -> close(close);
            case MatchCommand.EndEarly(var reason, var words, var today, var _) -> reason.isChosen()
                    ? moved(m.with(m.file().goodbye(new Goodbye("", "", words))).over(CLOSED, reason, today), command)
                    : Decision.refuse(MatchRefusal.MATCH_REASON);
            case MatchCommand.Decline(var reason, var words, var today, var _) -> reason.isChosen()
                    ? moved(m.with(m.file().goodbye(new Goodbye("", "", words))).over(DECLINED, reason, today),
                            command)
                    : Decision.refuse(MatchRefusal.MATCH_REASON);
            case MatchCommand.LoseConsent(var today, var _) ->
                moved(m.with(m.file()).over(m.stage().meets() ? CLOSED : DECLINED, EndReason.CONSENT_WITHDRAWN, today),
                        command);
            case MatchCommand.HandOver(var counselor, var _) -> written(m.given(counselor), command);
        };
    }

    /** A mentor logs what they met for and nothing else; all else is the counselor's. */
    private boolean isTheirs(MatchCommand command) {
        var by = command.by();
        return switch (command) {
            case Meet _ -> by.part() == Part.MENTOR && by.person().equals(m.mentor());
            case MatchCommand.RecordConsent _,MatchCommand.LoseConsent _ -> by.part() == Part.NOBODY;
            case MatchCommand.HandOver _ -> by.part() == Part.COUNSELOR;
            default -> by.part() == Part.COUNSELOR && by.person().equals(m.counselor());
        };
    }

    private Decision<Match> screen(Screen s) {
        var of = s.of();
        if (m.file().vetoes().contains(of.mentor())) return Decision.refuse(MatchRefusal.MATCH_VETOED);
        if (of.until() == null || of.until().isBefore(s.today()))
            return Decision.refuse(MatchRefusal.MATCH_NOT_SCREENED, Map.of("mentor", of.name()));
        if (of.until().isBefore(s.termEnds()))
            return Decision.refuse(MatchRefusal.MATCH_SCREENING_ENDS,
                    Map.of("mentor", of.name(), "until", of.until(), "term", s.termEnds()));
        if (s.isFull()) return Decision.refuse(MatchRefusal.MATCH_MENTOR_FULL, Map.of("mentor", of.name()));
        return moved(m.with(m.file().why(s.why())).mentor(of.mentor(), of.name()).in(SCREENED)
                .days(m.days().chosen(s.today())), s);
    }

    /** A meeting that did not come about is written down too, and is no service. */
    private Decision<Match> meet(Meet t) {
        var s = t.session();
        if (!t.consent()) return Decision.refuse(MatchRefusal.MATCH_NO_CONSENT);
        if (t.day().isBefore(Objects.requireNonNull(m.days().matched())))
            return Decision.refuse(MatchRefusal.MATCH_SESSION_BEFORE);
        if (s.isHeld() && s.endsAt().isAfter(now)) return Decision.refuse(MatchRefusal.MATCH_SESSION_AHEAD);
        if (s.minutes() > t.limits().longest())
            return Decision.refuse(MatchRefusal.MATCH_SESSION_LONG, Map.of("most", t.limits().longest()));
        if (s.isHeld() && t.limits().week() + s.minutes() > t.limits().most())
            return Decision.refuse(MatchRefusal.MATCH_SESSION_WEEK,
                    Map.of("most", t.limits().most(), "week", t.limits().week()));
        var then = m.with(m.file());
        if (s.isHeld())
            then = then.in(m.stage() == MATCHED ? ACTIVE : m.stage())
                    .days(m.days().met(t.day()));
        return Decision.accept(then, new MatchEvent.MentorSessionLogged(m.district(), m.id(), now, m.school(),
                s.isHeld() ? s.minutes() : 0, t.by().name()));
    }

    private Decision<Match> announce(AnnounceEnd e) {
        if (e.on().isBefore(e.earliest()))
            return Decision.refuse(MatchRefusal.MATCH_END_SOON, Map.of("earliest", e.earliest()));
        return moved(m.with(m.file()).in(CLOSING).days(m.days().ends(e.on())), e);
    }

    private Decision<Match> close(Close c) {
        if (c.today().isBefore(Objects.requireNonNull(m.days().ends())))
            return Decision.refuse(MatchRefusal.MATCH_END_NOT_YET, Map.of("ends", m.days().ends()));
        if (c.student().isBlank() || c.mentor().isBlank()) return Decision.refuse(MatchRefusal.MATCH_BOTH_SIDES);
        return moved(m.with(m.file().goodbye(new Goodbye(c.student(), c.mentor(), "")))
                .over(CLOSED, EndReason.AS_PLANNED, c.today()), c);
    }

    private Decision<Match> written(Match then, MatchCommand command) {
        return Decision.accept(then, new MatchEvent.MatchWritten(m.district(), m.id(), now, m.school(),
                command.getClass().getSimpleName(), command.by().name()));
    }

    private Decision<Match> moved(Match then, MatchCommand command) {
        return Decision.accept(then, new MatchEvent.MatchMoved(m.district(), m.id(), now, m.school(), then.stage(),
                command.by().name()));
    }
}
