package org.daywatch.prevention.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.PreventionEvent.*;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.findings.Finding.Owner;
import org.daywatch.prevention.findings.Finding.Returned;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.findings.Finding.Word;
import org.daywatch.prevention.findings.FindingCommand.*;
import org.jspecify.annotations.Nullable;

/** What a finding answers to each command. Pure. */
record FindingDecision(Finding f, Instant now) {

    Decision<Finding> on(FindingCommand command) {
        if (command.words().isBlank() && !(command instanceof SetInterim) && !(command instanceof Assign))
            return Decision.refuse(PreventionRefusal.FINDING_WORDS_MISSING);
        return switch (command) {
            case Assign assign -> assign(assign);
            case SetInterim(var measure, var until, var by) -> f.state() instanceof State.Closed
                    ? Decision.refuse(PreventionRefusal.FINDING_CLOSED)
                    : Decision.accept(f.protectedBy(measure.strip(), until).in(f.state()),
                            new InterimMeasureSet(f.agencyId(), f.id(), now, f.schoolId(), measure.strip(), by.name()));
            case Rate rate -> rate(rate);
            case SayFixed fixed -> fix(fixed);
            case Verify verify -> verify(verify);
            case Return(var why, var by) -> f.state() instanceof State.Fixed || f.state() instanceof State.Verified
                    ? back(f, why, by)
                    : Decision.refuse(PreventionRefusal.FINDING_NOT_FIXED);
            case Close(var how, var by) -> {
                if (!by.leads()) yield Decision.refuse(PreventionRefusal.FINDING_NOT_YOURS);
                if (!(f.state() instanceof State.Verified(var fixed, var verified)))
                    yield Decision.refuse(PreventionRefusal.FINDING_NOT_VERIFIED);
                yield Decision.accept(f.in(new State.Closed(fixed, verified, word(by, how))),
                        new FindingClosed(f.agencyId(), f.id(), now, f.schoolId(), by.name()));
            }
            case AcceptRisk accept -> accept(accept);
            case Reopen reopen -> reopen(reopen);
            case SeeAgain again -> again(again);
        };
    }

    private Decision<Finding> assign(Assign a) {
        if (!a.by().leads()) return Decision.refuse(PreventionRefusal.FINDING_NOT_YOURS);
        if (!f.state().toMend()) return Decision.refuse(PreventionRefusal.FINDING_NOT_OPEN);
        if (a.due().isAfter(a.latest()) && a.words().isBlank())
            return Decision.refuse(PreventionRefusal.FINDING_DUE_LATE, Map.of("latest", a.latest()));
        var then = f.owned(new Owner(a.owner(), a.ownerPerson())).due(a.due()).in(new State.Assigned(returned()));
        return Decision.accept(then,
                new FindingAssigned(f.agencyId(), f.id(), now, f.schoolId(), a.owner(), a.due(), a.by().name()));
    }

    private Decision<Finding> rate(Rate r) {
        if (!r.by().leads()) return Decision.refuse(PreventionRefusal.FINDING_NOT_YOURS);
        if (!f.state().toMend()) return Decision.refuse(PreventionRefusal.FINDING_NOT_OPEN);
        boolean stays = r.rating().severity() == f.rating().severity() || f.late(r.today()) && r.due().isAfter(f.due());
        LocalDate due = stays ? f.due() : r.due();
        return Decision.accept(f.rated(r.rating()).due(due).in(f.state()),
                new FindingRated(f.agencyId(), f.id(), now, f.schoolId(), r.rating().severity(),
                        r.rating().likelihood(), r.by().name()));
    }

    /** Whoever mends what nobody owns yet has taken it on. */
    private Decision<Finding> fix(SayFixed said) {
        if (!f.state().toMend()) return Decision.refuse(PreventionRefusal.FINDING_NOT_OPEN);
        var fixed = new FindingFixed(f.agencyId(), f.id(), now, f.schoolId(), said.words().strip(), said.by().name());
        var then = new State.Fixed(word(said.by(), said.words()));
        if (f.state() instanceof State.Assigned) return Decision.accept(f.in(then), fixed);
        return Decision.accept(f.owned(new Owner(said.by().name(), said.by().person())).in(then),
                new FindingAssigned(f.agencyId(), f.id(), now, f.schoolId(), said.by().name(), f.due(),
                        said.by().name()),
                fixed);
    }

