package org.daywatch.emergencies.lane.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.daywatch.platform.copy.RestoredCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the machine is encrypted and shows who sends it; a start says so before anything is sent. */
class NatsSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nats://127.0.0.1:4222", "127.0.0.1:4222", "nats://localhost:4222,nats://127.0.0.2:4222",
                    "nats://[::1]:4222", "tls://daywatch:secret@10.0.0.5:4222",
                    "tls://daywatch:secret@10.0.0.5:4222, tls://daywatch:secret@10.0.0.6:4222"})
    void thisMachineAndEncryptedOnesWithAUserAreTaken(String url) {
        assertThat(new NatsSettings(url, 1, "daywatch").safe().url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nats://10.0.0.5:4222", "nats://daywatch:secret@10.0.0.5:4222", "10.0.0.5:4222",
            "tls://10.0.0.5:4222", "nats://127.0.0.1:4222,nats://10.0.0.5:4222"})
    void anotherMachineInClearOrWithoutAUserIsRefusedWithWhatToWrite(String url) {
        assertThatThrownBy(() -> new NatsSettings(url, 1, "daywatch").safe()).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("DAYWATCH_NATS_URL", "10.0.0.5", "tls://USER:PASSWORD@10.0.0.5:4222")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRestoredCopySpeaksUnderSubjectsOfItsOwnAndAPrefixIsAWord(@TempDir Path data) throws Exception {
        RestoredCopy.mark(data, Instant.parse("2026-08-03T13:00:00Z"));
        var settings = new NatsSettings("", 1, "daywatch");
        assertThat(settings.of(RestoredCopy.none()).prefix()).isEqualTo("daywatch");
        assertThat(settings.of(new RestoredCopy(data, "")).safe().prefix()).startsWith("daywatch-copy-");
        assertThatThrownBy(() -> new NatsSettings("", 1, "daywatch.>").safe())
                .hasMessageContaining("DAYWATCH_NATS_PREFIX: daywatch.>");
    }
}
