package org.daywatch.emergencies.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A receiver that does as it is told: one word for each call, 200 when it was told nothing more. */
final class FakeReceiver implements AutoCloseable {

    /** LOST: it took the message and the answer never came. LATE: it answers 200 when it is let go. */
    enum Act {
        OK, LOST, LATE, BUSY, BROKEN, GONE, MOVED
    }

    record Got(Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), "");
        }
    }

    private final HttpServer server;
    private final Deque<Act> script = new ArrayDeque<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    final List<Got> got = new CopyOnWriteArrayList<>();

    FakeReceiver(Act... acts) throws IOException {
        script.addAll(List.of(acts));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/daywatch?from=test";
    }

    void letGo() {
        letGo.countDown();
    }

    private void take(HttpExchange exchange) throws IOException {
        Act act;
        synchronized (script) {
            act = script.isEmpty() ? Act.OK : script.removeFirst();
        }
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        got.add(new Got(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = switch (act) {
            case OK -> 200;
            case LATE -> late();
            case LOST -> 0;
            case BUSY -> 429;
            case BROKEN -> 500;
            case GONE -> 410;
            case MOVED -> 307;
        };
        if (act == Act.BUSY) exchange.getResponseHeaders().add("Retry-After", "120");
        if (act == Act.MOVED)
            exchange.getResponseHeaders().add("Location",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere");
        if (status > 0) exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int late() {
        try {
            letGo.await();
            return 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    @Override
    public void close() {
        letGo.countDown();
        server.stop(0);
    }
}
