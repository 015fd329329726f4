package org.daywatch.emergencies.webhooks.calls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.daywatch.platform.notifications.RetryAfter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One POST over HTTP/1.1 on a socket of our own: a ready client would resolve the name a second time, after it was
 * checked. The certificate must be the host's; redirects are not followed; of the answer only its head is read, and all
 * of it ends in time.
 */
@Component
public class WebhookCall {

    private static final int LONGEST_HEAD = 16_384;

    private final WebhookAddress addresses;
    private final Clock clock;
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-watch").factory());

    WebhookCall(WebhookAddress addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param retryAfter how long the receiver wants to be left alone; null: it did not say */
    public record Answer(int status, @Nullable Duration retryAfter) {

        public boolean taken() {
            return status / 100 == 2;
        }

        /** It will never take one again. */
        public boolean gone() {
            return status == 410;
        }
    }

    /**
     * @throws IOException when there was no answer: not reached, too slow, no HTTP, or an address that may not be
     * called
     */
    public Answer post(URI to, Map<String, String> headers, String body, Duration patience) throws IOException {
        var address = addresses.resolve(to);
        boolean tls = "https".equalsIgnoreCase(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : tls ? 443 : 80;
        try (var socket = new Socket()) {
            var late = watch.schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
                return talk(tls ? secured(socket, to.getHost(), port) : socket, to, headers, body);
            } catch (IOException e) {
                throw late.isDone() ? new IOException("no answer within " + patience.toSeconds() + " seconds", e) : e;
            } finally {
                late.cancel(false);
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port,
                true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Answer talk(Socket socket, URI to, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String path = (to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath())
                + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + to.getHost()
                + (to.getPort() > 0 ? ":" + to.getPort() : "") + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
        return answer(new BufferedInputStream(socket.getInputStream()));
    }

    private Answer answer(InputStream in) throws IOException {
        for (int left = LONGEST_HEAD;;) {
            String first = line(in, left);
            left -= first.length() + 2;
            if (!first.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?"))
                throw new IOException("what answered speaks no HTTP");
            int status = Integer.parseInt(first.substring(9, 12));
            Duration wish = null;
            for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
                left -= line.length() + 2;
                if (line.toLowerCase(Locale.ROOT).startsWith("retry-after:"))
                    wish = RetryAfter.read(line.substring(12), clock.instant());
            }
            if (status >= 200) return new Answer(status, wish); // 1xx: the real answer is still to come
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the connection ended before the answer");
            if (line.length() >= most) throw new IOException("the head of the answer is too long");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
