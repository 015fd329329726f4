package org.daywatch.emergencies.reach.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch._story.SilentProxy;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One push service takes messages for five hundred people and never answers.
 *
 * <p>F-07 of docs/security.
 */
class HungPushTest {

    private static final byte[] BROWSER = Base64.getUrlDecoder()
            .decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int PEOPLE = 500;
    private static final int THREADS = 16;

    @TempDir Path folder;

    @Test
    void theOtherServiceIsNotHeldUpThreadsAreFewAndEverybodyIsSoonFreeForTheNextWay() throws Exception {
        var lanes = new PushLanes();
        var sender = new PushSender(new PushKey("", folder), () -> "https://daywatch.example", Clock.systemUTC(), lanes,
                PATIENCE);
        var answering = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        answering.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        answering.start();
        try (var hung = new SilentProxy(0)) {
            var refused = new ConcurrentLinkedQueue<PushSender.Said>();
            var taken = new AtomicInteger();
            var all = new CountDownLatch(PEOPLE + 40);
            long began = System.nanoTime();
            var takenAt = new AtomicLong();
            send(lanes, sender, PEOPLE, "127.0.0.1", hung.port(), said -> {
                refused.add(said);
                all.countDown();
            });
            send(lanes, sender, 40, "localhost", answering.getAddress().getPort(), said -> {
                if (said.answer() == PushSender.Answer.TAKEN && taken.incrementAndGet() == 40)
                    takenAt.set((System.nanoTime() - began) / 1_000_000);
                all.countDown();
            });
            int threads = 0;
            while (all.getCount() > 0 && System.nanoTime() - began < 30_000_000_000L) {
                threads = Math.max(threads, (int) Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("push-")).count());
                Thread.sleep(20);
            }
            assertThat(all.await(0, TimeUnit.SECONDS)).as("everybody is told of within half a minute").isTrue();
            System.out.printf(
                    "a push service hangs with %d people: the other took its 40 within %d ms, all of the hung are free for the next way after %d ms, %d threads%n",
                    PEOPLE, takenAt.get(),
                    (System.nanoTime() - began) / 1_000_000, threads);
            assertThat(taken).hasValue(40);
            assertThat(refused).hasSize(PEOPLE).allMatch(said -> said.answer() == PushSender.Answer.REFUSED);
            assertThat(refused.stream().filter(said -> said.said().contains("rests")).count())
                    .as("asked again and again were no more than there are threads")
                    .isGreaterThanOrEqualTo(PEOPLE - 2 * THREADS);
            assertThat(threads).isLessThanOrEqualTo(2 * THREADS);
        } finally {
            answering.stop(0);
        }
    }

    @Test
    void aServiceThatRestsIsAskedByOneAfterHalfAMinuteAndByAllOnceItAnswers() {
        var now = new AtomicLong(5);
        var lanes = new PushLanes(now::get);
        for (int i = 0; i < 3; i++) lanes.unanswered("push.example");
        assertThat(lanes.rests("push.example")).as("three may be chance").isFalse();
        lanes.unanswered("push.example");
        assertThat(lanes.rests("push.example")).isTrue();
        assertThat(lanes.rests("other.example")).isFalse();
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(lanes.rests("push.example")).as("one asks").isFalse();
        assertThat(lanes.rests("push.example")).as("the others wait for what they hear").isTrue();
        lanes.answered("push.example");
        assertThat(lanes.rests("push.example")).isFalse();
    }

    @Test
    void aServiceThatResetsEverybodyIsLeftAloneAsWell() throws Exception {
        var lanes = new PushLanes();
        var sender = new PushSender(new PushKey("", folder), () -> "https://daywatch.example", Clock.systemUTC(), lanes,
                PATIENCE);
        try (var broken = new SilentProxy(0)) {
            broken.reset();
            for (int i = 0; i < 5; i++) {
                var said = sender.send(browser("127.0.0.1", broken.port()), Ids.next(), Ids.next(),
                        Instant.now().plusSeconds(60));
                assertThat(said.answer()).isEqualTo(PushSender.Answer.REFUSED);
                assertThat(said.said().contains("rests")).as("message %d", i).isEqualTo(i == 4);
            }
        }
    }

    private interface Heard {
        void said(PushSender.Said said);
    }

    private static void send(PushLanes lanes, PushSender sender, int people, String host, int port, Heard heard) {
        for (int i = 0; i < people; i++) {
            lanes.of(host).execute(() -> {
                try {
                    heard.said(sender.send(browser(host, port), Ids.next(), Ids.next(), Instant.now().plusSeconds(60)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static Subscription browser(String host, int port) {
        return new Subscription(UUID.randomUUID(), UUID.randomUUID(), URI.create("http://" + host + ":" + port + "/m"),
                BROWSER, new byte[16], "a phone", Instant.now());
    }
}
