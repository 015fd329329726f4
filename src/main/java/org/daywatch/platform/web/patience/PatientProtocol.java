package org.daywatch.platform.web.patience;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.daywatch.platform.identity.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's own HTTP with a deadline for each request. Its time-outs begin anew with each byte, those of a TLS handshake
 * too, so that a byte in fifteen seconds keeps a thread for ever.
 */
public final class PatientProtocol extends Http11NioProtocol {

    private static final ThreadLocal<@Nullable PatientConnection> CURRENT = new ThreadLocal<>();

    private final Map<SocketWrapperBase<NioChannel>, PatientConnection> known = new ConcurrentHashMap<>();
    private @Nullable UnfinishedRequests unfinished;
    private PatienceSettings settings;
    private boolean byAddress;
    private @Nullable ScheduledExecutorService rounds;

    /** Whose request this thread is serving. */
    static @Nullable PatientConnection current() {
        return CURRENT.get();
    }

    /** @param byAddress whether the other end of a connection is whoever asks */
    void watch(UnfinishedRequests requests, PatienceSettings patience, boolean byAddress) {
        this.settings = patience;
        this.byAddress = byAddress;
        this.unfinished = requests;
        getEndpoint().setHandler(new Watching(getHandler()));
    }

    @Override
    public void start() throws Exception {
        super.start();
        if (unfinished == null) return;
        rounds = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("web-patience").daemon().factory());
        rounds.scheduleWithFixedDelay(this::round, 500, 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (rounds != null) rounds.shutdownNow();
        super.stop();
    }

    /** Also those that have sent nothing yet, or are in the middle of a handshake: no worker knows them. */
    private void round() {
        for (var socket : getEndpoint().getConnections())
            if (known.computeIfAbsent(socket, this::connection).quietFor(settings.quiet())) socket.close();
        known.keySet().removeIf(SocketWrapperBase::isClosed);
        unfinished.endOverdue();
    }

    private PatientConnection connection(SocketWrapperBase<NioChannel> socket) {
        return new PatientConnection(socket, byAddress ? Limits.one(socket.getRemoteAddr()) : "proxy", unfinished,
                settings, getConnectionTimeout());
    }

    private final class Watching implements Handler<NioChannel> {

        private final Handler<NioChannel> next;

        Watching(Handler<NioChannel> next) {
            this.next = next;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            var connection = known.computeIfAbsent(socket, PatientProtocol.this::connection);
            if (event == SocketEvent.OPEN_READ) connection.asks();
            CURRENT.set(connection);
            SocketState state = SocketState.CLOSED;
            try {
                state = next.process(socket, event);
                return state;
            } finally {
                CURRENT.remove();
                connection.back(state == SocketState.LONG);
            }
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            var gone = known.remove(socket);
            if (gone != null) gone.whole();
            next.release(socket);
        }

        @Override
        public Object getGlobal() { return next.getGlobal(); }

        @Override
        public void pause() {
            next.pause();
        }

        @Override
        public void recycle() {
            next.recycle();
        }
    }
}
