package org.daywatch._story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/**
 * Each insert into each table, written down by a trigger from now on: counting all rows again and again takes minutes.
 */
public final class Inserts implements AutoCloseable {

    private final Connection connection;

    Inserts(Connection connection, List<String> tables) throws SQLException {
        this.connection = connection;
        execute("""
                create unlogged table public.inserted (into_table text not null);
                create function public.note_insert() returns trigger language plpgsql security definer as $$ begin
                    insert into public.inserted values (tg_table_schema || '.' || tg_table_name); return null; end $$;
                """);
        for (var table : tables)
            execute("create trigger note_insert after insert on " + table
                    + " for each row execute function public.note_insert()");
    }

    /** @return into which tables something was inserted since the last look, once everybody has heard of it */
    public List<String> sinceThen() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> column("select event_type from platform.event_publication where completion_date is null")
                        .isEmpty());
        try {
            return List.copyOf(new TreeSet<>(column(
                    "with seen as (delete from public.inserted returning into_table) select into_table from seen")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing was inserted for so long, and forgets what was. */
    public void untilQuiet(Duration quiet) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollDelay(quiet).pollInterval(quiet)
                .until(() -> sinceThen().isEmpty());
    }

    private List<String> column(String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) all.add(rows.getString(1));
        }
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop function public.note_insert() cascade; drop table public.inserted");
        connection.close();
    }
}
