package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.daywatch._story.SelfSigned;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * A certificate that ends: somebody renews it without haste, in haste, or too late.
 *
 * <p>F-26 of docs/security.
 */
class ServingCertificateTest {

    private static ServingCertificate served(Path chain, Duration before) throws IOException {
        var loaded = new ServingCertificate(chain.toUri().toString(), new DefaultResourceLoader(), Clock.systemUTC());
        var now = Clock.fixed(loaded.ends().orElseThrow().minus(before), ZoneOffset.UTC);
        return new ServingCertificate(chain.toUri().toString(), new DefaultResourceLoader(), now);
    }

    @Test
    void operationsSaysTheDaysThatAreLeftAndHowPressingItIs(@TempDir Path folder) throws Exception {
        var chain = SelfSigned.in(folder).chain();
        for (var said : List.of(new Sign("operations.certificate", "200", "/operations", Tone.GOOD),
                new Sign("operations.certificate", "30", "/operations", Tone.WARN),
                new Sign("operations.certificate", "7", "/operations", Tone.BAD),
                new Sign("operations.certificate", "0", "/operations", Tone.BAD))) {
            var left = Duration.ofDays(Integer.parseInt(said.figure())).plusHours(1);
            assertThat(served(chain, left).signs()).containsExactly(said);
        }
        assertThat(served(chain, Duration.ofHours(-30)).signs())
                .containsExactly(new Sign("operations.certificate.over", "2", "/operations", Tone.BAD));
    }

    @Test
    void ofAChainTheOneThatEndsFirstCounts(@TempDir Path one, @TempDir Path other, @TempDir Path both)
            throws Exception {
        var first = SelfSigned.in(one).chain();
        Thread.sleep(1100); // its last second is another
        var second = SelfSigned.in(other).chain();
        var chain = Files.writeString(both.resolve("chain.pem"), Files.readString(second) + Files.readString(first));
        var loader = new DefaultResourceLoader();
        assertThat(new ServingCertificate(chain.toUri().toString(), loader, Clock.systemUTC()).ends())
                .isEqualTo(new ServingCertificate(first.toUri().toString(), loader, Clock.systemUTC()).ends());
    }

    @Test
    void behindAProxyThereIsNothingToSayAndAFileThatIsNoneIsNamed(@TempDir Path folder) throws Exception {
        assertThat(new ServingCertificate("", new DefaultResourceLoader(), Clock.systemUTC()).signs()).isEmpty();
        var none = Files.writeString(folder.resolve("none.pem"), "no certificate");
        assertThatThrownBy(() -> new ServingCertificate(none.toUri().toString(), new DefaultResourceLoader(),
                Clock.systemUTC())).hasMessageContaining("none.pem");
    }
}
