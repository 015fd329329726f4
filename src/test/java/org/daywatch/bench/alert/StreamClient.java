package org.daywatch.bench.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process of its own that keeps many sockets open, from addresses 127.0.0.2 and up, and notes when each of them has
 * read which alert. Arguments: port, file with what each socket says first (one per line, blanks escaped). Says
 * {@code open MILLIS} when all are connected and greeted, {@code got ALERT P50 P99 LAST} (monotonic nanoseconds) when
 * all have an alert, after {@code storm} on its input {@code back MILLIS NANOS} when all are connected again, each with
 * the number it heard last; whoever is refused tries again. After {@code cpu} its CPU milliseconds.
 */
public final class StreamClient {

    private static final byte[] MARK = "\"alert\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "\nid: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 36;
    private static final int PER_ADDRESS = 1000;
    private static final int AT_ONCE = 256;
    private static final int PAUSE_MILLIS = 20;

    private final int port;
    private final List<String> hellos;
    private final Map<String, Told> alerts = new HashMap<>();
    /**
     * The one that was read last, which most of the others read next: as little work as possible beside what is
     * measured.
     */
    private Told last;
    private final ArrayDeque<Integer> again = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final byte[] bytes = new byte[1 << 16];
    private Selector selector;
    private SocketChannel[] sockets;
    private final long[] lastIds;
    private int next;
    private int connecting;
    private int greeted;
    private long began;
    private String word = "open";

    private StreamClient(int port, List<String> hellos) {
        this.port = port;
        this.hellos = hellos;
        this.last = new Told("");
        this.lastIds = new long[hellos.size()];
    }

    private static final class Reader {
        final int number;
        boolean greeted;
        final byte[] rest = new byte[MARK.length + ID];
        int kept;

        Reader(int number) {
            this.number = number;
        }
    }

