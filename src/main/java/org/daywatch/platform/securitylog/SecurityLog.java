package org.daywatch.platform.securitylog;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.securitylog.SecurityLine.From;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Security events in a file of their own, a JSON object a line, and to a syslog collector where one is named. It is not
 * the audit, which is complete, chained and each organization's own: this one holds what no organization's chain can
 * (who knocks in vain), is the installation's, and never stops what it tells of when it cannot be written.
 */
@Component
public class SecurityLog {

    private static final AuditedEvents AUDITED = AuditedEvents.read();

    private static final Logger log = LoggerFactory.getLogger(SecurityLog.class);

    private final Clock clock;
    private final JsonMapper json;
    private final Path folder;
    private final int keepDays;
    private final String host = hostName();
    private final @Nullable SyslogWay syslog;
    private @Nullable SecurityFile file;
    private boolean serving;

    public SecurityLog(Clock clock, JsonMapper json, @Value("${daywatch.database.directory}") Path database,
            @Value("${daywatch.security-log.directory:}") String directory,
            @Value("${daywatch.security-log.keep-days:90}") int keepDays,
            @Value("${daywatch.security-log.syslog:}") String syslog) {
        this.clock = clock;
        this.json = json;
        this.keepDays = keepDays;
        this.folder = (directory.isBlank() ? database.resolve("security-log") : Path.of(directory)).toAbsolutePath();
        this.syslog = syslog.isBlank() ? null : new SyslogWay(SyslogAddress.of(syslog));
    }

    /** The act of whoever is bound, or of nobody yet. What belongs to a transaction is told once it has happened. */
    public void done(SecurityEvent event, String subject, Map<String, ?> detail) {
        var line = line(event, true, person(), organization(), subject, detail);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(line);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(line);
            }
        });
    }

    /** The same, of a person who is not bound yet: they came in by this very act. */
    public void doneBy(UUID person, SecurityEvent event, Map<String, ?> detail) {
        write(line(event, true, person, organization(), "", detail));
    }

    /** Refused, whatever becomes of the transaction around it. @param person whose account it was; null: nobody's */
    public void refused(SecurityEvent event, @Nullable UUID person, Map<String, ?> detail) {
        write(line(event, false, person == null ? person() : person, organization(), "", detail));
    }

    /** What the audit was told, where it is a security event too. */
    public void audited(String action, String subject) {
        AUDITED.of(action).ifPresent(event -> done(event, subject, Map.of("audit", action)));
    }

    /** Where the lines of today stand. */
    public Path file() {
        return folder.resolve(SecurityFile.NAME);
    }

    public int keepDays() {
        return keepDays;
    }

    /** How it goes with the collector, where one is named. */
    public Optional<Forwarding> forwarding() {
        return Optional.ofNullable(syslog)
                .map(way -> new Forwarding(way.away(), way.waiting(), way.lost()));
    }

    /** @param lost could not wait since the start; they stand in the file */
    public record Forwarding(boolean away, int waiting, long lost) {}

    /** Commands open the same application and are no start of it. */
    @EventListener
    void on(WebServerInitializedEvent started) {
        if (serving || "management".equals(started.getApplicationContext().getServerNamespace())) return;
        serving = true;
        done(SecurityEvent.SYS_STARTUP, "", Map.of());
    }

    @PreDestroy
    void close() {
        if (serving) done(SecurityEvent.SYS_SHUTDOWN, "", Map.of());
        synchronized (this) {
            if (file != null) file.close();
        }
        if (syslog != null) syslog.close();
    }

    private SecurityLine line(SecurityEvent event, boolean succeeded, @Nullable UUID person,
            @Nullable UUID organization, String subject, Map<String, ?> detail) {
        var from = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? From.of(web.getRequest())
                : From.HERE;
        return new SecurityLine(clock.instant(), Ids.next(), event, succeeded, person, organization, from, subject,
                detail);
    }

    private void write(SecurityLine line) {
        String text = json.writeValueAsString(line.fields(host));
        try {
            opened().write(text);
        } catch (IOException | UncheckedIOException e) {
            log.error("the security log cannot be written in {}: {}", folder, e.toString());
        }
        if (syslog != null) syslog.take(new SyslogMessage(line, host, text));
    }

    /** With its first line: a command that tells nothing leaves no folder behind. */
    private synchronized SecurityFile opened() throws IOException {
        if (file == null) file = new SecurityFile(folder, keepDays);
        return file;
    }

    private static @Nullable UUID person() {
        return Tenancy.current().map(Scope::person).orElse(null);
    }

    private static @Nullable UUID organization() {
        return Tenancy.current().map(Scope::tenant).orElse(null);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "-");
        } catch (UnknownHostException nameless) {
            return "-";
        }
    }
}
