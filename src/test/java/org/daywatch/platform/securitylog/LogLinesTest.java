package org.daywatch.platform.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What others say begins no line of the console's log that looks like one of ours. */
class LogLinesTest {

    private static final String FORGED = "2026-11-17T16:40:00.000Z  INFO --- [main] o.d.SignIn : the administrator signed in";

    @Test
    void neitherAMessageNorAFaultForgesALine() throws IOException {
        for (var end : List.of("\n", "\r", "\r\n", "\u2028", "\u0085", "\n\n", "\nCaused by: x\n", "\n\tat x\n")) {
            assertThat(lines("refused: x" + end + FORGED, null)).as("a message").hasSize(1);
            var failure = new IllegalStateException("x" + end + FORGED,
                    new IllegalArgumentException("y" + end + FORGED));
            assertThat(lines("incident", failure)).as("a fault with " + end)
                    .noneMatch(line -> line.startsWith("2026-11-17"))
                    .anyMatch(line -> line.startsWith("\tat org.daywatch"))
                    .anyMatch(line -> line.startsWith("Caused by: "));
        }
    }

    private static List<String> lines(String message, Throwable failure) throws IOException {
        var context = new LoggerContext();
        var pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern(String.valueOf(new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml")).getFirst()
                .getProperty("logging.pattern.console")));
        pattern.start();
        var event = new LoggingEvent("here", context.getLogger("org.daywatch.Here"), Level.INFO, message, failure,
                null);
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allMatch(status -> status.getLevel() < ch.qos.logback.core.status.Status.WARN);
        return new String(pattern.encode(event), StandardCharsets.UTF_8).lines().toList();
    }
}
