package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.database.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** A second server that follows a first by PostgreSQL's streaming, laid out from a backup of it. */
public final class Standby {

    private Standby() {}

    /** @param home of the first; @param folder for its copy, which need not be there */
    public static EmbeddedPostgres of(EmbeddedPostgres first, Path home, Path folder) throws IOException {
        var backup = folder.resolveSibling(folder.getFileName() + "-backup");
        var json = JsonMapper.builder().build();
        new BaseBackup(home, backup, List.of(), true, Progress.unseen()).take(Instant.now()).write(backup, json);
        Backups.layOut(backup, folder, json, Progress.unseen());
        Files.createFile(folder.resolve("data/standby.signal"));
        String follows = follows(first, folder);
        return EmbeddedPostgres.start(folder, true, data -> List.of(follows));
    }

    /** The setting by which a server with this folder follows that one. */
    public static String follows(EmbeddedPostgres primary, Path folder) throws IOException {
        var passwords = folder.resolve("follows-" + primary.port());
        if (!Files.exists(passwords))
            Files.createFile(passwords,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwords,
                "127.0.0.1:" + primary.port() + ":*:postgres:" + primary.secrets().superuser() + "\n");
        return "primary_conninfo=host=127.0.0.1 port=" + primary.port() + " user=postgres passfile=" + passwords;
    }
}
