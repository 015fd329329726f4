package org.daywatch.platform.scanner;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Speaks clamd's side of INSTREAM and PING as clamd's own page of the manual has it: knows the test file of EICAR, and
 * hangs up on whoever speaks otherwise.
 */
final class FakeClamd implements AutoCloseable {

    /** In two pieces, so that no scanner takes this file for one. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    /** Whoever wants no answer at all. */
    static final UnaryOperator<String> SILENT = said -> "\1";

    private final ServerSocketChannel server;
    private final int limit;
    private final UnaryOperator<String> answers;
    final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    private FakeClamd(ServerSocketChannel server, int limit, UnaryOperator<String> answers) {
        this.server = server;
        this.limit = limit;
        this.answers = answers;
        Thread.ofVirtual().start(this::serve);
    }

    /** @param answers what it says in place of the right answer */
    static FakeClamd overTcp(int limit, UnaryOperator<String> answers) throws IOException {
        return new FakeClamd(
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), limit,
                answers);
    }

    static FakeClamd at(Path socket) throws IOException {
        return new FakeClamd(
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)),
                Integer.MAX_VALUE, UnaryOperator.identity());
    }

    ScannerAddress address() {
        try {
            return server.getLocalAddress() instanceof InetSocketAddress tcp
                    ? ScannerAddress.of("tcp://127.0.0.1:" + tcp.getPort())
                    : ScannerAddress.of("unix:" + server.getLocalAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> hear(caller));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void hear(SocketChannel caller) {
        try (caller) {
            var in = new DataInputStream(Channels.newInputStream(caller));
            String said = answers.apply(answer(in));
            if (said.equals("\1")) {
                in.read(); // until the caller hangs up
                return;
            }
            var bytes = ByteBuffer.wrap(said.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) caller.write(bytes);
        } catch (IOException gone) {
            // the caller's test says what it expected
        }
    }

    private String answer(DataInputStream in) throws IOException {
        String command = command(in);
        if (command.equals("PING")) return "PONG\0";
        if (!command.equals("INSTREAM")) return "UNKNOWN COMMAND\0";
        var window = new StringBuilder();
        int size = 0;
        boolean found = false;
        for (int piece; (piece = in.readInt()) != 0;) {
            if (piece < 0 || piece > 1 << 20) throw new IOException("no piece has " + piece + " bytes");
            size += piece;
            if (size > limit) return "INSTREAM size limit exceeded. ERROR\0";
            window.append(new String(in.readNBytes(piece), StandardCharsets.ISO_8859_1));
            found |= window.indexOf(EICAR) >= 0;
            window.delete(0, Math.max(0, window.length() - EICAR.length()));
        }
        sizes.add(size);
        return found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
    }

    /** With the letter before it that says how commands end. */
    private static String command(DataInputStream in) throws IOException {
        if (in.readByte() != 'z') throw new IOException("a command that does not end with nought");
        var said = new StringBuilder();
        for (int c; (c = in.read()) != 0;) {
            if (c < 0) throw new EOFException();
            said.append((char) c);
        }
        return said.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
