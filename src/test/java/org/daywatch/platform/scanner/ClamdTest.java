package org.daywatch.platform.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A-22 of docs/security. */
@Timeout(60)
class ClamdTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aFileIsCleanOnlyWhereTheScannerSaysSo() throws IOException {
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, UnaryOperator.identity());
                var clamd = new Clamd(fake.address(), LONG)) {
            assertThat(scan(clamd, "name,place\nDoor 1,East\n")).isEqualTo(new Scanned.Clean());
            assertThat(scan(clamd, "before " + FakeClamd.EICAR + " after"))
                    .isEqualTo(new Scanned.Infected("Eicar-Test-Signature"));
            assertThat(clamd.answers()).isTrue();
        }
    }

    @Test
    void speaksOverASocketOfThisMachineAsWell(@TempDir Path folder) throws IOException {
        try (var fake = FakeClamd.at(folder.resolve("clamd.ctl")); var clamd = new Clamd(fake.address(), LONG)) {
            assertThat(scan(clamd, "x")).isEqualTo(new Scanned.Clean());
            assertThat(scan(clamd, FakeClamd.EICAR)).isEqualTo(new Scanned.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void fifteenMegabytesGoOverWholeAndWhatStandsAtTheirEndIsFound() throws IOException {
        byte[] large = new byte[15 << 20];
        Arrays.fill(large, (byte) 'a');
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, UnaryOperator.identity());
                var clamd = new Clamd(fake.address(), LONG)) {
            assertThat(clamd.scan(new ByteArrayInputStream(large))).isEqualTo(new Scanned.Clean());
            byte[] eicar = FakeClamd.EICAR.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(eicar, 0, large, large.length - eicar.length, eicar.length);
            assertThat(clamd.scan(new ByteArrayInputStream(large))).isInstanceOf(Scanned.Infected.class);
            assertThat(fake.sizes).containsExactly(large.length, large.length);
        }
    }

    @Test
    void whatIsLargerThanTheScannerTakesIsNotLetIn() throws IOException {
        try (var fake = FakeClamd.overTcp(1 << 20, UnaryOperator.identity());
                var clamd = new Clamd(fake.address(), LONG)) {
            // Whoever hangs up with something unread may take the answer along.
            assertThat(clamd.scan(new ByteArrayInputStream(new byte[3 << 20])))
                    .isInstanceOfAny(Scanned.TooLarge.class, Scanned.Unanswered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "stream: ", "stream: O", "stream: OK FOUND maybe\0", "OK\0", "UNKNOWN COMMAND\0",
            "stream: Can't allocate memory ERROR\0", "HTTP/1.1 200 OK\r\n\r\n", "stream: OK\nstream: X FOUND\0"})
    void whateverElseItAnswersNothingIsLetIn(String answer) throws IOException {
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, right -> answer);
                var clamd = new Clamd(fake.address(), LONG)) {
            assertThat(scan(clamd, "x")).isInstanceOf(Scanned.Unanswered.class);
        }
    }

    @Test
    void whoeverKeepsNoDeadlineHasNotSaidThatItIsClean() throws IOException {
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, FakeClamd.SILENT);
                var clamd = new Clamd(fake.address(), Duration.ofMillis(300))) {
            assertThat(scan(clamd, "x")).isInstanceOf(Scanned.Unanswered.class);
        }
    }

    /** Connections wait to be accepted, and nobody reads. */
    @Test
    void aScannerThatHangsBeforeItReadsEndsWithTheDeadlineToo() throws IOException {
        try (var hung = new ServerSocket(0);
                var clamd = new Clamd(ScannerAddress.of("tcp://127.0.0.1:" + hung.getLocalPort()),
                        Duration.ofMillis(300))) {
            assertThat(clamd.scan(new ByteArrayInputStream(new byte[15 << 20]))).isInstanceOf(Scanned.Unanswered.class);
            assertThat(clamd.answers()).isFalse();
        }
    }

    @Test
    void whereNobodyListensNothingIsLetIn(@TempDir Path folder) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var tcp = new Clamd(ScannerAddress.of("tcp://127.0.0.1:" + port), LONG);
                var unix = new Clamd(ScannerAddress.of("unix:" + folder.resolve("none.ctl")), LONG);
                var nowhere = new Clamd(ScannerAddress.of("tcp://scanner.invalid"), LONG)) {
            assertThat(scan(tcp, "x")).isInstanceOf(Scanned.Unanswered.class);
            assertThat(scan(unix, "x")).isInstanceOf(Scanned.Unanswered.class);
            assertThat(scan(nowhere, "x")).isInstanceOf(Scanned.Unanswered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/clamav/clamd.ctl", "localhost:3310", "http://localhost", "unix:clamd.ctl",
            "tcp://a:b@host", "tcp://", "yes"})
    void anAddressThatIsNoneIsRefusedWithWhatToWrite(String typed) {
        assertThatThrownBy(() -> ScannerAddress.of(typed)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unix:/run/clamav/clamd.ctl").hasMessageContaining(typed);
    }

    private static Scanned scan(Clamd clamd, String file) {
        return clamd.scan(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
