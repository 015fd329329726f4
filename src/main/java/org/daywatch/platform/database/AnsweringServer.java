package org.daywatch.platform.database;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which PostgreSQL answers. One that was started at another moment may lack the last of what was acknowledged: a
 * standby that took over, a copy that was restored, a server whose disk did not keep what it was told to. That this
 * also holds for every ordinary restart costs little.
 */
@Component
public class AnsweringServer {

    private final JdbcClient jdbc;

    AnsweringServer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return when it was started, in seconds with its microseconds @throws org.springframework.dao.DataAccessException
     * none answers that takes writes
     */
    public String startedAt() {
        return Apart
                .call(() -> jdbc.sql("select pg_is_in_recovery(), extract(epoch from pg_postmaster_start_time())::text")
                        .query((row, n) -> {
                            if (row.getBoolean(1))
                                throw new DataAccessResourceFailureException(
                                        "a standby answers, which takes no writes yet");
                            return row.getString(2);
                        }).single());
    }
}
