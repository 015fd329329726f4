package org.daywatch.platform.securitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What a security officer finds in the file. */
class SecurityFileTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC);
    private static final UUID SOMEBODY = UUID.fromString("01998c1e-0000-7000-8000-000000000042");
    private static final UUID DISTRICT = UUID.fromString("01998c1e-0000-7000-8000-000000000007");

    @TempDir Path folder;

    private SecurityLog log(String syslog) {
        return new SecurityLog(CLOCK, JsonMapper.builder().build(), folder, "", 90, syslog);
    }

    private String written(SecurityLog log) throws IOException {
        return Files.readString(log.file());
    }

    @AfterEach
    void nothingIsLeftBound() {
        RequestContextHolder.resetRequestAttributes();
        if (TransactionSynchronizationManager.isSynchronizationActive())
            TransactionSynchronizationManager.clearSynchronization();
    }

    private static void mustFit(String lines) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("security-log.schema.json")));
        assertThat(lines.lines()).isNotEmpty();
        lines.lines().forEach(line -> assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty());
    }

    @Test
    void theExampleFitsTheSchema() throws IOException {
        mustFit(Files.readString(FORMATS.resolve("examples/security-log.jsonl")));
    }

    @Test
    void aRefusalSaysWhoFromWhereAndAtWhichPageAndNothingThatWasTyped() throws IOException {
        var request = new MockHttpServletRequest("POST", "/l/a-secret-of-a-link");
        request.setRemoteAddr("203.0.113.9");
        request.addHeader("User-Agent", "x\r\n{\"event.action\":\"authn_login_success\"}" + "y".repeat(500));
        request.setQueryString("code=another-secret");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/l/{code}");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var log = log("");
        Tenancy.run(new Scope(DISTRICT, SOMEBODY),
                () -> log.refused(SecurityEvent.AUTHZ_FAIL, null, Map.of()));
        mustFit(written(log));
        assertThat(written(log).lines()).as("one line, whatever a browser calls itself").hasSize(1);
        assertThat(written(log))
                .contains("\"event.action\":\"authz_fail\"", "\"event.outcome\":\"failure\"", "203.0.113.9",
                        SOMEBODY.toString(), DISTRICT.toString(), "\"url.path\":\"/l/{code}\"")
                .doesNotContain("secret");
    }

    @Test
    void everyEventIsAWordOfTheFormatsPageAndFitsTheSchema() throws IOException {
        var page = Files.readString(FORMATS.resolve("security-log.md"));
        var log = log("");
        for (var event : SecurityEvent.values()) {
            assertThat(page).contains("`" + event.word() + "`");
            log.done(event, "person " + SOMEBODY, Map.of("proof", "PASSWORD"));
        }
        mustFit(written(log));
        assertThat(written(log).lines()).hasSameSizeAs(SecurityEvent.values());
    }

    @Test
    void whatWasRolledBackDidNotHappenAndARefusalDid() throws IOException {
        var log = log("");
        TransactionSynchronizationManager.initSynchronization();
        log.done(SecurityEvent.USER_CREATED, "", Map.of());
        log.refused(SecurityEvent.AUTHN_LOGIN_FAIL, SOMEBODY, Map.of());
        TransactionSynchronizationManager.clearSynchronization();
        assertThat(written(log)).contains("authn_login_fail").doesNotContain("user_created");

        TransactionSynchronizationManager.initSynchronization();
        log.done(SecurityEvent.USER_UPDATED, "", Map.of());
        TransactionSynchronizationManager.getSynchronizations().forEach(s -> s.afterCommit());
        assertThat(written(log)).contains("user_updated");
    }

    @Test
    void theFolderIsItsOwnersAloneAndIsMadeWithTheFirstLine() throws IOException {
        var log = log("");
        assertThat(folder.resolve("security-log")).doesNotExist();
        log.done(SecurityEvent.SYS_STARTUP, "", Map.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
        Files.writeString(folder.resolve("security-log"), "a file where the folder should be");
        log("").refused(SecurityEvent.AUTHN_LOGIN_FAIL, SOMEBODY, Map.of());
        assertThat(Files.readString(folder.resolve("security-log"))).isEqualTo("a file where the folder should be");
    }

    @Test
    void anAddressThatIsNoneIsNamedWithWhatToWrite() {
        for (var wrong : new String[] {"logs.example.org", "http://logs.example.org", "tls://", "tls://x/path",
                "udp://user@host:514", "tls://host:port"})
            assertThatThrownBy(() -> log(wrong)).as(wrong).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(wrong).hasMessageContaining("tls://logs.example.org:6514");
    }

    /** A name that no act and no fact carries watches nothing. */
    @Test
    void everyActThatIsWatchedIsTold() throws IOException {
        var sources = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList())
                sources.append(Files.readString(file));
        }
        for (var action : AuditedEvents.read().named().keySet())
            assertThat(Pattern.compile("\"" + action + "\"|record " + action + "\\(").matcher(sources).find())
                    .as(action).isTrue();
    }

    /** Whoever adds a fact about people's places and ways in decides here whether it is watched. */
    @Test
    void everyFactOfIdentityIsWatched() throws IOException {
        var source = Files.readString(
                Path.of("src/main/java/org/daywatch/platform/identity/members/IdentityEvent.java"));
        var facts = Pattern.compile("record (\\w+)\\(").matcher(source).results().map(m -> m.group(1)).toList();
        assertThat(facts).hasSizeGreaterThan(8).allSatisfy(
                fact -> assertThat(AuditedEvents.read().of(fact)).as(fact).isPresent());
    }
}
