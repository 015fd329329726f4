package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.SilentProxy;
import org.daywatch.platform.outgoing.MailWay;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that takes the connection and never speaks, and one that resets it. Letters have a thread of their own
 * per way, so what is bounded here bounds them all.
 *
 * <p>F-07 of docs/security.
 */
class HungMailTest {

    @Test
    void aSilentServerIsGivenUpAndAResetIsSaidAtOnce() throws Exception {
        try (var silent = new SilentProxy(0)) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> sender(silent.port(), 700).send(letter())).isInstanceOf(Sender.NotSent.class);
            assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds").isBetween(600L, 10_000L);
            silent.reset();
            began = System.nanoTime();
            assertThatThrownBy(() -> sender(silent.port(), 20_000).send(letter())).isInstanceOf(Sender.NotSent.class);
            assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds").isLessThan(10_000L);
        }
    }

    /** The claim on a letter outlives the longest sending, else it would be sent twice. */
    @Test
    void asShippedASilentServerIsGivenUpBeforeTheLongestSendingIsOver() throws Exception {
        var times = Pattern.compile("mail\\.smtp\\.(connectiontimeout|timeout|writetimeout): (\\d+)")
                .matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
        var longest = times.results().mapToLong(time -> Long.parseLong(time.group(2))).toArray();
        assertThat(longest).hasSize(3);
        assertThat(longest[0] + longest[1]).as("connected, and then nothing").isLessThanOrEqualTo(30_000);
    }

    private static EmailSender sender(int port, int patienceMillis) throws java.io.IOException {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        var properties = new Properties();
        for (String which : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty("mail.smtp." + which, Integer.toString(patienceMillis));
        mail.setJavaMailProperties(properties);
        return new EmailSender(() -> Optional.of(new MailWay.Mail(mail, "daywatch@daywatch.example")),
                "https://daywatch.example", "mail", new Texts());
    }

    private static Sender.Letter letter() {
        return new Sender.Letter(UUID.randomUUID(), "robin.alder@daywatch.example", "Alert", "Get out.", "/alerts",
                null);
    }
}
