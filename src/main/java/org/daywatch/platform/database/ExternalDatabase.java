package org.daywatch.platform.database;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;

/**
 * Somebody else's PostgreSQL, looked at before anything is begun: each mistake of an address or a password is named as
 * that.
 */
final class ExternalDatabase {
    private static final String URL = "DAYWATCH_DATABASE_URL";
    /** What the schema is written for. */
    private static final int OLDEST = 17;

    private ExternalDatabase() {}

    /** @throws InvalidInput naming the setting that is wrong */
    static void check(String url, EmbeddedPostgres.Secrets passwords) {
        var roles = new LinkedHashMap<>(Map.of("dw_owner", passwords.owner()));
        roles.put("dw_app", passwords.app());
        roles.put("dw_signin", passwords.signin());
        roles.put("dw_worker", passwords.worker());
        for (var role : roles.entrySet()) {
            try (var connection = DriverManager.getConnection(url, role.getKey(), role.getValue())) {
                if (role.getKey().equals("dw_owner")) refuseOld(version(connection), url);
            } catch (SQLException e) {
                throw wrong(url, role.getKey(), e);
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('server_version_num')::int")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** @param number as the server says it: 150018 is 15.18 */
    static void refuseOld(int number, String url) {
        if (number / 10_000 >= OLDEST) return;
        throw new InvalidInput(URL, bare(url), "This server is PostgreSQL " + number / 10_000 + "." + number % 10_000
                + "; Daywatch needs " + OLDEST
                + " or newer. Upgrade the server, name another one, or leave this setting out: then Daywatch brings its own.");
    }

    /** The reason as the server or the network gives it, in terms of what was set. */
    static RuntimeException wrong(String url, String role, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String password = "DAYWATCH_DATABASE_" + role.replace("dw_", "").toUpperCase(Locale.ROOT) + "_PASSWORD";
        if (state.startsWith("28"))
            return new InvalidInput(password, "(not shown)", "The database at " + bare(url) + " does not let the role "
                    + role + " in: " + first(e)
                    + ". Set the password that its administrator gave this role, and check that the server lets this machine in.");
        if (state.equals("3D000"))
            return new InvalidInput(URL, bare(url),
                    "The server answers, but it has no such database. Check the name after the last slash, or let its administrator create it (docs/guides/install.md).");
        if (e.getCause() instanceof UnknownHostException)
            return new InvalidInput(URL, bare(url), "No machine is known by the name " + e.getCause().getMessage()
                    + ". Check the name of the database server.");
        if (!url.startsWith("jdbc:postgresql:"))
            return new InvalidInput(URL, bare(url),
                    "This is no address of a PostgreSQL. Write jdbc:postgresql://HOST:PORT/DATABASE.");
        return new IllegalStateException(
                "The database at " + bare(url) + " does not answer (" + first(e) + "). Check host and port in " + URL
                        + ", that the server runs, and that its firewall lets this machine in.",
                null);
    }

    private static String first(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.]( .*)?$", "");
    }

    /** Without what follows the name of the database, where a password may stand. */
    private static String bare(String url) {
        return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
