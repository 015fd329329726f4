package org.daywatch.bench.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process of its own that keeps many sockets open, from addresses 127.0.0.2 and up, and notes when each of them has read which alert.
 * Arguments: port, file with what each socket says first (one per line, blanks escaped). Says {@code open MILLIS} when all are
 * connected and greeted, {@code got ALERT P50 P99 LAST} (monotonic nanoseconds) when all have an alert, after {@code storm} on its input
 * {@code back MILLIS} when all are connected again, after {@code cpu} its CPU milliseconds.
 */
public final class StreamClient {

    private static final byte[] MARK = "\"alert\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 36;
    private static final int PER_ADDRESS = 1000;
    private static final int AT_ONCE = 256;

    private final int port;
    private final List<String> hellos;
    private final Map<String, long[]> times = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final byte[] bytes = new byte[1 << 16];
    private Selector selector;
    private SocketChannel[] sockets;
    private int next;
    private int connecting;
    private int greeted;
    private long began;
    private String word = "open";

    private StreamClient(int port, List<String> hellos) {
        this.port = port;
        this.hellos = hellos;
    }

    private static final class Reader {
        boolean greeted;
        final byte[] rest = new byte[MARK.length + ID];
        int kept;
    }

    public static void main(String[] arguments) throws IOException {
        var hellos = Files.readAllLines(Path.of(arguments[1])).stream().map(String::translateEscapes).toList();
        var client = new StreamClient(Integer.parseInt(arguments[0]), hellos);
        Thread.ofPlatform().daemon().start(client::listen);
        client.run();
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null; ) {
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
            selector.select(200);
            for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                var key = keys.next();
                keys.remove();
                if (key.isValid()) ready(key);
            }
            for (String command; (command = commands.poll()) != null; ) obey(command);
        }
    }

    private void begin() {
        sockets = new SocketChannel[hellos.size()];
        next = 0;
        connecting = 0;
        greeted = 0;
        began = System.nanoTime();
    }

    private void obey(String command) throws IOException {
        if (command.equals("cpu")) {
            long nanos = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
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
        if (socket.connect(new InetSocketAddress("127.0.0.1", port))) hello(socket.register(selector, SelectionKey.OP_READ, new Reader()), i);
        else socket.register(selector, SelectionKey.OP_CONNECT, i);
    }

    private void hello(SelectionKey key, int i) throws IOException {
        ((SocketChannel) key.channel()).write(ByteBuffer.wrap(hellos.get(i).getBytes(StandardCharsets.US_ASCII)));
    }

    private void ready(SelectionKey key) throws IOException {
        var socket = (SocketChannel) key.channel();
        if (key.isConnectable()) {
            int i = (Integer) key.attachment();
            socket.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            key.attach(new Reader());
            hello(key, i);
            return;
        }
        buffer.clear();
        int read = socket.read(buffer);
        long now = System.nanoTime();
        if (read < 0) {
            System.out.println("ended");
            key.cancel();
            socket.close();
            return;
        }
        var reader = (Reader) key.attachment();
        if (!reader.greeted) greet(reader);
        System.arraycopy(reader.rest, 0, bytes, 0, reader.kept);
        buffer.flip().get(bytes, reader.kept, Math.min(read, bytes.length - reader.kept));
        scan(reader, Math.min(bytes.length, reader.kept + read), now, socket);
    }

    private void greet(Reader reader) {
        reader.greeted = true;
        connecting--;
        if (++greeted == hellos.size()) System.out.println(word + " " + (System.nanoTime() - began) / 1_000_000);
    }

    private void scan(Reader reader, int length, long now, SocketChannel socket) throws IOException {
        if (startsWith(PING, 0, length)) socket.write(ByteBuffer.wrap("PONG\r\n".getBytes(StandardCharsets.US_ASCII)));
        int from = 0;
        for (int i = 0; i + MARK.length + ID <= length; i++) {
            if (!startsWith(MARK, i, length)) continue;
            got(new String(bytes, i + MARK.length, ID, StandardCharsets.US_ASCII), now);
            i += MARK.length + ID - 1;
            from = i + 1;
        }
        int keep = Math.min(length - from, MARK.length + ID - 1);
        System.arraycopy(bytes, length - keep, reader.rest, 0, keep);
        reader.kept = keep;
    }

    private boolean startsWith(byte[] what, int at, int length) {
        return at + what.length <= length && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
    }

    private void got(String alert, long now) {
        int count = counts.merge(alert, 1, Integer::sum);
        if (count > hellos.size()) return; // said again to whoever came back
        var own = times.computeIfAbsent(alert, a -> new long[hellos.size()]);
        own[count - 1] = now;
        if (count < own.length) return;
        times.remove(alert);
        System.out.println("got " + alert + " " + own[own.length / 2] + " " + own[Math.min(own.length - 1, own.length * 99 / 100)] + " " + own[own.length - 1]);
    }
}
