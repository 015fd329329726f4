package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.regex.Pattern;

/** A PostgreSQL of one's own, prepared with the very statements the guide gives an administrator. */
public final class OwnServer {

    private OwnServer() {}

    public static void prepare(EmbeddedPostgres server) throws Exception {
        var sql = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/guides/install.md")));
        assertThat(sql.find()).isTrue();
        try (var superuser = DriverManager.getConnection(server.url("postgres"), "postgres",
                server.secrets().superuser());
                var statement = superuser.createStatement()) {
            for (String line : sql.group(1).split(";\n")) {
                if (!line.isBlank()) statement.execute(line);
            }
        }
    }
}
