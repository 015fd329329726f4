package org.daywatch.platform.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.cli.LastLines;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether this installation is a copy, restored to be tried. While it is, nothing leaves it, no mail, no text message,
 * no push, no webhook, and on the bus it is an installation of its own: a drill must not tell real people of alerts. A
 * restore leaves the file {@code restored-copy} in the data folder; whoever opens a copy with other tools names it with
 * {@code daywatch.copy}.
 */
@Component
public class RestoredCopy implements LastLines {

    private static final String FILE = "restored-copy";

    private final Path file;
    private final String configured;
    private volatile @Nullable Copy copy;

    @Autowired
    public RestoredCopy(@Value("${daywatch.database.directory}") Path database,
            @Value("${daywatch.copy:}") String configured) {
        if (!configured.matches("[A-Za-z0-9-]{0,40}"))
            throw new InvalidInput("DAYWATCH_COPY", configured,
                    "Write a word for this copy of letters, figures and dashes, such as drill-2026; all its nodes say the same.");
        this.file = database.resolve(FILE);
        this.configured = configured;
        this.copy = configured.isEmpty() ? read(file) : new Copy(configured, null);
    }

    /** No copy, for what runs without an installation around it. */
    public static RestoredCopy none() {
        return new RestoredCopy(Path.of("/nonexistent"), "");
    }

    /** @param mark its own, also on the bus @param of when the backup was taken; null: not said */
    public record Copy(String mark, @Nullable Instant of) {}

    public Optional<Copy> now() {
        return Optional.ofNullable(copy);
    }

    public boolean isOne() { return copy != null; }

    /** Written by a restore, before the copy is opened for the first time. @throws IOException when it cannot be */
    public static void mark(Path database, Instant backupOf) throws IOException {
        Files.writeString(database.resolve(FILE), Ids.next() + "\n" + backupOf + "\n");
    }

    /** The same, where it was restored because the original is lost. @throws IOException when it stays */
    public static void unmark(Path database) throws IOException {
        Files.deleteIfExists(database.resolve(FILE));
    }

    /**
     * From now on it speaks to people; other nodes hear it after its next start.
     *
     * @throws InvalidInput where the environment says that it is a copy
     */
    public void takesItsPlace() {
        if (!configured.isEmpty())
            throw new InvalidInput("DAYWATCH_COPY", configured, "copy.configured");
        try {
            unmark(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be removed: " + e.getMessage(), e);
        }
        copy = null;
    }

    @Override
    public List<String> lines() {
        return isOne()
                ? List.of(
                        "This is a restored copy: it sends nothing to anybody. When it takes the original's place, say so on its page Operations.")
                : List.of();
    }

    private static @Nullable Copy read(Path file) {
        try {
            var lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.isEmpty()
                    ? null
                    : new Copy(lines.getFirst(), lines.size() < 2 ? null : Instant.parse(lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
