package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything is lost but the backup: it comes back, complete, provably unaltered, and in seconds. */
@DaywatchIT
class RestoreDrillIT {

    @Autowired Story story;
    @Autowired AuditLog audit;
    @Autowired AuditVerification verification;
    @Autowired DataCipher cipher;
    @Autowired Backups backups;
    @Autowired JsonMapper json;
    @TempDir Path temp;

    @Test
    void aBackupTakenWhileOthersWriteComesBackWithEveryCommittedLineAndItsChainVerifies() throws Exception {
        var cast = story.cast();
        var stop = new AtomicBoolean();
        var written = new AtomicLong();
        var writer = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                story.run(cast.agency(), () -> audit.act("Counted", "thing", Map.of("n", written.get() + 1)));
                written.incrementAndGet();
            }
        });
        while (written.get() < 50) Thread.sleep(5);
        verification.checkpoint();
        long before = written.get();
        long began = System.nanoTime();
        var taken = backups.take(temp.resolve("backup"));
        long backupMillis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        long after = written.get();
        stop.set(true);
        writer.join();
        assertThat(after).as("writers were not held up").isGreaterThan(before);
        assertThat(backups.last()).contains(taken.at());

        began = System.nanoTime();
        var answer = restore(temp.resolve("backup"), temp.resolve("new"), ExitCodes.DONE);
        long restoreMillis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        System.getLogger("drill").log(System.Logger.Level.WARNING, "backup of {0} files, {1} MB in {2} ms; restored, opened and verified in {3} ms",
                taken.files(), taken.bytes() / 1_000_000, backupMillis, restoreMillis);
        assertThat(answer.get("auditFine").asBoolean()).isTrue();
        assertThat(answer.get("rows").get("platform.organization").asLong()).isGreaterThanOrEqualTo(4);
        assertThat(answer.get("rows").get("platform.audit_line").asLong()).isGreaterThanOrEqualTo(before);
        assertThat(restoreMillis).as("within the hour that is promised, by far").isLessThan(180_000);
    }

    @Test
    void aDamagedBackupIsRefusedAndTheFileNamed() throws Exception {
        backups.take(temp.resolve("backup"));
        var folder = temp.resolve("backup").toAbsolutePath();
        var control = folder.resolve("data/global/pg_control");
        var right = Files.readAllBytes(control);
        var wrong = right.clone();
        wrong[100] ^= 1;
        Files.write(control, wrong);
        refused(folder, "data/global/pg_control is not the file");
        Files.delete(control);
        refused(folder, "data/global/pg_control is missing");
        Files.write(control, right);
        Files.writeString(folder.resolve("data/stranger"), "x");
        refused(folder, "data/stranger does not belong");
        Files.delete(folder.resolve("data/stranger"));
        Files.move(folder.resolve(Manifest.NAME), temp.resolve("aside"));
        refused(folder, "manifest.json is missing");
        Files.writeString(folder.resolve(Manifest.NAME), "{");
        refused(folder, "manifest.json is damaged");
        Files.move(temp.resolve("aside"), folder.resolve(Manifest.NAME), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Manifest.read(folder, json).verify(folder, Progress.unseen());
    }

    @Test
    void nothingIsEverWrittenOverAndSecretsStayPrivate() throws Exception {
        var folder = temp.resolve("backup").toAbsolutePath();
        verification.checkpoint();
        cipher.encrypt(new byte[1], "a plan");
        backups.take(folder);
        assertThatThrownBy(() -> backups.take(folder)).isInstanceOf(InvalidInput.class).hasMessageContaining("not empty");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        for (String secret : new String[] {"secrets", "checkpoints/key", "data-keys/keys"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret)))).as(secret).isEqualTo("rw-------");
        }
        var used = Files.createDirectories(temp.resolve("used"));
        Files.writeString(used.resolve("mine"), "x");
        assertThatThrownBy(() -> Backups.layOut(folder, used, json, Progress.unseen())).isInstanceOf(InvalidInput.class).hasMessageContaining("not empty");
        assertThat(Files.readString(used.resolve("mine"))).isEqualTo("x");
    }

    private void refused(Path folder, String why) {
        var nowhere = temp.resolve("new" + UUID.randomUUID());
        assertThatThrownBy(() -> Backups.layOut(folder, nowhere, json, Progress.unseen())).isInstanceOf(InvalidInput.class).hasMessageContaining(why);
        assertThat(nowhere).doesNotExist();
    }

    private JsonNode restore(Path from, Path to, int expected) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = new CommandLine(new RestoreCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors))
                .execute(from.toString(), "--data", to.toString(), "--json");
        assertThat(code).as(out + "\n" + errors).isEqualTo(expected);
        return json.readTree(out.toString());
    }
}
