package org.daywatch.emergencies.lane.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.drain.Stored;
import org.daywatch.emergencies.lane.spool.EntryText;
import org.daywatch.emergencies.lane.spool.Spool;
import org.daywatch.emergencies.lane.spool.SpoolLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Accepts. One thread takes whatever waits, writes it with one fdatasync, lets the listeners hear each entry, answers,
 * and hands on to the {@link Drainer}. Whatever the database does, this does not wait for it.
 */
@Component
public class LaneLog {

    private static final Logger log = LoggerFactory.getLogger(LaneLog.class);
    private static final int MOST_AT_ONCE = 512;
    private static final int REMEMBERED = 100_000;

    private final List<LaneListener> listeners;
    private final Drainer drainer;
    private final Spool spool;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Map<Key, CompletableFuture<Accepted>> known = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private @Nullable SecondLog second;
    private @Nullable Thread writer;
    private volatile boolean running;

    @Autowired
    LaneLog(ObjectProvider<LaneListener> listeners, Drainer drainer, LaneSettings settings,
            @Value("${daywatch.database.directory}") Path database) {
        this(listeners.orderedStream().toList(), drainer, settings, database);
    }

    public LaneLog(List<LaneListener> listeners, Drainer drainer, LaneSettings settings, Path database) {
        this.listeners = listeners;
        this.drainer = drainer;
        this.spool = Spool.in(settings.folder(database).resolve("spool"), settings.segmentBytes(),
                settings.ballastBytes());
    }

    /** @param alert the alert the entry belongs to */
    public record Accepted(UUID id, Instant at, UUID alert) {}

    /** The entry is on no disk; nobody may be told that it was accepted. */
    public static final class NotAccepted extends Exception {
        NotAccepted(Throwable cause) {
            super("the lane's log cannot be written", cause);
        }
    }

    /** A log on other machines, written beside the spool and before anybody is answered. */
    public interface SecondLog {
        /** Returns when they are there, or after a short while where it does not answer. */
        void write(List<LaneEntry> entries);
    }

    private record Key(UUID agency, UUID id) {
        static Key of(LaneEntry entry) {
            return new Key(entry.agency(), entry.id());
        }
    }

    private record Waiting(LaneEntry entry, String text, CompletableFuture<Accepted> answer) {}

    public void writeAlsoTo(SecondLog second) {
        this.second = second;
    }

    /** Reads what an earlier run left: listeners hear what was not yet in the database, and it is drained. */
    public void start() {
        var left = spool.open();
        listeners.forEach(LaneLog::begin);
        var answers = new LinkedHashMap<Key, UUID>();
        for (var line : left.lines())
            EntryText.Told.read(line.text()).ifPresent(t -> answers.put(new Key(t.agency(), t.id()), t.alert()));
        for (var line : left.lines()) {
            EntryText.read(line.text()).ifPresent(entry -> {
                boolean unstored = !left.isStored(line);
                UUID alert = unstored
                        ? hear(entry, LaneListener::heardAgain)
                        : answers.getOrDefault(Key.of(entry), entry.id());
                known.put(Key.of(entry),
                        CompletableFuture.completedFuture(new Accepted(entry.id(), entry.acceptedAt(), alert)));
                if (unstored) drainer.add(line.sequence(), entry);
                else if (!left.isSettled(line)) drainer.keep(left.server(), line.sequence(), entry);
            });
        }
        running = true;
        writer = Thread.ofPlatform().name("lane-log").daemon().start(this::write);
        drainer.start(new Stored() {
            @Override
            public void upTo(long sequence, Set<Long> except) {
                spool.stored(sequence, except);
            }

            @Override
            public void settled(long sequence, String server) {
                spool.settled(sequence, server);
            }
        }, left.stored(), left.except());
    }

    private static void begin(LaneListener listener) {
        try {
            listener.begin();
        } catch (RuntimeException e) {
            log.error("{} could not bring what stands into memory", listener.getClass().getSimpleName(), e);
        }
    }

    /** The answer to an entry with this id that was sent before, or is being written now; null where there was none. */
    public @Nullable CompletableFuture<Accepted> find(UUID agency, UUID id) {
        synchronized (known) {
            return known.get(new Key(agency, id));
        }
    }

