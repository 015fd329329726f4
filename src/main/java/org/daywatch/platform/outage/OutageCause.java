package org.daywatch.platform.outage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.transaction.TransactionSystemException;

/**
 * No connection, or one that broke: PostgreSQL's class 08, its shutting down, a disk that is full (53), or a pool that
 * has none to give. Where what was begun could not even be taken back, it is what went wrong before that counts, or
 * that the pool had closed the connection meanwhile.
 */
public final class OutageCause {

    private static final List<String> STATES = List.of("08", "53", "57P");

    private OutageCause() {}

    /** @return whether that is why it failed */
    public static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException end
                    && (end.getCause() instanceof SQLException closed && closed.getSQLState() == null
                            || end.getApplicationException() != null && isWhy(end.getApplicationException())))
                return true;
            if (cause instanceof SQLTransientConnectionException) return true;
            if (cause instanceof SQLException sql
                    && STATES.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith))
                return true;
        }
        return false;
    }
}
