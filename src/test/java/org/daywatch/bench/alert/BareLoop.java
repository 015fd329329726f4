package org.daywatch.bench.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The least a server can do: one thread that writes the same bytes to every socket, one after the other. No HTTP, no
 * token, no disk. Argument: port. A line on its input is sent to all; the monotonic time before the first write is
 * printed.
 */
public final class BareLoop {

    private static final ConcurrentLinkedQueue<String> LINES = new ConcurrentLinkedQueue<>();

    private BareLoop() {}

    public static void main(String[] arguments) throws IOException {
        var selector = Selector.open();
        var door = ServerSocketChannel.open();
        door.configureBlocking(false);
        door.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 4096);
        door.register(selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon().start(() -> listen(selector));
        var all = new ArrayList<SocketChannel>();
        var hello = ByteBuffer.allocate(8192);
        while (true) {
            selector.select();
            for (var key : selector.selectedKeys()) {
                if (key.isAcceptable()) accept(door, selector, all);
                else greet(key, hello);
            }
            selector.selectedKeys().clear();
            for (String line; (line = LINES.poll()) != null;) send(line, all);
        }
    }

    private static void listen(Selector selector) {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line; (line = in.readLine()) != null;) {
                LINES.add(line);
                selector.wakeup();
            }
        } catch (IOException e) {
            System.exit(1);
        }
        System.exit(0);
    }

    private static void accept(ServerSocketChannel door, Selector selector, List<SocketChannel> all)
            throws IOException {
        for (SocketChannel socket; (socket = door.accept()) != null;) {
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            all.add(socket);
        }
    }

    private static void greet(SelectionKey key, ByteBuffer hello) throws IOException {
        var socket = (SocketChannel) key.channel();
        if (socket.read(hello.clear()) < 0) socket.close();
        else socket.write(ByteBuffer.wrap("hello\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void send(String line, List<SocketChannel> all) throws IOException {
        byte[] text = ("id: 1\nevent: alert\ndata: " + line + "\n\n").getBytes(StandardCharsets.UTF_8);
        var shared = ByteBuffer.allocateDirect(text.length).put(text).flip();
        System.out.println("sent " + System.nanoTime());
        all.removeIf(socket -> !socket.isOpen());
        for (var socket : all) socket.write(shared.duplicate());
    }
}
