package org.daywatch.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.errors.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a backup consists of, file by file. Written last: a folder without it is an interrupted backup. */
record Manifest(String schema, int version, String release, Instant at, String postgres, String startWal,
        String stopWal, long bytes, List<Entry> files) {

    static final String NAME = "manifest.json";
    static final String SCHEMA = "daywatch.backup";

    record Entry(String path, long bytes, String sha256) {}

    void write(Path folder, JsonMapper json) throws IOException {
        Files.writeString(folder.resolve(NAME), json.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static Manifest read(Path folder, JsonMapper json) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file))
            throw damaged(folder, NAME + " is missing: this is no backup, or one that was interrupted.");
        try {
            var manifest = json.readValue(Files.readString(file), Manifest.class);
            if (!SCHEMA.equals(manifest.schema()) || manifest.version() != 1)
                throw damaged(folder, NAME + " is of another kind: " + manifest.schema() + " " + manifest.version());
            return manifest;
        } catch (JacksonException e) {
            throw damaged(folder, NAME + " is damaged.");
        }
    }

    /** @throws InvalidInput naming the first file that is missing, changed, or not part of the backup */
    void verify(Path folder, Progress progress) throws IOException {
        var listed = new HashSet<String>();
        long done = 0;
        for (var entry : files) {
            var file = folder.resolve(entry.path()).normalize();
            if (!file.startsWith(folder.normalize()))
                throw damaged(folder, "the manifest names a file outside the backup: " + entry.path());
            if (!Files.isRegularFile(file)) throw damaged(folder, entry.path() + " is missing.");
            if (Files.size(file) != entry.bytes() || !digest(file).equals(entry.sha256()))
                throw damaged(folder, entry.path() + " is not the file that was backed up.");
            listed.add(entry.path());
            progress.megabytes("Checking the files of the backup", done += entry.bytes(), bytes);
        }
        try (var walk = Files.walk(folder)) {
            var extra = walk.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString())
                    .filter(f -> !f.equals(NAME) && !listed.contains(f)).findFirst();
            if (extra.isPresent()) throw damaged(folder, extra.get() + " does not belong to the backup.");
        }
    }

    private static InvalidInput damaged(Path folder, String why) {
        return new InvalidInput("DIR", folder.toString(), why + " Nothing was restored; use another backup.");
    }

    /** Copies and describes in one pass, so that the sum is of what was written. */
    static Entry copy(Path from, Path to, String name) throws IOException {
        var sha = sha();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha);
                OutputStream out = Files.newOutputStream(to)) {
            long bytes = in.transferTo(out);
            return new Entry(name, bytes, HexFormat.of().formatHex(sha.digest()));
        }
    }

    static Entry describe(Path file, String name) throws IOException {
        return new Entry(name, Files.size(file), digest(file));
    }

    private static String digest(Path file) throws IOException {
        var sha = sha();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
