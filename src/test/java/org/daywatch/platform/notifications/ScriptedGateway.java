package org.daywatch.platform.notifications;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway for text messages that answers each number as written, and a mail server that takes everything: what is
 * sent by them, and by whom.
 */
public final class ScriptedGateway implements AutoCloseable {

    /** @param status 0: it takes the message and never answers @param retryAfter seconds; empty: no such header */
    public record Answer(int status, String retryAfter) {}

    public record Text(String to, UUID reference, String text) {}

    public final List<Text> texts = new CopyOnWriteArrayList<>();
    /** @param reading where on the site its reader says that they have read it */
    public record Mail(String to, UUID id, String reading) {}

    public final List<Mail> mails = new CopyOnWriteArrayList<>();
    public final List<String> letters = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> script = new HashMap<>();
    private final HttpServer server;
    private final ApplicationContext app;
    private final List<Sender> senders;
    private final DeliveryWorker worker;

    /** @param name under which its receipts are taken */
    public ScriptedGateway(ApplicationContext app, String name, Duration patience) throws IOException {
        this.app = app;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/send", exchange -> {
            var said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split(" ", 3);
            texts.add(new Text(said[0], UUID.fromString(said[1]), said[2]));
            var answer = next(said[0]);
            if (answer.status() == 0) return;
            if (!answer.retryAfter().isEmpty()) exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
        });
        server.start();
        var sms = new SmsSender(
                new SmsSender.Gateway("http://127.0.0.1:" + server.getAddress().getPort() + "/send", "text/plain",
                        Map.of(), "{to} {id} {text}", name, ""),
                app.getBean(JsonMapper.class),
                app.getBean(Clock.class), patience);
        senders = List.of(sms, new Post());
        worker = new DeliveryWorker(app.getBean(DSLContext.class), app.getBean(Clock.class), senders,
                app.getBean(PlatformTransactionManager.class), false, RestoredCopy.none());
    }

    private final class Post implements Sender {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public String gateway() {
            return "post";
        }

        @Override
        public String send(Letter letter) {
            letters.add(letter.address());
            mails.add(new Mail(letter.address(), letter.id(), letter.reading()));
            return "<" + letter.id() + ">";
        }
    }

    private synchronized Answer next(String number) {
        var answers = script.getOrDefault(number, new ArrayDeque<>());
        return answers.isEmpty() ? new Answer(200, "") : answers.remove();
    }

    public synchronized void says(String number, Answer... answers) {
        script.put(number, new ArrayDeque<>(List.of(answers)));
    }

    public DirectDeliveries deliveries() {
        var db = app.getBean(DSLContext.class);
        var notifications = new Notifications(db, app.getBean(Clock.class), app.getBean(OnBehalf.class),
                app.getBean(Live.class), app.getBean(Languages.class), senders,
                app.getBean(org.daywatch.platform.time.HomeZones.class), false);
        return new DirectDeliveries(db, app.getBean(Clock.class), app.getBean(OnBehalf.class), notifications);
    }

    /** What is due for this organization, one after the other. */
    public void work(UUID tenant) {
        Tenancy.run(Scope.system(tenant), worker::deliver);
    }

    /** As every three seconds; returns at once. */
    DeliveryTimers timers() {
        return new DeliveryTimers(app.getBean(Tenants.class), worker);
    }

    public List<String> numbers() {
        return texts.stream().map(Text::to).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
