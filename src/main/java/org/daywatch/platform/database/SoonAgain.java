package org.daywatch.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for a pool, asked for again and again while the database is away. The pool itself waits longer after each
 * failure, up to five seconds, and would stand still for so long beside a server that is back. Of several servers the
 * one that served last is asked first, so that one that hangs is not waited for each time.
 */
final class SoonAgain extends AbstractDataSource {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final List<DataSource> servers;
    private volatile int served;

    /** @param servers each knows who enters, and how long to wait; one that takes no writes refuses */
    SoonAgain(List<DataSource> servers) {
        this.servers = servers;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (long until = System.nanoTime() + PATIENCE_NANOS;;) {
            try {
                return fromOneOfThem();
            } catch (SQLException e) {
                if (!away(e) || System.nanoTime() - until > 0) throw e;
                pause(e);
            }
        }
    }

    private Connection fromOneOfThem() throws SQLException {
        SQLException why = null;
        int first = served;
        for (int i = 0; i < servers.size(); i++) {
            int one = (first + i) % servers.size();
            try {
                var connection = servers.get(one).getConnection();
                served = one;
                return connection;
            } catch (SQLException e) {
                if (!away(e)) throw e;
                if (why == null) why = e;
                else why.addSuppressed(e);
            }
        }
        throw why == null ? new SQLException("no server is named", "08001") : why;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** It stands in the servers' own settings. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** 08 not reached, or takes no writes; 57 it starts or ends. A wrong password is wrong the next time too. */
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
