package org.daywatch.emergencies.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch._story.Story;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.persistence.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Eight people who write all the time, each act in a transaction of its own with its line in the audit; whoever is
 * refused tries something else at once.
 */
final class OrdinaryWork {

    private static final int PEOPLE = 8;

    final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    /** When, by {@link System#nanoTime}. */
    final ConcurrentHashMap<UUID, Long> acknowledgedAt = new ConcurrentHashMap<>();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());
    private final ConcurrentLinkedQueue<Long> moments = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private final Story story;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private volatile boolean over;

    OrdinaryWork(ApplicationContext app) {
        story = app.getBean(Story.class);
        audit = app.getBean(AuditLog.class);
        jdbc = app.getBean(JdbcClient.class);
        for (int i = 0; i < PEOPLE; i++) people.add(Thread.ofPlatform().start(this::work));
    }

    private void work() {
        while (!over) {
            var id = Ids.next();
            try {
                story.run(LaneProof.AGENCY, () -> audit.act("Worked", "work " + id, Map.of()));
                acknowledged.add(id);
                long now = System.nanoTime();
                acknowledgedAt.put(id, now);
                moments.add(now);
                lastAcknowledged.accumulateAndGet(now, Math::max);
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                refused.incrementAndGet();
            }
        }
    }

    /** @return the longest time in which nobody's work was acknowledged */
    Duration end() throws InterruptedException {
        over = true;
        for (var person : people) person.join(Duration.ofSeconds(40));
        var all = moments.stream().sorted().toList();
        long longest = 0;
        for (int i = 1; i < all.size(); i++) longest = Math.max(longest, all.get(i) - all.get(i - 1));
        return Duration.ofNanos(longest);
    }

    Set<UUID> stored() {
        return new HashSet<>(story.as(LaneProof.AGENCY,
                () -> jdbc.sql("select substr(subject, 6)::uuid from platform.audit_line where action = 'Worked'")
                        .query(UUID.class).list()));
    }
}
