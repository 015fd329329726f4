package org.daywatch.platform.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks clamd about one file by INSTREAM, on a connection of its own: pieces with their length before them, a piece of
 * none at the end, one line as the answer. Everything together has a deadline; whoever does not keep it has not said
 * that the file is clean.
 */
final class Clamd implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);
    private static final int PIECE = 64 << 10;
    private static final int LONGEST_ANSWER = 1024;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

    private final ScannerAddress at;
    private final Duration deadline;
    private final ScheduledExecutorService ends = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("scanner deadline").factory());

    Clamd(ScannerAddress at, Duration deadline) {
        this.at = at;
        this.deadline = deadline;
    }

    Scanned scan(InputStream file) {
        try {
            return read(ask("zINSTREAM\0", file, deadline));
        } catch (IOException e) {
            log.warn("the scanner at {} did not answer: {}", at, e.toString());
            return new Scanned.Unanswered(e.toString());
        }
    }

    boolean answers() {
        try {
            return ask("zPING\0", null, Duration.ofSeconds(2)).equals("PONG");
        } catch (IOException e) {
            log.debug("the scanner at {} does not answer", at, e);
            return false;
        }
    }

    private static Scanned read(String answer) {
        if (answer.equals("stream: OK")) return new Scanned.Clean();
        var found = FOUND.matcher(answer);
        if (found.matches()) return new Scanned.Infected(found.group(1).replaceAll("[^\\w.()/ -]", "?"));
        if (answer.startsWith("INSTREAM size limit exceeded")) return new Scanned.TooLarge();
        log.warn("the scanner said what is not known: {}", answer.replaceAll("\\p{Cntrl}", "?"));
        return new Scanned.Unanswered(answer);
    }

    private String ask(String command, @org.jspecify.annotations.Nullable InputStream file, Duration within)
            throws IOException {
        try (var channel = at.socket() instanceof InetSocketAddress
                ? SocketChannel.open()
                : SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var end = ends.schedule(() -> giveUp(channel), within.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(at.socket());
                write(channel, ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII)));
                if (file != null) send(channel, file);
                return answer(channel);
            } catch (RuntimeException unresolved) {
                throw new IOException(unresolved);
            } finally {
                end.cancel(false);
            }
        }
    }

    /** Whoever has heard enough hangs up in the middle, and has said why before. */
    private static void send(SocketChannel channel, InputStream file) throws IOException {
        byte[] bytes = new byte[PIECE];
        for (int read; (read = file.readNBytes(bytes, 0, PIECE)) > 0;) {
            try {
                write(channel, ByteBuffer.allocate(4 + read).putInt(read).put(bytes, 0, read).flip());
            } catch (IOException hungUp) {
                if (!channel.isOpen()) throw hungUp;
                return;
            }
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static String answer(SocketChannel channel) throws IOException {
        var said = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.hasRemaining() && channel.read(said) >= 0) {
            int end = said.position();
            if (end > 0 && (said.get(end - 1) == 0 || said.get(end - 1) == '\n')) break;
        }
        return StandardCharsets.UTF_8.decode(said.flip()).toString().replaceAll("[\0\n]+$", "");
    }

    private void giveUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            log.debug("the scanner was gone already", gone);
        }
    }

    @Override
    public void close() {
        ends.shutdownNow();
    }
}
