package org.daywatch._story;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network between two programs that can be lost in the ways networks are: silently, when whatever either side still
 * writes is swallowed and nobody says goodbye; or by a reset. A proxy that stands before nothing takes connections and
 * never answers.
 */
public final class SilentProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean swallows;
    private volatile boolean resets;

    /** @param behind port on this machine; 0: nothing */
    public SilentProxy(int behind) throws IOException {
        this.behind = behind;
        this.swallows = behind == 0;
        this.door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing passes, either way; connections stay open. */
    public void swallow() {
        swallows = true;
    }

    /** From now on who comes is reset at once. */
    public void reset() {
        resets = true;
    }

    private void take() {
        try {
            while (true) {
                var client = door.accept();
                if (resets) {
                    client.setSoLinger(true, 0);
                    client.close();
                    continue;
                }
                sockets.add(client);
                if (behind == 0) {
                    Thread.ofVirtual().start(() -> pass(client, null));
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            }
        } catch (IOException closed) {
            // it is over
        }
    }

    /** Reads on while it swallows: the writer notices nothing. */
    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream()) {
            for (int n; (n = in.read(buffer)) >= 0;) {
                if (!swallows) to.getOutputStream().write(buffer, 0, n);
            }
            if (!swallows) to.close();
        } catch (IOException gone) {
            // either end has gone; the other learns of it only from what it is told
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : sockets) socket.close();
    }
}
