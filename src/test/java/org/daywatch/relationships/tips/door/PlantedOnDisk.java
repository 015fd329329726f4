package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.springframework.boot.test.system.CapturedOutput;

/** Somebody reads everything on the disk, and what the application logged. @param home directory of the database */
record PlantedOnDisk(Path home) {

    /** Files of the database's directory, and the log, in which this stands. */
    List<String> where(String planted, CapturedOutput output) throws Exception {
        superuser("checkpoint");
        var found = new ArrayList<String>();
        if (output.getAll().contains(planted)) found.add("the log");
        List<Path> files;
        try (var walk = Files.walk(home)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(500);
        for (var file : files) {
            try {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(planted))
                    found.add(home.relativize(file).toString());
            } catch (NoSuchFileException gone) {
                continue; // the server removes files of its own accord
            }
        }
        return found;
    }

    void superuser(String statement) throws SQLException, IOException {
        var running = EmbeddedPostgres.running(home).orElseThrow();
        try (var connection = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser()); var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
