package org.daywatch.bench.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.daywatch.emergencies.lane.LaneProof;

/**
 * Beside the screens: a third of these send headers, a third a press, a byte in four seconds each, and a third read
 * theirs of a stream a byte at a time. Whoever is ended comes again at once.
 */
final class SlowClients implements AutoCloseable {

    private static final long TICK_MILLIS = 4_000;

    private final int port;
    private final String token;
    private final Socket[] sockets;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::run);
    private volatile boolean on;
    private volatile int connected;
    private long ended;

    /** @param token of somebody at the school, for those who read */
    SlowClients(int port, int many, String token) {
        this.port = port;
        this.token = token;
        this.sockets = new Socket[many];
        thread.start();
    }

    interface Measured {
        AlertBench.Round round(int i) throws Exception;
    }

    /** Each round without them, then with them. @return by whether they were there */
    Map<Boolean, List<AlertBench.Round>> inTurn(int rounds, Measured measured) throws Exception {
        var found = Map.<Boolean, List<AlertBench.Round>>of(true, new ArrayList<>(), false, new ArrayList<>());
        for (int i = 0; i < rounds; i++) {
            end();
            Thread.sleep(500); // what their coming and going costs is over
            found.get(false).add(measured.round(i));
            begin();
            Thread.sleep(500);
            found.get(true).add(measured.round(i));
        }
        return found;
    }

    /** Returns once all are there and have said how they begin. */
    private void begin() throws InterruptedException {
        on = true;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (connected < sockets.length && System.nanoTime() < until) Thread.sleep(20);
        if (connected < sockets.length) throw new IllegalStateException(connected + " slow clients are there");
    }

    private void end() throws InterruptedException {
        on = false;
        while (connected > 0) Thread.sleep(20);
    }

    /** How often one of them was cut off. */
    long ended() {
        return ended;
    }

    private void run() {
        long next = 0;
        try {
            while (true) {
                boolean ticks = System.nanoTime() >= next;
                if (ticks) next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
                int there = 0;
                for (int i = 0; i < sockets.length; i++) {
                    if (!on) leave(i);
                    else if (sockets[i] == null) come(i);
                    else if (ticks && !trickles(i)) {
                        ended++;
                        leave(i);
                    }
                    if (sockets[i] != null) there++;
                }
                connected = there;
                Thread.sleep(10);
            }
        } catch (InterruptedException closed) {
            for (int i = 0; i < sockets.length; i++) leave(i);
        }
    }

    private void come(int i) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(2048);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.1." + (1 + i % 250)), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2000);
            socket.setSoTimeout(1);
            socket.getOutputStream().write(beginning(i).getBytes(StandardCharsets.US_ASCII));
            sockets[i] = socket;
        } catch (IOException refused) {
            // at the next turn
        }
    }

    private String beginning(int i) {
        return switch (i % 3) {
            case 0 -> "GET /lane/health HTTP/1.1\r\nHost: lane\r\nX-Slow: ";
            case 1 -> "POST /lane/presses HTTP/1.1\r\nHost: lane\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: 1000\r\n\r\n{\"school\":\"" + LaneProof.SCHOOL;
            default -> "GET /lane/stream HTTP/1.1\r\nHost: lane\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        };
    }

    /** @return false: it has ended */
    private boolean trickles(int i) {
        try {
            if (i % 3 < 2) sockets[i].getOutputStream().write('a');
            return sockets[i].getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException nothingYet) {
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    private void leave(int i) {
        try {
            if (sockets[i] != null) sockets[i].close();
            sockets[i] = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
