package org.daywatch.emergencies.alerts;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.drain.DatabaseAway;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction per act: load, decide, save, tell; the screens hear of it after the commit. */
@Component
@Transactional
public class AlertCommands {

    private final AlertStore alerts;
    private final SchoolBoard board;
    private final DuressNotices duress;
    private final EndersHere enders;
    private final Facts facts;
    private final Live live;
    private final Clock clock;
    private final TransactionTemplate within;

    AlertCommands(AlertStore alerts, SchoolBoard board, DuressNotices duress, EndersHere enders, Facts facts, Live live,
            Clock clock, PlatformTransactionManager transactions) {
        this.alerts = alerts;
        this.board = board;
        this.duress = duress;
        this.enders = enders;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
        this.within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Brings accepted presses of one district into the database, in the order in which they were accepted: each is one
     * more of the alert that is under way at its school, or the first of a new one. The same press again changes
     * nothing. What is stored already, as a thousand may be after a restart, waits for nobody's turn.
     */
    public void press(List<LaneEntry.Press> presses) {
        var turn = new Turn(presses);
        for (var press : presses) {
            var stored = turn.stored.get(press.id());
            if (stored == null) bring(press, turn);
            else after(() -> board.stored(press, stored)); // an earlier run, or another node, was faster
        }
    }

    private void bring(LaneEntry.Press press, Turn turn) {
        var before = turn.taking(press, board.alertOfLive(press.id())).filter(alert -> !endedAsKnown(alert, turn));
        var after = before.map(alert -> join(alert, press)).orElseGet(() -> raise(press, turn));
        alerts.insert(press, after.id());
        turn.stores(press, after);
        told(press, after);
    }

    /**
     * What one transaction knows of the alerts it adds presses to. While a school has the turn nobody else makes alerts
     * of its presses, so they are read once.
     */
    private final class Turn {

        private final Map<UUID, Alert> stored = new HashMap<>();
        private final Map<List<Object>, Map<UUID, Alert>> atSchool = new HashMap<>();
        private final Set<UUID> locked = new HashSet<>();

        /** Turns are taken in one order, so that no two wait for each other. */
        Turn(List<LaneEntry.Press> presses) {
            stored.putAll(alerts.ofPresses(presses.stream().map(LaneEntry.Press::id).toList()));
            var others = presses.stream().filter(press -> !stored.containsKey(press.id())).toList();
            if (others.isEmpty()) return;
            others.stream().map(LaneEntry.Press::school).distinct().sorted().forEach(alerts::takeTurn);
            stored.putAll(alerts.ofPresses(others.stream().map(LaneEntry.Press::id).toList()));
        }

        /** Locked. Looked at once more under the lock: two may have ended it in this very moment. */
        Optional<Alert> taking(LaneEntry.Press press, Optional<UUID> said) {
            var here = at(press.school(), press.status());
            var found = AlertStore.taking(here.values(), press, said);
            if (found.isEmpty() || !locked.add(found.get().id())) return found;
            var fresh = alerts.lock(found.get().id());
            here.put(fresh.id(), fresh);
            return Optional.of(fresh)
                    .filter(alert -> alert.takes(press.status(), press.action(), press.place(), press.acceptedAt()));
        }

        void stores(LaneEntry.Press press, Alert after) {
            stored.put(press.id(), after);
            changed(after);
        }

        void changed(Alert alert) {
            at(alert.schoolId(), alert.status()).put(alert.id(), alert);
            locked.add(alert.id());
        }

        private Map<UUID, Alert> at(UUID school, AlertStatus status) {
            return atSchool.computeIfAbsent(List.of(school, status), at -> alerts.lately(school, status).stream()
                    .collect(Collectors.toMap(Alert::id, alert -> alert, (a, same) -> a, HashMap::new)));
        }
    }

    /**
     * Two ended it, all screens were told, and the database server that took over has lost it: it ends there too, as
     * this node knows it.
     */
    public void endAsKnown(UUID id) {
        endedAsKnown(alerts.lock(id), null);
    }

    /** Whoever presses after such an end means something new, which must stand on the screens. */
    private boolean endedAsKnown(Alert alert, @Nullable Turn turn) {
        var known = board.find(alert.id()).map(Alert::state).filter(state -> state.over() && !alert.state().over());
        known.ifPresent(end -> {
            var ended = alert.endedAsKnown(end);
            keep(ended, alert.endKnown(end), null);
            ring(alert);
            if (turn != null) turn.changed(ended);
        });
        return known.isPresent();
    }

    /**
     * By the press that nodes agreed on in memory, if that was an earlier one: whichever of them comes to the database
     * first, the alert has one name.
     */
    private Alert raise(LaneEntry.Press press, Turn turn) {
        var earlier = board.first(press)
                .filter(first -> !turn.stored.containsKey(first.id()) && alerts.alertOfPress(first.id()).isEmpty());
        if (earlier.isPresent() && taken(earlier.get())) {
            var raised = SchoolBoard.raised(earlier.get());
            facts.tell(raised.raised());
            turn.stores(earlier.get(), raised);
            told(earlier.get(), raised);
            return join(raised, press);
        }
        var raised = SchoolBoard.raised(press, earlier.map(LaneEntry.Press::id).orElse(press.id()));
        alerts.insert(raised);
        facts.tell(raised.raised());
        return raised;
    }

    /**
     * Whether the database takes the earlier press with its alert; one that it refuses holds up nobody who pressed
     * after it.
     */
    private boolean taken(LaneEntry.Press first) {
        try {
            within.executeWithoutResult(t -> {
                alerts.insert(SchoolBoard.raised(first));
                alerts.insert(first, first.id());
            });
            return true;
        } catch (DataAccessException refused) {
            if (DatabaseAway.is(refused)) throw refused;
            return false;
        }
    }

    private void told(LaneEntry.Press press, Alert after) {
        ring(after);
        after(() -> board.stored(press, after));
    }

    private Alert join(Alert alert, LaneEntry.Press press) {
        var command = new AlertCommand.Press(press.person(), press.presser(), press.action(), press.detail());
        var decided = alert.decide(command, press.acceptedAt()).orThrow();
        for (var fact : decided.facts()) keep(decided.state(), (EmergencyEvent.OfAlert) fact, press.person());
        return decided.state();
    }

    /** @param person who acts */
    public Alert handle(UUID id, AlertCommand command, UUID person) {
        var decided = alerts.lock(id).decide(command, clock.instant()).orThrow();
        var after = decided.state();
        for (var fact : decided.facts()) keep(after, (EmergencyEvent.OfAlert) fact, person);
        ring(after);
        after(() -> board.stored(after));
        return after;
    }

    /**
     * What a person does about it. Where they are forced that reaches the others whatever else stands in the way, and
     * their own screen gets the answer they would get without force.
     *
     * @param forced they have just written the agreed word; the person who wrote it once stays forced
     * @return what to answer them: the alert as they see it, or the refusal
     */
    public Decision<Alert> act(UUID id, AlertCommand.Act said, boolean forced) {
        var real = alerts.lock(id);
        UUID person = said.by().person();
        var act = said instanceof AlertCommand.SayOver over
                ? over.under(enders.of(real, person), alerts.onlyCaller(real, person))
                : said;
        boolean made = forced || real.forced().containsKey(person);
        var shown = real.seenBy(person).decide(act, clock.instant());
        if (made && !real.state().over()) handle(id, new AlertCommand.UnderForce(act), person);
        return made || shown instanceof Decision.Rejected<Alert> ? shown : Decision.accept(handle(id, act, person));
    }

    private void keep(Alert after, EmergencyEvent.OfAlert fact, @Nullable UUID person) {
        alerts.save(after, fact, person);
        facts.tell(fact);
        if (fact instanceof EmergencyEvent.DuressSignaled signaled
                && after.forced().get(signaled.person()).at().equals(signaled.at()))
            duress.tell(after, signaled); // the first time
    }

    private void ring(Alert alert) {
        live.ring("alerts", alert.agencyId());
        live.ring("alerts", alert.districtId());
    }

    private static void after(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
