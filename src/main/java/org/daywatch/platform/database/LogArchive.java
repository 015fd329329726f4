package org.daywatch.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the embedded server lays each finished file of its write-ahead log, so that a backup can be followed to the
 * last minute before everything was lost. PostgreSQL's own archiving: it tells a small script of each file and keeps
 * the file until the script has laid it down, forced to the disk.
 *
 * @param folder best on another disk than the database
 * @param seconds after which a file that is not full is finished all the same: what may be lost
 * @param dataKeys whether the keys of what is kept encrypted lie beside the log, as they do in a backup
 */
public record LogArchive(Path folder, int seconds, boolean dataKeys) {

    /** Files of the log are of this size, whole; their numbers count on over all timelines. */
    private static final String SEGMENT = "[0-9A-F]{24}";
    private static final int PER_LOG = 256; // of 16 MB in 4 GB, as PostgreSQL names them
    /** With an offset in figures: when PostgreSQL reads this setting it knows no names of zones yet, not even Z. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx")
            .withZone(ZoneOffset.UTC);
    private static final String REMEMBERED = "archive";

    /**
     * Told file and name. Another file of the same name is never written over: PostgreSQL says so in its log, and
     * Operations warns.
     */
    private static final String LAY_DOWN = """
            #!/bin/sh
            # Lays a finished file of the write-ahead log into the archive, whole or not at all. Written anew at each start.
            set -eu
            umask 077
            to=%s
            if [ -e "$to/$2.gz" ]; then gzip -cd "$to/$2.gz" | cmp -s - "$1"; exit $?; fi
            %s
            gzip -1c "$1" > "$to/$2.part"
            sync "$to/$2.part"
            mv "$to/$2.part" "$to/$2.gz"
            sync "$to"
            """;
    /** Before the log in which something may be encrypted with them. */
    private static final String KEYS = """
            if [ -e ../data-keys/keys ] && ! cmp -s ../data-keys/keys "$to/data-keys"; then
              cp ../data-keys/keys "$to/data-keys.part"; sync "$to/data-keys.part"; mv "$to/data-keys.part" "$to/data-keys"
            fi""";
    private static final String FETCH = """
            #!/bin/sh
            exec gzip -cd %s/"$1".gz > "$2"
            """;

    public LogArchive {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What is named now, or else what was named when this folder was served last: a command that opens it alone must
     * not leave a hole in the log.
     *
     * @param named blank: as before; {@code off}: no more
     */
    static Optional<LogArchive> of(Path home, String named, int seconds, boolean dataKeys) throws IOException {
        var remembered = home.resolve(REMEMBERED);
        if (named.equals("off")) {
            Files.deleteIfExists(remembered);
            return Optional.empty();
        }
        var values = new Properties();
        if (named.isBlank()) {
            if (!Files.exists(remembered)) return Optional.empty();
            try (var in = Files.newBufferedReader(remembered)) {
                values.load(in);
            }
            return Optional.of(new LogArchive(Path.of(values.getProperty("folder")),
                    Integer.parseInt(values.getProperty("seconds")),
                    Boolean.parseBoolean(values.getProperty("dataKeys"))));
        }
        var archive = new LogArchive(Path.of(named), seconds, dataKeys);
        values.setProperty("folder", archive.folder.toString());
        values.setProperty("seconds", Integer.toString(seconds));
        values.setProperty("dataKeys", Boolean.toString(dataKeys));
        try (var out = Files.newBufferedWriter(remembered)) {
            values.store(out, "Where the write-ahead log of this folder goes");
        }
        return Optional.of(archive);
    }

    /** Settings of a server that archives; the folder is made, and refused where it holds the log of another server. */
    List<String> settings(Path home) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        belongsTo(system(home.resolve("data")));
        script(home.resolve("archive-wal"), LAY_DOWN.formatted(quoted(folder), dataKeys ? KEYS : ""));
        return List.of("archive_mode=on", "archive_timeout=" + seconds,
                "archive_command=sh ../archive-wal \"%p\" \"%f\"", "daywatch.archive=" + folder);
    }

    /** Settings of a server that takes the log in again; to the end, or to a moment. */
    static List<String> replaying(Path home, Path archive, @Nullable Instant to) throws IOException {
        script(home.resolve("fetch-wal"), FETCH.formatted(quoted(archive.toAbsolutePath())));
        var settings = new ArrayList<>(List.of("archive_mode=off", "restore_command=sh ../fetch-wal \"%f\" \"%p\"",
                "recovery_target_timeline=latest", "recovery_target_action=promote"));
        if (to != null) settings.add("recovery_target_time=" + MOMENT.format(to));
        return settings;
    }

    static void replayed(Path home) throws IOException {
        Files.deleteIfExists(home.resolve("fetch-wal"));
    }

    private void belongsTo(String system) throws IOException {
        var file = folder.resolve("system");
        if (!Files.exists(file)) Files.writeString(file, system);
        if (!Files.readString(file).equals(system)) {
            throw new IllegalStateException("The folder " + folder
                    + " holds the write-ahead log of another database.\nMaybe name a folder for this one alone.");
        }
    }

    /**
     * @return the number a server was given when it was made, and every copy of it has: the first eight bytes of its
     * control file, in hex
     */
    public static String system(Path data) throws IOException {
        try (var control = Files.newByteChannel(data.resolve("global/pg_control"));
                var in = Channels.newInputStream(control)) {
            return HexFormat.of().formatHex(ByteBuffer.wrap(in.readNBytes(8)).array());
        }
    }

    /**
     * @param start first file of the log that a backup needs
     * @return the first file that is not there although later ones are: what came after it cannot be brought back
     */
    public static Optional<String> hole(Path archive, String start, String stop) throws IOException {
        var numbers = new TreeSet<Long>();
        for (long number = number(start); number <= number(stop); number++) numbers.add(number); // are in the backup itself
        for (var name : names(archive)) if (number(name) >= number(start)) numbers.add(number(name));
        for (long number = numbers.first(); number <= numbers.last(); number++) {
            if (!numbers.contains(number))
                return Optional.of("%016X".formatted(number / PER_LOG << 32 | number % PER_LOG));
        }
        return Optional.empty();
    }

    /** Deletes what no backup needs that starts at this file or later. @return how many files went */
    public static int forgetBefore(Path archive, String start) throws IOException {
        int gone = 0;
        for (var name : names(archive)) {
            if (number(name) < number(start) && Files.deleteIfExists(archive.resolve(name + ".gz"))) gone++;
        }
        return gone;
    }

    /** @return how many files of the log lie between two, the last one counted: 1 means that they follow each other */
    public static long between(String earlier, String later) {
        return number(later) - number(earlier);
    }

    private static List<String> names(Path archive) throws IOException {
        try (var files = Files.list(archive)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.matches(SEGMENT + "\\.gz"))
                    .map(f -> f.substring(0, 24)).toList();
        }
    }

    private static long number(String segment) {
        return Long.parseLong(segment.substring(8, 16), 16) * PER_LOG + Long.parseLong(segment.substring(16, 24), 16);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
