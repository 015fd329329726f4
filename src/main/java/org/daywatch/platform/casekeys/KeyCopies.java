package org.daywatch.platform.casekeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Copies of the case keys, one a day, so that a lost disk does not take every case along. Each is destroyed after its
 * term; from then on nothing opens what was shredded before it was made. They hold wrapped keys only: the key from
 * outside is kept by whoever keeps the installation, and opens nothing that is gone.
 */
@Component
public class KeyCopies {

    private static final String UNFINISHED = ".part";

    private final CaseKeys keys;
    private final Optional<Path> copies;
    private final int days;
    private final Clock clock;

    KeyCopies(CaseKeys keys, CaseKeySettings settings, Clock clock) {
        this.keys = keys;
        this.copies = settings.copiesFolder();
        this.days = settings.copyDays();
        this.clock = clock;
    }

    /** From this day on no copy that Daywatch made opens what was shredded on the other. */
    LocalDate finalOn(LocalDate shredded) {
        return copies.isEmpty() ? shredded : shredded.plusDays(days);
    }

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Those whose term is over go first, also where no new one can be made. @return what was made */
    Optional<Path> everyDay() {
        if (copies.isEmpty()) return Optional.empty();
        try {
            forgetOlder(copies.get());
            return Optional.of(copy(copies.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The copies of the case keys in " + copies.get() + " are not in order: " + e.getMessage(), e);
        }
    }

    /** The days of which there is a copy, oldest first. */
    List<LocalDate> kept() {
        try {
            return copies.isEmpty() ? List.of() : List.copyOf(dated(copies.get()).keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The copies of the case keys in " + copies.get() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path copy(Path to) throws IOException {
        var made = to.resolve(today().toString());
        if (Files.exists(made) || !Files.exists(keys.folder().home())) return made;
        var part = to.resolve(today() + UNFINISHED);
        wipe(part);
        Files.createDirectories(part, KeyFolder.attributes("rwx------"));
        try (var all = Files.walk(keys.folder().home())) {
            for (var from : all.filter(Files::isRegularFile).filter(file -> !KeyFolder.isUnfinished(file)).toList()) {
                var copy = part.resolve(keys.folder().home().relativize(from));
                Files.createDirectories(copy.getParent(), KeyFolder.attributes("rwx------"));
                Files.createFile(copy, KeyFolder.attributes("rw-------"));
                KeyFolder.write(copy, Files.readAllBytes(from));
            }
        }
        KeyFolder.sync(part);
        Files.move(part, made);
        KeyFolder.sync(to);
        return made;
    }

    private void forgetOlder(Path from) throws IOException {
        if (!Files.exists(from)) return;
        for (var copy : dated(from).entrySet())
            if (!copy.getKey().plusDays(days).isAfter(today())) wipe(copy.getValue());
        try (var all = Files.list(from)) {
            for (var left : all.filter(f -> f.toString().endsWith(UNFINISHED)).toList()) wipe(left);
        }
    }

    private static TreeMap<LocalDate, Path> dated(Path folder) throws IOException {
        var found = new TreeMap<LocalDate, Path>();
        if (!Files.exists(folder)) return found;
        try (var all = Files.list(folder)) {
            for (var one : all.toList()) {
                try {
                    found.put(LocalDate.parse(one.getFileName().toString()), one);
                } catch (DateTimeParseException somebodyElses) {
                    continue;
                }
            }
        }
        return found;
    }

    /** Written over, then deleted, the deepest first. */
    private static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        var all = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            walk.forEach(all::addFirst);
        } catch (NoSuchFileException gone) {
            return;
        }
        for (var one : all) {
            if (Files.isRegularFile(one)) KeyFolder.write(one, new byte[(int) Files.size(one)]);
            Files.delete(one);
        }
    }
}
