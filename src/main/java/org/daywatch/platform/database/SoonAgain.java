package org.daywatch.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections for a pool, asked for again and again while the database is away. The pool itself waits longer after each failure, up to five seconds, and would stand still for so long
 * beside a server that is back.
 */
final class SoonAgain extends DelegatingDataSource {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(100);

    SoonAgain(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (long until = System.nanoTime() + PATIENCE_NANOS; ; ) {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                if (!away(e) || System.nanoTime() - until > 0) throw e;
                pause(e);
            }
        }
    }

    /** The target knows who enters. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** 08 not reached, or none of several servers takes writes; 57 it starts or ends. A wrong password is wrong the next time too. */
    private static boolean away(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57"));
    }

    private static void pause(SQLException why) throws SQLException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }
}
