package org.daywatch.emergencies.lane.bus;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The table between the nodes, read over one connection by a process that has neither pool nor container around it. It
 * never writes.
 */
public final class MessagesTable implements SharedMessages {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int PATIENCE_SECONDS = 3;

    private final String url;
    private final String password;
    private Connection connection;

    /** @param password of the role dw_app */
    public MessagesTable(String url, String password) {
        this.url = url;
        this.password = password;
    }

    @Override
    public List<Message> recent(UUID agency, String notOf, int seconds) {
        return bound(agency,
                """
                select agency_id, id, district_id, school_id, person_id, node, event, body from emergencies.lane_message
                where agency_id = ? and node <> ? and written_at > now() - make_interval(secs => ?) order by written_at, id""",
                statement -> {
                    statement.setObject(1, agency);
                    statement.setString(2, notOf);
                    statement.setInt(3, seconds);
                    var found = new ArrayList<Message>();
                    try (var row = statement.executeQuery()) {
                        while (row.next())
                            found.add(new Message(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                                    row.getObject(3, UUID.class), row.getObject(4, UUID.class),
                                    row.getObject(5, UUID.class), row.getString(6), row.getString(7),
                                    row.getString(8)));
                    }
                    return found;
                });
    }

    /** All agencies of the installation. */
    public List<UUID> agencies() {
        return bound(NOBODY, "select id from platform.organization where kind = 'AGENCY'", statement -> {
            var found = new ArrayList<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) found.add(row.getObject(1, UUID.class));
            }
            return found;
        });
    }

    @FunctionalInterface
    private interface Reading<R> {
        R read(PreparedStatement statement) throws SQLException;
    }

    private synchronized <R> R bound(UUID tenant, String sql, Reading<R> reading) {
        try {
            var open = open();
            try (var bind = open.prepareStatement("select set_config('app.tenant', ?, true)");
                    var statement = open.prepareStatement(sql)) {
                bind.setString(1, tenant.toString());
                bind.execute();
                return reading.read(statement);
            } finally {
                open.rollback();
            }
        } catch (SQLException e) {
            forget();
            throw new IllegalStateException("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private Connection open() throws SQLException {
        if (connection != null && !connection.isClosed()) return connection;
        var properties = new java.util.Properties();
        properties.setProperty("user", "dw_app");
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(PATIENCE_SECONDS));
        connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }

    private void forget() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            // it was broken anyway
        }
        connection = null;
    }

    @Override
    public void save(UUID district, List<Message> messages) {
        throw new UnsupportedOperationException("a node that only shows writes nothing");
    }

    @Override
    public void forgetOld(UUID agency) {
        throw new UnsupportedOperationException("a node that only shows deletes nothing");
    }
}
