package org.daywatch.platform.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One open stream: a short queue that others fill and one thread of its own that empties it. Whoever cannot keep up is
 * cut.
 */
final class LiveClient {

    private static final byte[] PING = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = new byte[0];
    private static final int QUEUE = 64;
    private static final long HEARTBEAT_SECONDS = 15; // a reader who has gone away is noticed at the next write only

    final UUID tenant;
    final UUID person;
    final UUID session;
    /** From where it came. */
    final String address;
    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean closed;
    private long sent;

    LiveClient(UUID tenant, UUID person, UUID session, String address) {
        this.tenant = tenant;
        this.person = person;
        this.session = session;
        this.address = address;
    }

    private record Frame(long id, byte[] bytes) {}

    /** @return false when the queue is full: the reader is too slow */
    boolean offer(long id, byte[] bytes) {
        return closed || queue.offer(new Frame(id, bytes));
    }

    /** It was closed before it began: no more streams are kept. */
    boolean turnedAway() {
        return closed;
    }

    /** Ends the stream; what is still queued is not written, the reader comes back and resumes by id. */
    void close() {
        closed = true;
        queue.clear();
        queue.offer(new Frame(Long.MAX_VALUE, CLOSE));
    }

    static byte[] frame(long id, String topic) {
        return ("id: " + id + "\nevent: " + topic + "\ndata: " + id + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes what was missed, then whatever comes, until the stream is closed or the reader has gone. */
    void write(OutputStream out, ArrayDeque<LiveEvents.Ring> missed, byte[] greeting)
            throws IOException, InterruptedException {
        out.write(greeting);
        for (var ring : missed) send(out, new Frame(ring.id(), frame(ring.id(), ring.topic())));
        out.flush();
        while (!closed) {
            var frame = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (frame == null) out.write(PING);
            for (; frame != null; frame = queue.poll()) {
                if (closed || frame.bytes() == CLOSE) return;
                send(out, frame);
            }
            out.flush();
        }
    }

    private void send(OutputStream out, Frame frame) throws IOException {
        if (frame.id() <= sent) return; // already replayed
        out.write(frame.bytes());
        sent = frame.id();
    }
}
