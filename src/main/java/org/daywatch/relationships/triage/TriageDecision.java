package org.daywatch.relationships.triage;

import static org.daywatch.relationships.triage.TipReceiver.MENTAL_HEALTH;
import static org.daywatch.relationships.triage.TipReceiver.DEPARTMENT;
import static org.daywatch.relationships.triage.TipReceiver.POLICE;
import static org.daywatch.relationships.triage.TipReceiver.SCHOOL;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.relationships.triage.QueuedTip.Act;
import org.daywatch.relationships.triage.QueuedTip.Ending;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TriageCommand.*;
import org.daywatch.relationships.triage.TriageEvent.*;

/** What a tip in the queue answers to each command. Pure. */
record TriageDecision(QueuedTip tip, Instant now) {

    /**
     * Where somebody may die these get it; nobody has to think of it at night. The principal too, unless it is about
     * them.
     */
    private static final Set<TipReceiver> FOR_A_LIFE = EnumSet.of(MENTAL_HEALTH, POLICE);
    /** One of them at least. */
    private static final Set<TipReceiver> AT_THE_SCHOOL = EnumSet.of(SCHOOL, MENTAL_HEALTH);

    Decision<QueuedTip> on(TriageCommand command) {
        return switch (command) {
            case Triage triage -> triage(triage);
            case Route route -> route(route);
            case Acknowledge(var by) -> acknowledge(by);
            case Work(var by) -> work(by);
            case Close close -> close(close);
            case Reopen reopen -> reopen(reopen);
            case Link link -> link(link);
            case HearAgain(var by) -> tip.state() instanceof State.Closed(var ending)
                    ? again(ending, "", by)
                    : Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        };
    }

    /** Until it is routed somebody may think better of it. */
    private Decision<QueuedTip> triage(Triage t) {
        if (t.by().part() != Part.ANALYST) return Decision.refuse(TriageRefusal.TIP_NOT_YOURS);
        if (!(tip.state() instanceof State.Received || tip.state() instanceof State.Triaged))
            return Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        if (tip.saidLife() && t.tipClass() == TipClass.ROUTINE && t.why().isBlank())
            return Decision.refuse(TriageRefusal.TIP_WHY_MISSING);
        return Decision.accept(tip.as(t.tipClass(), t.category()).in(new State.Triaged(act(t.by()))),
                new TipTriaged(tip.district(), tip.id(), now, tip.school(), t.tipClass(), t.by().name()));
    }

    /** Further receivers may be added while it is worked on; what somebody has said before stays said. */
    private Decision<QueuedTip> route(Route r) {
        if (r.by().part() != Part.ANALYST) return Decision.refuse(TriageRefusal.TIP_NOT_YOURS);
        if (tip.state() instanceof State.Received || tip.state() instanceof State.Closed)
            return Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        boolean life = tip.tipClass() == TipClass.LIFE_SAFETY;
        var to = EnumSet.noneOf(TipReceiver.class);
        to.addAll(r.to());
        if (life) to.addAll(FOR_A_LIFE);
        if (life && !r.disclosure().recipients().isEmpty()) to.add(DEPARTMENT);
        if (Collections.disjoint(to, AT_THE_SCHOOL) && Collections.disjoint(tip.routed(), AT_THE_SCHOOL))
            return Decision.refuse(TriageRefusal.TIP_RECEIVERS_MISSING);
        if (!life && !Collections.disjoint(to, EnumSet.of(POLICE, DEPARTMENT))
                && !r.reportable().contains(tip.category()))
            return Decision.refuse(TriageRefusal.TIP_NOT_FOR_POLICE);
        if (to.contains(DEPARTMENT) && !tip.routed().contains(DEPARTMENT)) {
            var lacks = lacks(r.disclosure(), life);
            if (lacks.isPresent()) return Decision.refuse(lacks.get());
        }
        var fresh = EnumSet.copyOf(to);
        fresh.removeAll(tip.routed());
        if (fresh.isEmpty() && !(tip.state() instanceof State.Reopened)) return Decision.accept(tip);
        boolean begun = tip.state() instanceof State.Acknowledged || tip.state() instanceof State.Working;
        var then = tip.to(to).in(begun ? tip.state() : new State.Routed(act(r.by())));
        var told = (fresh.isEmpty() ? to : fresh).stream().<DomainEvent>map(
                one -> new TipRouted(tip.district(), tip.id(), now, tip.school(), one, r.by().name()));
        return Decision.accept(then, told.toArray(DomainEvent[]::new));
    }

