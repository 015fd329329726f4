package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.daywatch.Daywatch;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.time.DemoClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.util.FileSystemUtils;

/**
 * The demonstration as it was told, for each application a copy of its own: to tell it takes a minute and more, and
 * every one of them tells the same. It is told by whoever needs it first, and again once a class of the application is
 * another one. At the start of each application the morning on which the demonstration opens begins anew.
 */
public final class ToldOnce extends FreshDatabase {

    private static final Path TOLD = Path.of("target/told").toAbsolutePath();
    private static final Path OF = TOLD.resolve("of");
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        super.initialize(context);
        var own = context.getEnvironment().getRequiredProperty("daywatch.database.directory");
        try {
            tell();
            copy(TOLD.resolve("home") + "/.", own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.addApplicationListener((ApplicationListener<ContextRefreshedEvent>) refreshed -> ((DemoClock) refreshed
                .getApplicationContext().getBean(Clock.class))
                .runFrom(DemoStory.TODAY.atTime(DemoStory.OPENS_AT).atZone(DemoStory.ZONE).toInstant()));
    }

    private static synchronized void tell() throws IOException {
        Files.createDirectories(TOLD);
        try (var lock = FileChannel.open(TOLD.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            String classes = stateOf(CLASSES);
            if (Files.exists(OF) && Files.readString(OF).equals(classes)) return;
            Files.deleteIfExists(OF);
            var home = TOLD.resolve("home");
            FileSystemUtils.deleteRecursively(home);
            new SpringApplicationBuilder(Daywatch.class)
                    .run("--server.port=0", "--daywatch.demo=true", "--daywatch.database.durable=false",
                            "--daywatch.timers=false", "--daywatch.tips.slots=32", "--daywatch.tips.reserve=8",
                            "--daywatch.database.directory=" + home)
                    .close();
            Files.writeString(OF, classes); // last: what is there whole has it
        }
    }

    /** With its owners and permissions, which PostgreSQL insists on. */
    private static void copy(String from, String to) throws IOException {
        try {
            if (new ProcessBuilder("cp", "-a", from, to).inheritIO().start().waitFor() != 0)
                throw new IOException("the demonstration cannot be copied to " + to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many files there are and when the last one of them was written. */
    private static String stateOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var written = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().lastModified())
                    .summaryStatistics();
            return written.getCount() + " " + written.getMax();
        }
    }
}
