package org.daywatch.platform.securitylog;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events on to a collector from a thread of its own: nobody who signs in waits for it. While it is away they wait
 * here, so many of them; what does not fit is counted and stands in the file. Over TLS the collector's certificate must
 * carry the host's name.
 */
final class SyslogWay implements AutoCloseable {

    static final int ROOM = 10_000;
    private static final Logger log = LoggerFactory.getLogger(SyslogWay.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration LAST = Duration.ofSeconds(2);

    private final SyslogAddress to;
    private final SSLSocketFactory secure;
    private final BlockingQueue<SyslogMessage> waiting;
    private final AtomicLong lost = new AtomicLong();
    private final Thread sender;
    private final long pauseMillis;
    private volatile boolean away;
    private volatile boolean closing;
    private @Nullable Socket socket;

    SyslogWay(SyslogAddress to) {
        this(to, (SSLSocketFactory) SSLSocketFactory.getDefault(), ROOM, 5_000);
    }

    /** @param room so many wait @param pauseMillis between two tries to reach the collector */
    SyslogWay(SyslogAddress to, SSLSocketFactory secure, int room, long pauseMillis) {
        this.to = to;
        this.secure = secure;
        this.waiting = new ArrayBlockingQueue<>(room);
        this.pauseMillis = pauseMillis;
        this.sender = Thread.ofPlatform().daemon().name("syslog").start(this::go);
    }

    void take(SyslogMessage message) {
        if (!waiting.offer(message)) lost.incrementAndGet();
    }

    /** Not handed on since the start, because too many waited. */
    long lost() {
        return lost.get();
    }

    int waiting() {
        return waiting.size();
    }

    boolean away() {
        return away;
    }

    private void go() {
        try {
            while (!closing || !waiting.isEmpty()) deliver(waiting.take());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    private void deliver(SyslogMessage message) throws InterruptedException {
        while (true) {
            try {
                send(message);
                if (away) log.info("security events are forwarded to {} again; {} could not wait", to, lost);
                away = false;
                return;
            } catch (IOException e) {
                hangUp();
                if (!away) log.warn("security events cannot be forwarded to {}: {}; they wait", to, e.toString());
                away = true;
                Thread.sleep(pauseMillis);
            }
        }
    }

    private void send(SyslogMessage message) throws IOException {
        if (to.way() == SyslogAddress.Way.UDP) {
            byte[] bytes = message.bytes();
            try (var socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(to.host()), to.port()));
            }
            return;
        }
        var open = connected();
        // A collector that has gone is noticed at the second write only; it says nothing, so its end is what can be read.
        if (open.getInputStream().available() == 0 && ended(open)) throw new IOException("the collector hung up");
        open.getOutputStream().write(message.counted());
        open.getOutputStream().flush();
    }

    /** @return whether the other side has closed; a collector never writes */
    private static boolean ended(Socket open) throws IOException {
        open.setSoTimeout(1);
        try {
            return open.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillThere) {
            return false;
        }
    }

    private Socket connected() throws IOException {
        var now = socket;
        if (now != null) return now;
        var plain = new Socket();
        socket = plain;
        plain.connect(new InetSocketAddress(to.host(), to.port()), CONNECT_MILLIS);
        plain.setKeepAlive(true);
        if (to.way() == SyslogAddress.Way.TCP) return plain;
        plain.setSoTimeout(CONNECT_MILLIS);
        var over = (SSLSocket) secure.createSocket(plain, to.host(), to.port(), true);
        socket = over;
        var parameters = over.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        over.setSSLParameters(parameters);
        over.startHandshake();
        return over;
    }

    private void hangUp() {
        var open = socket;
        socket = null;
        if (open == null) return;
        try {
            open.close();
        } catch (IOException gone) {
            log.debug("the collector was gone already", gone);
        }
    }

    /** What waits is tried for a moment. */
    @Override
    public void close() {
        closing = true;
        long end = System.nanoTime() + LAST.toNanos();
        try {
            while (!waiting.isEmpty() && !away && System.nanoTime() < end) Thread.sleep(10);
            sender.interrupt();
            sender.join(LAST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
