package org.daywatch.emergencies.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Presses, from wherever they were accepted: at once onto the board in memory, then into the database, each once. */
@Component
@Order(0) // what it says of a press is what the sender is told
public class AlertIntake implements LaneListener {

    private final SchoolBoard board;
    private final AlertCommands commands;
    private final AlertStore alerts;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    AlertIntake(SchoolBoard board, AlertCommands commands, AlertStore alerts, Tenants tenants,
            PlatformTransactionManager transactions) {
        this.board = board;
        this.commands = commands;
        this.alerts = alerts;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was under way when this node stopped stands on its board again before the first screen comes back. */
    @Override
    public void begin() {
        tenants.forEachAgency("what stands at the schools", agency -> alerts.underWay().forEach(board::stored));
    }

    @Override
    public UUID heard(LaneEntry entry) {
        return switch (entry) {
            case LaneEntry.Press press -> board.heard(press);
            case LaneEntry.Ack ack -> ack.alert();
        };
    }

    @Override
    public UUID heardAgain(LaneEntry entry) {
        return entry instanceof LaneEntry.Press press ? board.heardAgain(press) : heard(entry);
    }

    @Override
    public UUID heardFromOutside(LaneEntry entry) {
        return entry instanceof LaneEntry.Press press ? board.heardFromOutside(press) : heard(entry);
    }

    @Override
    public Optional<LaneListener> rehearsal(LaneStreams screens) {
        var apart = board.apart(screens);
        return Optional.of(new LaneListener() {
            @Override
            public UUID heard(LaneEntry entry) {
                return entry instanceof LaneEntry.Press press ? apart.heard(press) : entry.id();
            }

            @Override
            public void store(List<LaneEntry> entries) {
                // nobody pressed
            }
        });
    }

    /** What two people ended is not under way again because a server was lost. */
    @Override
    public void anotherServer() {
        tenants.forEachAgency("ends that another database server lacks",
                agency -> alerts.underWay().stream().map(Alert::id).filter(board::over).forEach(commands::endAsKnown));
    }

    /** One transaction for those that follow each other in one district. */
    @Override
    public void store(List<LaneEntry> entries) {
        var together = new ArrayList<LaneEntry.Press>();
        for (var entry : entries) {
            if (!(entry instanceof LaneEntry.Press press)) continue;
            if (!together.isEmpty() && !together.getFirst().district().equals(press.district())) storeAll(together);
            together.add(press);
        }
        if (!together.isEmpty()) storeAll(together);
    }

    private void storeAll(List<LaneEntry.Press> presses) {
        Tenancy.run(Scope.system(presses.getFirst().district()),
                () -> transaction.executeWithoutResult(t -> commands.press(presses)));
        presses.clear();
    }
}