    public static void main(String[] arguments) throws IOException {
        var hellos = Files.readAllLines(Path.of(arguments[1])).stream().map(String::translateEscapes).toList();
        var client = new StreamClient(Integer.parseInt(arguments[0]), hellos);
        Thread.ofPlatform().daemon().start(client::listen);
        client.run();
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null;) {
                commands.add(line);
                selector.wakeup();
            }
        } catch (IOException e) {
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException {
        selector = Selector.open();
        begin();
        while (true) {
            while (connecting < AT_ONCE && next < hellos.size()) connect(next++);
            for (int i = again.size(); i > 0 && connecting < AT_ONCE; i--) connect(again.poll());
            selector.select(this::carefully, again.isEmpty() ? 200 : PAUSE_MILLIS);
            for (String command; (command = commands.poll()) != null;) obey(command);
        }
    }

    /** A server that is away refuses or resets: whoever was about to come tries again. */
    private void carefully(SelectionKey key) {
        if (!key.isValid()) return;
        boolean waiting = !(key.attachment() instanceof Reader reader) || !reader.greeted;
        int number = key.attachment() instanceof Reader reader ? reader.number : (Integer) key.attachment();
        try {
            if (ready(key)) return;
        } catch (IOException away) {
            // as when it ends
        }
        key.cancel();
        close(key.channel());
        if (!waiting) return;
        connecting--;
        again.add(number);
    }

    private static void close(Channel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        again.clear();
        sockets = new SocketChannel[hellos.size()];
        next = 0;
        connecting = 0;
        greeted = 0;
        began = System.nanoTime();
    }

    private void obey(String command) throws IOException {
        if (command.equals("cpu")) {
            long nanos = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
                    .getOperatingSystemMXBean()).getProcessCpuTime();
            System.out.println("cpu " + nanos / 1_000_000);
        } else if (command.equals("storm")) {
            for (var socket : sockets) socket.close();
            word = "back";
            begin();
        }
    }

    private void connect(int i) throws IOException {
        var socket = SocketChannel.open();
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        socket.bind(new InetSocketAddress("127.0.0." + (2 + i / PER_ADDRESS), 0));
        sockets[i] = socket;
        connecting++;
        if (socket.connect(new InetSocketAddress("127.0.0.1", port)))
            hello(socket.register(selector, SelectionKey.OP_READ, new Reader(i)), i);
        else
            socket.register(selector, SelectionKey.OP_CONNECT, i);
    }

    private void hello(SelectionKey key, int i) throws IOException {
        String hello = lastIds[i] > 0 && hellos.get(i).startsWith("GET ")
                ? hellos.get(i).replaceFirst("\r\n\r\n$", "\r\nLast-Event-ID: " + lastIds[i] + "\r\n\r\n")
                : hellos.get(i);
        ((SocketChannel) key.channel()).write(ByteBuffer.wrap(hello.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @return false: it has ended */
    private boolean ready(SelectionKey key) throws IOException {
        var socket = (SocketChannel) key.channel();
        if (key.isConnectable()) {
            int i = (Integer) key.attachment();
            socket.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            key.attach(new Reader(i));
            hello(key, i);
            return true;
        }
        buffer.clear();
        int read = socket.read(buffer);
        long now = System.nanoTime();
        if (read < 0) return false;
        var reader = (Reader) key.attachment();
        if (!reader.greeted) greet(reader);
        System.arraycopy(reader.rest, 0, bytes, 0, reader.kept);
        buffer.flip().get(bytes, reader.kept, Math.min(read, bytes.length - reader.kept));
        scan(reader, Math.min(bytes.length, reader.kept + read), now, socket);
        return true;
    }

    private void greet(Reader reader) {
        reader.greeted = true;
        connecting--;
        if (++greeted == hellos.size())
            System.out.println(word + " " + (System.nanoTime() - began) / 1_000_000 + " " + System.nanoTime());
    }

    private void scan(Reader reader, int length, long now, SocketChannel socket) throws IOException {
        if (startsWith(PING, 0, length)) socket.write(ByteBuffer.wrap("PONG\r\n".getBytes(StandardCharsets.US_ASCII)));
        int from = 0;
        for (int i = 0; i + MARK.length + ID <= length; i++) {
            byte here = bytes[i];
            if (here == NUMBER[0] && startsWith(NUMBER, i, length))
                lastIds[reader.number] = number(i + NUMBER.length, length, lastIds[reader.number]);
            if (here != MARK[0] || !startsWith(MARK, i, length)) continue;
            got(reader.number, told(i + MARK.length), now);
            i = end(i + MARK.length + ID, length) - 1; // what a line says beyond its alert is not read
            from = i + 1;
        }
        int keep = Math.min(length - from, MARK.length + ID - 1);
        System.arraycopy(bytes, length - keep, reader.rest, 0, keep);
        reader.kept = keep;
    }

    /** Where this line ends, or what is there of it. */
    private int end(int at, int length) {
        int i = at;
        while (i < length && bytes[i] != '\n') i++;
        return i;
    }

    private boolean startsWith(byte[] what, int at, int length) {
        return at + what.length <= length && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
    }

    /**
     * Where its end is not there yet the one before stands: they are told a little more when they come back, and
     * nothing less.
     */
    private long number(int at, int length, long before) {
        long number = 0;
        for (int i = at; i < length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') return i == at ? before : Math.max(before, number);
            number = number * 10 + bytes[i] - '0';
        }
        return before;
    }

    /** An alert and when it was read by which socket; one that is told twice counts once. */
    private final class Told {

        final byte[] id;
        final BitSet by = new BitSet(hellos.size());
        final long[] at = new long[hellos.size()];
        int count;

        Told(String id) {
            this.id = id.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Told told(int at) {
        if (Arrays.equals(bytes, at, at + ID, last.id, 0, last.id.length)) return last;
        last = alerts.computeIfAbsent(new String(bytes, at, ID, StandardCharsets.US_ASCII), Told::new);
        return last;
    }

    private void got(int socket, Told alert, long now) {
        if (alert.by.get(socket)) return; // said again to whoever came back
        alert.by.set(socket);
        var own = alert.at;
        own[alert.count++] = now;
        if (alert.count < own.length) return;
        System.out.println("got " + new String(alert.id, StandardCharsets.US_ASCII) + " " + own[own.length / 2] + " "
                + own[Math.min(own.length - 1, own.length * 99 / 100)] + " " + own[own.length - 1]);
    }
}
