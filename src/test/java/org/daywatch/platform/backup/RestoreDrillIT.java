package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.DataKeyCommand;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything is lost but the backup: it comes back, complete, provably unaltered, and in seconds.
 *
 * <p>F-21, P-20 of docs/security.
 */
@DaywatchIT
class RestoreDrillIT {

    @Autowired Story story;
    @Autowired AuditLog audit;
    @Autowired AuditVerification verification;
    @Autowired DataCipher cipher;
    @Autowired Backups backups;
    @Autowired JsonMapper json;
    @Autowired Schools schools;
    @Autowired Campuses campuses;
    @Autowired SitePlans plans;
    @Value("${daywatch.database.directory}") Path home;
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
        System.getLogger("drill").log(System.Logger.Level.WARNING,
                "backup of {0} files, {1} MB in {2} ms; restored, opened and verified in {3} ms",
                taken.files(), taken.bytes() / 1_000_000, backupMillis, restoreMillis);
        assertThat(answer.get("auditFine").asBoolean()).isTrue();
        assertThat(answer.get("rows").get("platform.organization").asLong()).isGreaterThanOrEqualTo(4);
        assertThat(answer.get("rows").get("platform.audit_line").asLong()).isGreaterThanOrEqualTo(before);
        assertThat(restoreMillis).as("within the hour that is promised, by far").isLessThan(180_000);
    }

    /** Of 20 sealed plans each reads as it was drawn. */
    @Command(name = "look", exitCodeOnExecutionException = 9)
    static final class Look extends InstallationCommand {

        private final Story.Cast cast;
        private final UUID school;
        private final List<UUID> sealed;
        private int read;

        Look(Story.Cast cast, UUID school, List<UUID> sealed) {
            this.cast = cast;
            this.school = school;
            this.sealed = sealed;
        }

        @Override
        protected List<String> arguments() {
            var arguments = super.arguments();
            arguments.add("--daywatch.database.url=");
            return arguments;
        }

        @Override
        protected int run(ConfigurableApplicationContext installation) {
            var plans = installation.getBean(SitePlans.class);
            var link = UUID.randomUUID();
            Tenancy.run(Scope.system(cast.mesquite()), () -> {
                plans.openByLink(cast.mesquite(), school, link, "The drill", "Everything was lost",
                        Instant.now().plusSeconds(600));
                for (int i = 0; i < sealed.size(); i++) {
                    assertThat(plans.pictureByLink(school, sealed.get(i), link).bytes()).isEqualTo(drawing(i));
                    read++;
                }
            });
            return installation.getBean(AuditVerification.class).verify(Progress.unseen()).fine()
                    ? ExitCodes.DONE
                    : ExitCodes.FOUND_WRONG;
        }
    }

    @Test
    void withoutTheKeyFileThreeOfFiveHoldersOpenWhatTheBackupAloneDoesNot() throws Exception {
        var cast = story.cast();
        var school = story.as(cast.agency(),
                () -> schools.add(new Schools.NewSchool(cast.mesquite(), "Ocotillo High", SchoolLevel.HIGH, "9", "12",
                        1800, "1 Ocotillo Way", "Mesquite Flat", "AZ", "85001",
                        "480 555 0100", ZoneId.of("America/Phoenix"))));
        var campus = story.as(cast.mesquite(), () -> campuses.find(school).orElseThrow());
        var sealed = IntStream.range(0, 20).mapToObj(
                i -> story.as(cast.mesquite(), () -> plans.add(UUID.randomUUID(), campus, "Plan " + i, drawing(i))))
                .toList();
        verification.checkpoint();
        long began = System.nanoTime();
        var sheets = temp.resolve("sheets");
        assertThat(run(new CommandLine(new DataKeyCommand()), "split", "--holders", "5", "--needed", "3", "--out",
                sheets.toString(), "--data", home.toString(), "--json").get("holders").asInt())
                .isEqualTo(5);
        backups.take(temp.resolve("backup"), false, Progress.unseen());
        assertThat(temp.resolve("backup/data-keys")).as("whoever finds the copy has no key with it").doesNotExist();
        var lost = temp.resolve("new"); // the folder it came from, and its key file, are not looked at again
        assertThat(restore(temp.resolve("backup"), lost, ExitCodes.DONE).get("auditFine").asBoolean()).isTrue();
        var blind = new Look(cast, school, sealed);
        assertThat(
                new CommandLine(blind).setErr(new PrintWriter(new StringWriter())).execute("--data", lost.toString()))
                .as("the copy alone").isEqualTo(9);
        assertThat(blind.read).isZero();
        var three = List.of(sheets.resolve("share-2.json").toString(), sheets.resolve("share-5.json").toString(),
                sheets.resolve("share-3.json").toString());
        assertThat(new CommandLine(new DataKeyCommand()).setErr(new PrintWriter(new StringWriter())).execute("join",
                "--data", lost.toString(), three.get(0), three.get(1))).as("two holders").isNotZero();
        assertThat(run(new CommandLine(new DataKeyCommand()), "join", "--data", lost.toString(), "--json", three.get(0),
                three.get(1), three.get(2)).get("shares").size()).isEqualTo(3);
        var look = new Look(cast, school, sealed);
        assertThat(new CommandLine(look).execute("--data", lost.toString())).as("and the chains verify")
                .isEqualTo(ExitCodes.DONE);
        assertThat(look.read).isEqualTo(20);
        System.getLogger("drill").log(System.Logger.Level.WARNING,
                "split, backed up, restored, joined, 20 of 20 read and verified in {0} ms",
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private static byte[] drawing(int number) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>" + number + "</text></svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode run(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = command.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors)).execute(arguments);
        assertThat(code).as(out + "\n" + errors).isEqualTo(ExitCodes.DONE);
        return json.readTree(out.toString());
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
        Files.move(temp.resolve("aside"), folder.resolve(Manifest.NAME),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Manifest.read(folder, json).verify(folder, Progress.unseen());
    }

    @Test
    void nothingIsEverWrittenOverAndSecretsStayPrivate() throws Exception {
        var folder = temp.resolve("backup").toAbsolutePath();
        verification.checkpoint();
        cipher.encrypt(new byte[1], "a plan");
        backups.take(folder);
        assertThatThrownBy(() -> backups.take(folder)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not empty");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        for (String secret : new String[] {"secrets", "checkpoints/key", "data-keys/keys"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret)))).as(secret)
                    .isEqualTo("rw-------");
        }
        var used = Files.createDirectories(temp.resolve("used"));
        Files.writeString(used.resolve("mine"), "x");
        assertThatThrownBy(() -> Backups.layOut(folder, used, json, Progress.unseen())).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not empty");
        assertThat(Files.readString(used.resolve("mine"))).isEqualTo("x");
    }

    private void refused(Path folder, String why) {
        var nowhere = temp.resolve("new" + UUID.randomUUID());
        assertThatThrownBy(() -> Backups.layOut(folder, nowhere, json, Progress.unseen()))
                .isInstanceOf(InvalidInput.class).hasMessageContaining(why);
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
