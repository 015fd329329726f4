package org.daywatch.platform.casekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.relationships.Tables.TIP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.backup.Backups;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.FileSystemUtils;

/**
 * A case is sealed, a backup is taken, the case is shredded: until the copies of its key have gone the backup opens it,
 * and from then on nothing does, whoever has every file there is.
 *
 * <p>A-10 of docs/security.
 */
@DaywatchIT
class ShreddedBackupIT {

    private static final String WORDS = "Somebody counts the days in a notebook";

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired Backups backups;
    @Autowired CaseKeys keys;
    @Autowired WrappingKey outside;
    @Autowired ShreddedCaseStore store;
    @Autowired Tenants tenants;
    @Autowired TestClock clock;
    @Value("${daywatch.database.directory}") Path home;
    @TempDir Path temp;

    private final UUID tip = UUID.randomUUID();

    @Test
    void aBackupFromBeforeTheShreddingOpensNothingOnceTheCopiesOfTheKeyAreGone() throws Exception {
        var district = story.cast().mesquite();
        var copies = new KeyCopies(keys, new CaseKeySettings("", temp.resolve("copies").toString(), 35), clock);
        var shredding = new Shredding(keys, copies, store, tenants);
        story.run(district, () -> db.insertInto(TIP).set(TIP.DISTRICT_ID, district).set(TIP.ID, tip)
                .set(TIP.SCHOOL_ID, UUID.randomUUID()).set(TIP.DAY, LocalDate.of(2026, 8, 3))
                .set(TIP.IS_LIFE_SAFETY, false)
                .set(TIP.BODY, keys.seal(district, tip, WORDS.getBytes(StandardCharsets.UTF_8), "note")).execute());
        byte[] wrapped = keys.folder().find(district, tip.toString()).orElseThrow();
        backups.take(temp.resolve("backup"));
        var copy = copies.everyDay().orElseThrow();
        byte[] restored = bodyInBackup();
        assertThat(opened(district, restored)).as("before").contains(WORDS);

        var lastDay = new ArrayList<LocalDate>();
        story.run(district, () -> lastDay.add(shredding.shred(district, tip)));
        assertThat(lastDay).containsExactly(copies.today().plusDays(35));
        story.run(district, () -> assertThat(shredding.finalOn(district, tip)).contains(lastDay.getFirst()));
        assertThat(keys.open(district, tip, restored, "note")).as("here, at once").isEmpty();
        assertThat(opened(district, restored)).as("with the copy of the key").containsExactly(WORDS);

        Files.copy(copy.resolve(district.toString()).resolve(tip.toString()),
                keys.folder().home().resolve(district.toString()).resolve(tip.toString()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(shredding.again()).as("brought back with a copy of the keys, it goes at the next start").isOne();
        assertThat(shredding.again()).isZero();

        clock.move(Duration.ofDays(34));
        copies.everyDay();
        assertThat(opened(district, restored)).as("a day too soon").containsExactly(WORDS);
        clock.move(Duration.ofDays(1));
        assertThat(copies.today()).isEqualTo(lastDay.getFirst());
        copies.everyDay();
        assertThat(copies.kept()).as("there are copies").isNotEmpty();
        assertThat(opened(district, restored)).as("on the day that was named").isEmpty();
        assertThat(holding(wrapped, temp.resolve("backup"), temp.resolve("copies"), keys.folder().home()))
                .as("the key stands nowhere").isEmpty();
        assertThat(holding(WORDS.getBytes(StandardCharsets.UTF_8), temp.resolve("backup")))
                .as("and the words stood nowhere").isEmpty();
    }

    /** As whoever takes in the backup finds it. */
    private byte[] bodyInBackup() throws Exception {
        var restored = temp.resolve("restored");
        FileSystemUtils.copyRecursively(temp.resolve("backup"), restored);
        Files.setPosixFilePermissions(restored.resolve("data"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        try (var postgres = EmbeddedPostgres.start(restored, false);
                var connection = DriverManager.getConnection(postgres.url("daywatch"), "postgres",
                        postgres.secrets().superuser());
                var query = connection.prepareStatement("select body from relationships.tip where id = ?")) {
            query.setObject(1, tip);
            var row = query.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    /** With every key of that case there is on the disk, and the key from outside. */
    private List<String> opened(UUID district, byte[] body) throws IOException {
        var opened = new ArrayList<String>();
        for (var root : List.of(home.resolve("case-keys"), temp)) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(f -> f.getFileName().toString().startsWith(tip.toString())).toList())
                    new CaseKeys(file.getParent().getParent(), outside).open(district, tip, body, "note")
                            .ifPresent(words -> opened.add(new String(words, StandardCharsets.UTF_8)));
            }
        }
        return opened;
    }

    private static List<Path> holding(byte[] part, Path... roots) throws IOException {
        var found = new ArrayList<Path>();
        for (var root : roots) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    if (CaseKeysTest.contains(Files.readAllBytes(file), part)) found.add(file);
            }
        }
        return found;
    }
}
