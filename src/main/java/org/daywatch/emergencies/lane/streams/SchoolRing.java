package org.daywatch.emergencies.lane.streams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told to the screens of one school: the last events for those who come back, and what stands now for those
 * who come anew.
 */
final class SchoolRing {

    private static final int MOST = 256;
    private static final int MOST_PAST = 1000;
    private static final long MERGED = Long.MAX_VALUE;

    final UUID school;
    volatile @Nullable UUID agency;
    volatile @Nullable UUID district;
    private final ArrayDeque<Frame> recent = new ArrayDeque<>();
    /** By event and subject ("alert …"): the last word on each. */
    private final Map<String, Frame> standing = new LinkedHashMap<>();
    /**
     * The last version of alerts that are over, and {@link #MERGED} of those that turned out to be another: what comes
     * late of them is not told as if it were new.
     */
    private final Map<UUID, Long> past = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST_PAST;
        }
    };
    private long lastNanos = System.nanoTime();

    SchoolRing(UUID school) {
        this.school = school;
    }

    /** Whether exactly this was the last word on its subject; from another node also whether something newer was. */
    boolean knows(Subject subject, String json, boolean fromOutside) {
        if (late(subject)) return true;
        var last = standing.get(subject.key());
        if (last == null) return false;
        return Subject.unsigned(last.json()).equals(Subject.unsigned(json))
                || fromOutside && subject.version() < Subject.of(last.event(), last.json()).version();
    }

    private boolean late(Subject subject) {
        if (subject.is(Subject.MERGED)) return false;
        long last = subject.alert().map(past::get).orElse(0L);
        return last == MERGED || subject.is("alert") && subject.version() < last;
    }

    /** @return whether screens were told of this alert and must hear that it is another */
    boolean merge(Subject subject, String json) {
        Subject.into(json).ifPresent(alert -> past.remove(alert, MERGED)); // it may have been taken for the other one before the database decided; what is over stays over
        subject.alert().ifPresent(alert -> past.put(alert, MERGED));
        String alert = subject.key().substring(Subject.MERGED.length());
        standing.remove("reach" + alert);
        return standing.remove("alert" + alert) != null;
    }

    void add(Frame frame, Subject subject) {
        lastNanos = System.nanoTime();
        recent.add(frame);
        if (recent.size() > MOST) recent.poll();
        if (frame.person() != null) return; // what is quiet for one stands for the others
        if (frame.event().equals("quiet")) standing.clear();
        if (subject.key().isEmpty()) return;
        standing.remove(subject.key());
        if (subject.over() && subject.is("alert"))
            subject.alert().ifPresent(alert -> past.put(alert, subject.version()));
        if (!subject.over() && !subject.is(Subject.MERGED)) standing.put(subject.key(), frame);
    }

    /** What stands, and what a reader missed after this id; in order, nothing twice. */
    List<Frame> after(long id, @Nullable UUID person) {
        var frames = new ArrayList<>(standing.values());
        for (var frame : recent) {
            if (frame.id() > id && id > 0 && (frame.person() == null || frame.person().equals(person))
                    && !frames.contains(frame))
                frames.add(frame);
        }
        return frames;
    }

    List<Frame> standing() {
        return List.copyOf(standing.values());
    }

    boolean quietFor(long nanos) {
        return standing.isEmpty() && System.nanoTime() - lastNanos > nanos;
    }
}
