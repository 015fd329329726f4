package org.daywatch._story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.daywatch.platform.operations.UnheardFacts;

/**
 * Every fact that any room ever took in comes once more, to whoever took it in, on the way on which a node that died
 * would have them told again. A fact that failed may be heard ten minutes after those that followed it, or days after,
 * when an operator says so: nothing but chance decides the order.
 */
public final class ToldAgain {

    private static final String UNHEARD = "select event_type || ' by ' || listener_id || ' ' || status || ' after ' || completion_attempts from platform.event_publication "
            + "where completion_date is null and ";

    private final AllTables tables;
    private final UnheardFacts facts;

    public ToldAgain(AllTables tables, UnheardFacts facts) {
        this.tables = tables;
        this.facts = facts;
    }

    /**
     * @param which a condition on {@code platform.event_publication}
     * @return the listeners that heard
     */
    public List<String> all(String which, Random chance) throws SQLException {
        settled(which);
        int told = tables.execute(
                "update platform.event_publication set status = 'FAILED', completion_date = null, completion_attempts = 1, "
                        + "last_resubmission_date = timestamptz '2020-01-01 00:00Z', publication_date = timestamptz '2020-01-01 00:00Z' + interval '1 second' * (('x' || substr(md5(id::text || '"
                        + chance.nextLong() + "'), 1, 4))::bit(16)::int) where " + which);
        assertThat(told).as("facts that are told again").isPositive();
        int claimed = 0;
        while (claimed < told) {
            int more = facts.tellAgain();
            assertThat(more).as("told of the %d that are left", told - claimed).isPositive();
            claimed += more;
        }
        settled(which);
        return tables.column("select distinct listener_id from platform.event_publication where " + which);
    }

    /** Nobody has anything left to hear. */
    public void settled(String which) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(tables.column(UNHEARD + which)).isEmpty());
    }
}
