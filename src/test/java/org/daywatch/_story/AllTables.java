package org.daywatch._story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * Everything an installation has stored, as one figure for each table, read past row security: what it says before and
 * after is the same, or somebody did something.
 */
public final class AllTables implements AutoCloseable {

    /**
     * What a delivery writes down about itself, and which migrations have run; every other table counts, the audit and
     * the messages to people among them.
     */
    private static final List<String> LEFT_OUT = List.of("platform.event_publication", "flyway_schema_history");

    private final Path database;
    private final boolean holds;
    private @Nullable Connection held;

    public AllTables(Path database) {
        this(database, false);
    }

    private AllTables(Path database, boolean holds) {
        this.database = database;
        this.holds = holds;
    }

    /**
     * For a thousand questions one after another, as signing in costs more than most of them; to be closed. Each
     * question is a transaction of its own all the same. Not where the server is stopped meanwhile.
     */
    public static AllTables over(Path database) {
        return new AllTables(database, true);
    }

    private interface Asking<T> {
        T of(Connection connection) throws SQLException;
    }

    private synchronized <T> T ask(Asking<T> asking) throws SQLException {
        if (!holds) {
            try (var connection = open()) {
                return asking.of(connection);
            }
        }
        if (held == null) held = open();
        return asking.of(held);
    }

    @Override
    public synchronized void close() throws SQLException {
        if (held != null) held.close();
        held = null;
    }

    /**
     * @return by table a hash over all columns of all its rows, in an order that does not depend on where a row lies
     */
    public Map<String, String> state() throws SQLException {
        var state = ask(AllTables::state);
        assertThat(state).as("tables that were looked at").hasSizeGreaterThan(200);
        return state;
    }

    private static Map<String, String> state(Connection connection) throws SQLException {
        var state = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            for (var table : tables(connection)) {
                try (var row = statement.executeQuery(
                        "select count(*) || ' rows, ' || coalesce(md5(string_agg(h, '' order by h)), '') from (select md5(t::text) h from "
                                + table + " t) every")) {
                    row.next();
                    state.put(table, row.getString(1));
                }
            }
        }
        return state;
    }

    public List<String> names() throws SQLException {
        return ask(AllTables::tables);
    }

    public Inserts watchInserts() throws SQLException {
        try (var looks = open()) {
            return new Inserts(open(), tables(looks));
        }
    }

    /** @return the tables of which two states say different things, each with both */
    public static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table)))
                .map(table -> table + ": " + before.get(table) + " → " + after.get(table)).toList();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement
                        .executeQuery("select format('%I.%I', table_schema, table_name) from information_schema.tables "
                                + "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        tables.removeIf(table -> LEFT_OUT.stream().anyMatch(table::endsWith));
        return tables;
    }

    /** All rows into a file, as a release keeps them of a lived year. */
    public void keep(Path file) throws SQLException, IOException {
        try (var connection = open()) {
            KeptRows.write(file, connection, database);
        }
    }

    public int execute(String sql) throws SQLException {
        return ask(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    public List<String> column(String sql) throws SQLException {
        return ask(connection -> {
            var all = new ArrayList<String>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
                while (rows.next()) all.add(rows.getString(1));
            }
            return all;
        });
    }

    private Connection open() throws SQLException {
        var running = EmbeddedPostgres.running(database).orElseThrow();
        return DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres", running.secrets().superuser());
    }
}
