package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.audit.AuditVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What backup and restore print, and the manifest: example, schema and code say the same. */
class BackupFormatsTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final Instant AT = Instant.parse("2026-08-03T13:00:00Z");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void whatBackupPrintsIsItsExample() throws Exception {
        said(BackupCommand.object(new Backups.Taken(Path.of("/backups/2026-08-03"), AT, 1812, 71_303_168)),
                "backup-taken");
    }

    @Test
    void whatRestorePrintsIsItsExample() throws Exception {
        var rows = new TreeMap<>(Map.of("directory.school", 6L, "platform.audit_line", 128L, "staffing.shift", 14L));
        said(RestoreCommand.object(AT, new Backups.Replayed(Instant.parse("2026-08-03T21:14:07.512Z"), null),
                "var/restored", true,
                new AuditVerification.Report(AT, List.of(), 3, List.of()), rows), "restore");
    }

    @Test
    void theManifestOfTheExampleIsReadAndVerifiesItsTwoFiles(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/backup_label"), "label\n");
        Files.writeString(folder.resolve("secrets"), "passwords\n");
        Files.copy(FORMATS.resolve("examples/backup.json"), folder.resolve(Manifest.NAME));
        var manifest = Manifest.read(folder, json);
        manifest.verify(folder, Progress.unseen());
        manifest.write(folder, json);
        assertThat(json.readTree(Files.readString(folder.resolve(Manifest.NAME))))
                .isEqualTo(json.readTree(Files.readString(FORMATS.resolve("examples/backup.json"))));
        keepsToItsSchema(Files.readString(folder.resolve(Manifest.NAME)), "backup");
    }

    private void said(Map<String, Object> object, String name) throws Exception {
        String printed = json.writeValueAsString(object);
        assertThat(json.readTree(printed))
                .isEqualTo(json.readTree(Files.readString(FORMATS.resolve("examples/" + name + ".json"))));
        keepsToItsSchema(printed, name);
    }

    private static void keepsToItsSchema(String text, String name) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(name + ".schema.json")));
        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text.replace("\"version\"", "\"edition\""), InputFormat.JSON))
                .as("not everything passes").isNotEmpty();
    }
}
