package org.daywatch.emergencies.lane.drain;

import java.sql.SQLException;

/** Whether a failure means that the database is away, rather than that it refuses what it was given. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** The database's own, the first line. */
    static String words(Throwable failure) {
        var last = failure;
        while (last.getCause() != null) last = last.getCause();
        String said = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
        return said.length() <= 300 ? said : said.substring(0, 300);
    }

    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof SQLException sql)) continue;
            String state = sql.getSQLState(); // 08 connection, 25006 a standby, 53 out of resources, 57 shutting down; none: the pool's own time-out
            if (state == null || state.startsWith("08") || state.equals("25006") || state.startsWith("53")
                    || state.startsWith("57"))
                return true;
        }
        return false;
    }
}
