package org.daywatch.platform.web.patience;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.daywatch.platform.web.patience.UnfinishedRequests.One;
import org.jspecify.annotations.Nullable;

/** A connection of the web port, and what is still missing of the request on it. */
final class PatientConnection {

    private final SocketWrapperBase<?> socket;
    private final String network;
    private final UnfinishedRequests unfinished;
    private final PatienceSettings settings;
    private final int usualTimeout;
    private final long since;
    private volatile boolean asked;
    private volatile @Nullable One one;
    private boolean served;
    private boolean shortened;
    private long headersAt;
    private long size;
    private long came;

    /** @param usualTimeout Tomcat's own, between two bytes */
    PatientConnection(SocketWrapperBase<?> socket, String network, UnfinishedRequests unfinished,
            PatienceSettings settings, int usualTimeout) {
        this.socket = socket;
        this.network = network;
        this.unfinished = unfinished;
        this.settings = settings;
        this.usualTimeout = usualTimeout;
        this.since = unfinished.now();
    }

    boolean quietFor(Duration time) {
        return !asked && unfinished.now() - since > time.toNanos();
    }

    /** Bytes came. Where a request has begun already they change nothing. */
    void asks() {
        asked = true;
        if (one != null) return;
        served = false;
        one = unfinished.began(network, socket::close, settings.head().toNanos());
    }

    /** @param size of the body as the headers say, -1 where they do not; 0: there is none */
    void headersCame(long size) {
        served = true;
        this.size = size;
        came = 0;
        headersAt = unfinished.now();
        if (size == 0) whole();
        else bodyUntil();
    }

    /** Its worker has come back. @param more whether it waits for the rest of the headers */
    void back(boolean more) {
        if (served || !more) whole();
    }

    void whole() {
        var known = one;
        if (known == null) return;
        unfinished.whole(known);
        one = null;
        if (shortened) socket.setReadTimeout(usualTimeout);
        shortened = false;
    }

    /** The body as it is read: each byte counts, and the worker waits for none after the deadline. */
    InputBuffer watching(InputBuffer body) {
        return new InputBuffer() {

            @Override
            public int doRead(ApplicationBufferHandler into) throws IOException {
                bodyUntil();
                int read = body.doRead(into);
                if (read > 0) came += read;
                if (read < 0 || size >= 0 && came >= size) whole();
                return read;
            }

            @Override
            public int available() {
                return body.available();
            }
        };
    }

    private void bodyUntil() {
        var known = one;
        if (known == null) return;
        known.until(headersAt + settings.bodyNanos(came, size));
        long millis = Math.max(1, known.left(unfinished.now()) / 1_000_000);
        socket.setReadTimeout(usualTimeout > 0 ? Math.min(usualTimeout, millis) : millis);
        shortened = true;
    }
}
