package org.daywatch.emergencies.reach;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Receipts from the lane: at once into memory, then into the database, each once. Presses are the alerts' own business
 * and are heard there first; here they say that one person has seen it.
 */
@Component
@Order
class ReachListener implements LaneListener {

    private static final Logger log = LoggerFactory.getLogger(ReachListener.class);

    private final ReachBoard board;
    private final ReachStore store;
    private final KnownPeople known;

    ReachListener(ReachBoard board, ReachStore store, KnownPeople known) {
        this.known = known;
        this.board = board;
        this.store = store;
    }

    /** So that the first minutes know whom to name, too. */
    @Override
    public void begin() {
        known.refresh();
    }

    @Override
    public UUID heard(LaneEntry entry) {
        return switch (entry) {
            case LaneEntry.Press press -> press.id();
            case LaneEntry.Ack ack -> {
                board.heard(ack);
                yield ack.alert();
            }
        };
    }

    @Override
    public void named(LaneEntry.Press press, UUID alert) {
        board.pressed(press, alert);
    }

    /**
     * All in one transaction. Where one of them can never be stored, each in its own: that one is left out and the
     * others are kept.
     */
    @Override
    public void store(List<LaneEntry> entries) {
        var acks = Stream
                .concat(entries.stream().filter(LaneEntry.Ack.class::isInstance).map(LaneEntry.Ack.class::cast),
                        store.seenByPressing(entries.stream().filter(LaneEntry.Press.class::isInstance)
                                .map(LaneEntry.Press.class::cast).toList()).stream())
                .toList();
        if (acks.isEmpty()) return;
        try {
            store.receive(acks);
        } catch (DataIntegrityViolationException one) {
            acks.forEach(this::alone);
        }
    }

    private void alone(LaneEntry.Ack ack) {
        try {
            store.receive(List.of(ack));
        } catch (DataIntegrityViolationException never) {
            log.error("receipt {} of alert {} cannot be stored and is left out", ack.id(), ack.alert(), never);
        }
    }
}
