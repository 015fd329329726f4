package org.daywatch.platform.securitylog;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A line an event, appended and flushed; a new file each day and after 50 MB, older ones packed, a gigabyte at most:
 * somebody who knocks a million times does not fill the disk.
 */
final class SecurityFile {

    static final String NAME = "security.jsonl";

    private final RollingFileAppender<String> appender = new RollingFileAppender<>();

    /** @param keepDays older files go @throws IOException when the folder cannot be made or written to */
    SecurityFile(Path folder, int keepDays) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var context = new LoggerContext(); // of its own: a process may hold several installations
        appender.setContext(context);
        appender.setName("security");
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(new Lines());
        var policy = new SizeAndTimeBasedRollingPolicy<String>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve("security.%d{yyyy-MM-dd, UTC}.%i.jsonl.gz").toString());
        policy.setMaxFileSize(new FileSize(50L << 20));
        policy.setMaxHistory(keepDays);
        policy.setTotalSizeCap(new FileSize(1L << 30));
        policy.setCleanHistoryOnStart(true);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.start();
        if (!appender.isStarted()) throw new IOException("cannot write " + folder.resolve(NAME));
    }

    void write(String line) {
        appender.doAppend(line);
    }

    void close() {
        appender.stop();
    }

    private static final class Lines extends EncoderBase<String> {

        @Override
        public byte @Nullable [] headerBytes() { return null; }

        @Override
        public byte[] encode(String line) {
            return (line + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte @Nullable [] footerBytes() { return null; }
    }
}
