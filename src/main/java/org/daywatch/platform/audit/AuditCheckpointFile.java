package org.daywatch.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signed ends of audit chains, appended as JSON lines to a file outside the database and forced to the disk. */
final class AuditCheckpointFile {

    private final Path folder;
    private final Path file;
    private final JsonMapper json;
    private @Nullable CheckpointKey key;
    private @Nullable Contents written;

    AuditCheckpointFile(Path folder, JsonMapper json) {
        this.folder = folder;
        this.file = folder.resolve("checkpoints.jsonl");
        this.json = json;
    }

    /** The end of one tenant's chain. */
    record End(UUID tenant, long seq, byte[] hash) {}

    /** What the file says: the good lines in their order, and what is wrong with the others. */
    record Contents(List<AuditCheckpoint> checkpoints, List<String> damage, String lastDigest) {

        Map<UUID, AuditCheckpoint> latest() {
            var latest = new HashMap<UUID, AuditCheckpoint>();
            checkpoints.forEach(c -> latest.put(c.tenant(), c));
            return latest;
        }
    }

    Path path() {
        return file;
    }

    /** Signs the ends that moved since their last checkpoint. @return how many lines were added */
    synchronized int append(Instant at, List<End> ends) {
        if (key == null) key = CheckpointKey.readOrCreate(folder);
        if (written == null) written = read();
        var latest = written.latest();
        String previous = written.lastDigest();
        var fresh = new ArrayList<AuditCheckpoint>();
        var text = new StringBuilder();
        for (var end : ends) {
            var last = latest.get(end.tenant());
            if (last != null && last.seq() >= end.seq()) continue;
            var checkpoint = AuditCheckpoint.sign(key, at, end.tenant(), end.seq(), end.hash(), previous);
            String line = json.writeValueAsString(checkpoint);
            text.append(line).append('\n');
            previous = AuditCheckpoint.digest(line);
            fresh.add(checkpoint);
        }
        if (fresh.isEmpty()) return 0;
        write(text.toString());
        var all = new ArrayList<>(latest.values()); // only the newest per tenant matters for the next round
        all.addAll(fresh);
        written = new Contents(all, List.of(), previous);
        return fresh.size();
    }

    Contents read() {
        if (!Files.exists(file)) return new Contents(List.of(), List.of(), AuditCheckpoint.FIRST);
        var good = new ArrayList<AuditCheckpoint>();
        var damage = new ArrayList<String>();
        String previous = AuditCheckpoint.FIRST;
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            var open = CheckpointKey.readOpen(folder.resolve("key.pub"));
            for (String line; (line = lines.readLine()) != null;) {
                number++;
                var checkpoint = parse(line);
                if (checkpoint == null || !CheckpointKey.signed(open, checkpoint.testimony(), checkpoint.signature())) {
                    damage.add("line " + number + " of " + file.getFileName() + " does not carry a valid signature");
                } else {
                    if (!checkpoint.previous().equals(previous))
                        damage.add("before line " + number + " of " + file.getFileName()
                                + " a line is missing or changed");
                    good.add(checkpoint);
                }
                previous = AuditCheckpoint.digest(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + file + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The open key beside " + file + " is damaged.", e);
        }
        return new Contents(good, damage, previous);
    }

    private @Nullable AuditCheckpoint parse(String line) {
        try {
            return json.readValue(line, AuditCheckpoint.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private void write(String text) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint could not be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
