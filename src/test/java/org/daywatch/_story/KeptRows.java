package org.daywatch._story;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * All rows of an installation in one file: a CSV for each table with its columns in the first line, where the sequences
 * stood, and the key of what is encrypted.
 */
public final class KeptRows {

    private static final String ROOMS = "'" + String.join("','", DatabaseRoles.ROOMS) + "'";
    private static final String SEQUENCES = "sequences.sql";
    private static final String KEYS = "data-keys";

    private KeptRows() {}

    /** @param arguments folder of a running installation, such as the demonstration's, and the file to write */
    public static void main(String[] arguments) throws SQLException, IOException {
        var home = Path.of(arguments[0]);
        var running = EmbeddedPostgres.running(home)
                .orElseThrow(() -> new IllegalArgumentException(home + ": no Daywatch is running there"));
        try (var superuser = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser())) {
            write(Path.of(arguments[1]), superuser, home);
        }
    }

    /** @param superuser a connection that reads past row security @param home folder of the installation */
    public static void write(Path file, Connection superuser, Path home) throws SQLException, IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var table : column(superuser,
                    "select schemaname || '.' || tablename from pg_tables where schemaname in (" + ROOMS
                            + ") and tablename <> 'migration_history' order by 1")) {
                if (column(superuser, "select 1 from " + table + " limit 1").isEmpty()) continue;
                zip.putNextEntry(new ZipEntry(table + ".csv"));
                superuser.unwrap(PGConnection.class).getCopyAPI().copyOut(
                        "copy " + table + " (" + columns(superuser, table) + ") to stdout (format csv, header)",
                        unclosed(zip));
            }
            zip.putNextEntry(new ZipEntry(SEQUENCES));
            zip.write(String.join("\n", column(superuser,
                    "select format('select setval(%L, %s);', schemaname || '.' || sequencename, last_value) from pg_sequences where last_value is not null and schemaname in ("
                            + ROOMS + ") order by 1"))
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(KEYS));
            if (Files.exists(keys(home))) Files.copy(keys(home), zip);
        }
    }

    /**
     * Into an installation of the release they were written in; its own rows, those that migrations bring, are
     * replaced.
     */
    public static void read(Path file, Connection superuser, Path home) throws SQLException, IOException {
        try (var zip = new ZipFile(file.toFile()); var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica"); // as they are: nothing is judged or drawn from them anew
            for (var entry : zip.stream().toList()) {
                var in = zip.getInputStream(entry);
                if (entry.getName().equals(SEQUENCES))
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                else
                    if (entry.getName().equals(KEYS)) {
                        Files.createDirectories(keys(home).getParent());
                        Files.copy(in, keys(home));
                    } else {
                        var table = entry.getName().replace(".csv", "");
                        statement.execute("delete from " + table);
                        superuser.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " ("
                                + firstLine(zip.getInputStream(entry)) + ") from stdin (format csv, header)",
                                unclosed(in));
                    }
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    private static Path keys(Path home) {
        return home.resolve("data-keys").resolve("keys");
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return String.join(",", column(connection, "select quote_ident(attname) from pg_attribute where attrelid = '"
                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"));
    }

    private static String firstLine(InputStream csv) throws IOException {
        try (csv) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) all.add(rows.getString(1));
        }
        return all;
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {}
        };
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