    private Decision<Finding> verify(Verify v) {
        if (!(f.state() instanceof State.Fixed(var fixed))) return Decision.refuse(PreventionRefusal.FINDING_NOT_FIXED);
        boolean own = v.by().person().equals(fixed.by().person())
                || (f.owner() != null && v.by().person().equals(f.owner().person()));
        if (own) return Decision.refuse(PreventionRefusal.FINDING_OWN_WORK);
        return Decision.accept(f.in(new State.Verified(fixed, word(v.by(), v.words()))),
                new FindingVerified(f.agencyId(), f.id(), now, f.schoolId(), v.words().strip(), v.by().name()));
    }

    private Decision<Finding> accept(AcceptRisk a) {
        if (!a.by().accepts()) return Decision.refuse(PreventionRefusal.FINDING_RISK_NOT_YOURS);
        if (!f.state().toMend() && !(f.state() instanceof State.RiskAccepted))
            return Decision.refuse(PreventionRefusal.FINDING_NOT_OPEN);
        if (!a.reviewBy().isAfter(a.today()) || a.reviewBy().isAfter(a.latest()))
            return Decision.refuse(PreventionRefusal.FINDING_REVIEW_DAY, Map.of("latest", a.latest()));
        return Decision.accept(f.in(new State.RiskAccepted(word(a.by(), a.words()), a.reviewBy())),
                new RiskAccepted(f.agencyId(), f.id(), now, f.schoolId(), a.words().strip(), a.reviewBy(),
                        a.by().name()));
    }

    private Decision<Finding> reopen(Reopen r) {
        if (!r.by().leads()) return Decision.refuse(PreventionRefusal.FINDING_NOT_YOURS);
        return switch (f.state()) {
            case State.RiskAccepted _,State.Verified _,State.Closed _ -> back(f.due(r.due()), r.words(), r.by());
            case State.Open _,State.Assigned _ -> Decision.refuse(PreventionRefusal.FINDING_STILL_OPEN);
            case State.Fixed _ -> Decision.refuse(PreventionRefusal.FINDING_NOT_VERIFIED);
        };
    }

    /**
     * What was said to be fixed and is found as it was, is to be mended again; what a phone saw before and sent later
     * is not.
     */
    private Decision<Finding> again(SeeAgain s) {
        return switch (f.state()) {
            case State.Open _,State.Assigned _,State.RiskAccepted _ -> seen(s);
            case State.Fixed(var fixed) when now.isBefore(fixed.at()) -> seen(s);
            case State.Verified(var fixed, var _) when now.isBefore(fixed.at()) -> seen(s);
            case State.Fixed _,State.Verified _ -> back(f.seen().due(s.due()), s.words(), s.by());
            case State.Closed _ -> Decision.refuse(PreventionRefusal.FINDING_CLOSED);
        };
    }

    private Decision<Finding> seen(SeeAgain s) {
        return Decision.accept(f.seen().in(f.state()),
                new FindingSeenAgain(f.agencyId(), f.id(), now, f.schoolId(), s.words().strip(), s.by().name()));
    }

    private Decision<Finding> back(Finding then, String why, By by) {
        var word = new Returned(by.name(), now, why.strip());
        return Decision.accept(then.in(f.owner() == null ? new State.Open(word) : new State.Assigned(word)),
                new FindingReopened(f.agencyId(), f.id(), now, f.schoolId(), why.strip(), by.name()));
    }

    private @Nullable Returned returned() {
        return switch (f.state()) {
            case State.Open(var returned) -> returned;
            case State.Assigned(var returned) -> returned;
            case State.Fixed _,State.Verified _,State.Closed _,State.RiskAccepted _ -> null;
        };
    }

    private Word word(By by, String words) {
        return new Word(by, now, words.strip());
    }
}