    /**
     * The same id again gets the same answer, and no second line. Completes with {@link NotAccepted} when it cannot be
     * made durable.
     */
    public CompletableFuture<Accepted> accept(LaneEntry entry) {
        var answer = new CompletableFuture<Accepted>();
        synchronized (known) {
            var before = known.putIfAbsent(Key.of(entry), answer);
            if (before != null) return before;
            if (known.size() > REMEMBERED) forgetOldest();
        }
        if (!running) refuse(entry, answer, new IOException("the lane is closed"));
        else waiting.add(new Waiting(entry, EntryText.of(entry), answer));
        return answer;
    }

    private void forgetOldest() {
        var oldest = known.entrySet().iterator();
        if (oldest.next().getValue().isDone()) oldest.remove();
    }

    private void refuse(LaneEntry entry, CompletableFuture<Accepted> answer, Throwable why) {
        synchronized (known) {
            known.remove(Key.of(entry));
        }
        answer.completeExceptionally(new NotAccepted(why));
    }

    private void write() {
        var batch = new ArrayList<Waiting>();
        while (running || !waiting.isEmpty()) {
            try {
                batch.clear();
                var first = waiting.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (first == null) continue;
                batch.add(first);
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                accept(batch);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("entries of the lane could not be handled", e);
                batch.forEach(one -> refuse(one.entry(), one.answer(), e));
            }
        }
    }

    private void accept(List<Waiting> batch) {
        List<SpoolLine> lines;
        try {
            var texts = new ArrayList<>(batch.stream().map(Waiting::text).toList());
            texts.addAll(told); // answers of the batch before; they need no haste
            lines = spool.append(texts);
            told.clear();
        } catch (IOException e) {
            batch.forEach(one -> refuse(one.entry(), one.answer(), e));
            return;
        }
        if (second != null) second.write(batch.stream().map(Waiting::entry).toList());
        for (int i = 0; i < batch.size(); i++) {
            var entry = batch.get(i).entry();
            UUID alert = hear(entry, LaneListener::heard);
            if (!alert.equals(entry.id())) told.add(new EntryText.Told(entry.agency(), entry.id(), alert).text());
            batch.get(i).answer().complete(new Accepted(entry.id(), entry.acceptedAt(), alert));
            drainer.add(lines.get(i).sequence(), entry);
        }
    }

    /** An entry that another node accepted: heard here too, and known by its id. False where it was known. */
    public boolean hearFromOutside(LaneEntry entry) {
        synchronized (known) {
            if (known.containsKey(Key.of(entry))) return false;
            known.put(Key.of(entry),
                    CompletableFuture.completedFuture(new Accepted(entry.id(), entry.acceptedAt(), entry.id())));
        }
        UUID alert = hear(entry, LaneListener::heardFromOutside);
        synchronized (known) {
            known.put(Key.of(entry),
                    CompletableFuture.completedFuture(new Accepted(entry.id(), entry.acceptedAt(), alert)));
        }
        return true;
    }

    /** Whatever a listener does wrong, what is on disk was accepted. */
    private synchronized UUID hear(LaneEntry entry, BiFunction<LaneListener, LaneEntry, UUID> how) {
        UUID alert = null;
        for (var listener : listeners) {
            try {
                UUID said = how.apply(listener, entry);
                if (alert == null) alert = said;
            } catch (RuntimeException e) {
                log.error("{} could not hear entry {}", listener.getClass().getSimpleName(), entry.id(), e);
            }
        }
        if (alert == null) return entry instanceof LaneEntry.Ack ack ? ack.alert() : entry.id();
        if (entry instanceof LaneEntry.Press press) name(press, alert);
        return alert;
    }

    private void name(LaneEntry.Press press, UUID alert) {
        for (var listener : listeners) {
            try {
                listener.named(press, alert);
            } catch (RuntimeException e) {
                log.error("{} could not take press {} for alert {}", listener.getClass().getSimpleName(), press.id(),
                        alert, e);
            }
        }
    }

    public boolean full() {
        return spool.full();
    }

    public boolean low() {
        return spool.low();
    }

    /** @return of the disk that presses are written to, in percent; empty where the system does not say */
    public OptionalInt diskUsed() {
        return spool.diskUsed();
    }

    /** What was taken is written; what cannot be drained within the time stays on disk for the next start. */
    public void stop(Duration patience) throws IOException, InterruptedException {
        running = false;
        if (writer == null) return;
        writer.join(patience);
        drainer.stop(patience);
        spool.close();
    }
}
