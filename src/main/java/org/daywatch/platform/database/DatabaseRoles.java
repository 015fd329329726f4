package org.daywatch.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The database and its roles: {@code dw_owner} owns the schemas and runs migrations, {@code dw_app} serves requests and
 * owns nothing, {@code dw_signin} reads accounts and sessions and nothing else, {@code dw_worker} sees the list of
 * tenants and nothing else. None bypasses row security.
 */
public final class DatabaseRoles {

    /** Rooms with tables, in the order in which their migrations depend on each other. */
    public static final List<String> ROOMS = List.of("platform", "directory", "staffing", "planning",
            "relationships", "mentoring", "emergencies", "training", "prevention", "restorative", "transparency",
            "billing");

    private DatabaseRoles() {}

    /** Creates the roles and the database where they are missing; safe to run at every start. */
    public static void create(String superuserUrl, EmbeddedPostgres.Secrets secrets) {
        try (var connection = DriverManager.getConnection(superuserUrl, "postgres", secrets.superuser())) {
            // A password of 32 random bytes is not guessed however quickly one tries; every connection would pay for the stretching.
            execute(connection, "set scram_iterations = 1");
            role(connection, "dw_owner", secrets.owner());
            role(connection, "dw_app", secrets.app());
            role(connection, "dw_signin", secrets.signin());
            role(connection, "dw_worker", secrets.worker());
            if (!exists(connection, "select 1 from pg_database where datname = 'daywatch'")) {
                execute(connection, "create database daywatch owner dw_owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database roles could not be created: " + e.getMessage(), e);
        }
        schemas(superuserUrl.replaceFirst("/[^/]*$", "/daywatch"), secrets);
    }

    /**
     * The rooms' schemas and who may enter them. The owner of the database makes them, also in a database of somebody
     * else's.
     */
    static void schemas(String url, EmbeddedPostgres.Secrets secrets) {
        try (var connection = DriverManager.getConnection(url, "dw_owner", secrets.owner())) {
            for (String room : ROOMS) execute(connection, "create schema if not exists " + room);
            execute(connection, "grant usage on schema " + String.join(", ", ROOMS) + " to dw_app");
            execute(connection, "grant usage on schema platform to dw_signin, dw_worker");
        } catch (SQLException e) {
            throw new IllegalStateException("The room schemas could not be created: " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(connection, "create role " + name
                    + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
