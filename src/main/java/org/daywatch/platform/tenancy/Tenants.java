package org.daywatch.platform.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of tenants, for workers and commands: they take one after the other and bind it before they touch its rows.
 */
@Component
public class Tenants {

    private static final Logger log = LoggerFactory.getLogger(Tenants.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean waiting;

    Tenants(@Qualifier("worker") DataSource worker, Clock clock) {
        this.jdbc = JdbcClient.create(worker);
        this.clock = clock;
    }

    public record Tenant(UUID id, String kind, String name) {}

    public List<Tenant> list() {
        return jdbc.sql("select id, kind, name from platform.organization order by created_at, id")
                .query((row, n) -> new Tenant(row.getObject(1, UUID.class), row.getString(2), row.getString(3))).list();
    }

    /** Where somebody reads tips without a name: the organizations, not the people. */
    public Set<UUID> withTipAnalysts() {
        return Set.copyOf(jdbc.sql("select distinct org_id from platform.membership"
                + " where role = 'TIP_ANALYST' and (until is null or until > ?)").param(Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject(1, UUID.class)).list());
    }

    public List<Tenant> agencies() {
        return list().stream().filter(t -> t.kind().equals("AGENCY")).toList();
    }

    /** While the demonstration is told, timers wait: its clock stands, and its chapters write what timers would. */
    public void letTimersWait(boolean wait) {
        waiting = wait;
    }

    public boolean timersWait() {
        return waiting;
    }

    /** Runs the work bound to each agency in turn; one agency's failure is logged and does not stop the others. */
    public void forEachAgency(String what, Consumer<UUID> work) {
        if (waiting) return;
        for (var agency : agencies()) {
            try {
                Tenancy.run(Scope.system(agency.id()), () -> work.accept(agency.id()));
            } catch (RuntimeException e) {
                log.error("{} failed for agency {}", what, agency.id(), e);
            }
        }
    }
}