    /** Of a life it is the emergency of 99.36; else whoever sends it says which ground it is. */
    private static Optional<TriageRefusal> lacks(TipDisclosure disclosure, boolean life) {
        if (disclosure.recipients().isEmpty()) return Optional.of(TriageRefusal.TIP_NOBODY_AT_POLICE);
        boolean grounded = life
                ? disclosure.ground() == Ground.CFR_99_36
                : TipDisclosure.GROUNDS.contains(disclosure.ground());
        return grounded && !disclosure.words().isBlank()
                ? Optional.empty()
                : Optional.of(TriageRefusal.TIP_GROUND_MISSING);
    }

    /** A second one who says so changes nothing: the first moment counts. */
    private Decision<QueuedTip> acknowledge(By by) {
        if (by.part() != Part.RECEIVER) return Decision.refuse(TriageRefusal.TIP_NOT_YOURS);
        return switch (tip.state()) {
            case State.Routed _ -> Decision.accept(tip.in(new State.Acknowledged(act(by))),
                    new TipAcknowledged(tip.district(), tip.id(), now, tip.school(), by.name()));
            case State.Acknowledged _,State.Working _ -> Decision.accept(tip);
            case State.Received _,State.Triaged _,State.Closed _,State.Reopened _ ->
                Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        };
    }

    private Decision<QueuedTip> work(By by) {
        if (by.part() != Part.RECEIVER) return Decision.refuse(TriageRefusal.TIP_NOT_YOURS);
        return switch (tip.state()) {
            case State.Routed _ -> Decision.accept(tip.in(new State.Working(act(by))),
                    new TipAcknowledged(tip.district(), tip.id(), now, tip.school(), by.name()),
                    new TipWorkedOn(tip.district(), tip.id(), now, tip.school(), by.name()));
            case State.Acknowledged _ -> Decision.accept(tip.in(new State.Working(act(by))),
                    new TipWorkedOn(tip.district(), tip.id(), now, tip.school(), by.name()));
            case State.Working _ -> Decision.accept(tip);
            case State.Received _,State.Triaged _,State.Closed _,State.Reopened _ ->
                Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        };
    }

    /** An analyst closes what is nobody's to work on; what somebody has got is theirs to close. */
    private Decision<QueuedTip> close(Close c) {
        boolean may = switch (tip.state()) {
            case State.Triaged _ -> c.by().part() == Part.ANALYST && tip.tipClass() == TipClass.ROUTINE;
            case State.Acknowledged _,State.Working _ -> c.by().part() == Part.RECEIVER;
            case State.Received _,State.Routed _,State.Closed _,State.Reopened _ -> false;
        };
        if (!may) return Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        if (c.outcomes().isEmpty()) return Decision.refuse(TriageRefusal.TIP_OUTCOME_MISSING);
        if (c.outcomes().stream().filter(TipOutcome::wasNotSo).count() > 1)
            return Decision.refuse(TriageRefusal.TIP_OUTCOMES_CONTRADICT);
        if (c.words().isBlank()) return Decision.refuse(TriageRefusal.TIP_WORDS_MISSING);
        return Decision.accept(
                tip.in(new State.Closed(new Ending(Set.copyOf(c.outcomes()), c.words().strip(), act(c.by())))),
                new TipClosed(tip.district(), tip.id(), now, tip.school(), c.by().name()));
    }

    private Decision<QueuedTip> reopen(Reopen r) {
        if (!(tip.state() instanceof State.Closed(var ending))) return Decision.refuse(TriageRefusal.TIP_NOT_NOW);
        if (r.why().isBlank()) return Decision.refuse(TriageRefusal.TIP_WHY_MISSING);
        return again(ending, r.why().strip(), r.by());
    }

    private Decision<QueuedTip> again(Ending ending, String why, By by) {
        return Decision.accept(tip.in(new State.Reopened(ending, why, act(by))),
                new TipReopened(tip.district(), tip.id(), now, tip.school(), by.name()));
    }

    /** It stays in its state: what tells of the same may still hold something new. */
    private Decision<QueuedTip> link(Link l) {
        if (l.by().part() != Part.ANALYST) return Decision.refuse(TriageRefusal.TIP_NOT_YOURS);
        if (l.other().equals(tip.id())) return Decision.refuse(TriageRefusal.TIP_SAME_AS_ITSELF);
        if (l.other().equals(tip.same())) return Decision.accept(tip);
        return Decision.accept(tip.sameAs(l.other()).in(tip.state()),
                new TipLinked(tip.district(), tip.id(), now, tip.school(), l.other(), l.by().name()));
    }

    private Act act(By by) {
        return new Act(by.person(), by.name(), now);
    }
}
