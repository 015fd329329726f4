package org.daywatch._story;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;

/**
 * A process of its own: officers accept one post after the other, and what was acknowledged is written down, until
 * somebody kills it.
 */
public final class AcceptingUntilKilled {

    private static final int OFFICERS = 4;

    private AcceptingUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        var app = WholeApp.start(Path.of(arguments[0]));
        var acknowledged = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        var day = new PostedDay(app);
        var acceptances = app.getBean(Acceptances.class);
        var hour = new AtomicInteger();
        for (int i = 1; i <= OFFICERS; i++) {
            var officer = day.officer("Officer Number " + i);
            Thread.ofPlatform().start(() -> {
                while (true) {
                    UUID post = day.post(
                            Instant.parse("2026-08-04T00:00:00Z").plus(Duration.ofMinutes(5L * hour.getAndIncrement())),
                            Duration.ofMinutes(5));
                    UUID shift = Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                            () -> acceptances.accept(officer.person(), post));
                    write(acknowledged, day.cast.agency() + " " + shift + " " + post + "\n");
                }
            });
        }
    }

    private static synchronized void write(FileChannel to, String line) {
        try {
            to.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            to.force(false);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
