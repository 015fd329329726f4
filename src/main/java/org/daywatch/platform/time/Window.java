package org.daywatch.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of real time, start included, end not: back-to-back windows touch and never overlap. */
public record Window(Instant start, Instant end) implements Comparable<Window> {

    private static final Comparator<Window> ORDER = Comparator.comparing(Window::start).thenComparing(Window::end);

    public Window {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("A window must end after it starts: " + start + " to " + end);
        }
    }

    public static Window of(Instant start, Duration length) {
        return new Window(start, start.plus(length));
    }

    /** Empty where {@code start} is not before {@code end}: for arithmetic that may leave nothing. */
    public static Optional<Window> between(Instant start, Instant end) {
        return end.isAfter(start) ? Optional.of(new Window(start, end)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    /** Whole minutes of real, elapsed time: a night that loses an hour is an hour shorter. */
    public long minutes() {
        return length().toMinutes();
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    public boolean contains(Window other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Optional<Window> intersect(Window other) {
        return between(later(start, other.start), earlier(end, other.end));
    }

    /** Both parts, or only this window when the cut does not fall strictly inside it. */
    public List<Window> split(Instant cut) {
        return cut.isAfter(start) && cut.isBefore(end)
                ? List.of(new Window(start, cut), new Window(cut, end))
                : List.of(this);
    }

    public List<Window> minus(Window taken) {
        var rest = new ArrayList<Window>(2);
        between(start, earlier(end, taken.start)).ifPresent(rest::add);
        between(later(start, taken.end), end).ifPresent(rest::add);
        return overlaps(taken) ? List.copyOf(rest) : List.of(this);
    }

    /** What is left of this window when every one of {@code taken} is cut out, in order. */
    public List<Window> minus(Collection<Window> taken) {
        List<Window> rest = List.of(this);
        for (Window cut : taken) {
            rest = rest.stream().flatMap(part -> part.minus(cut).stream()).toList();
        }
        return rest;
    }

    public Window widen(Duration before, Duration after) {
        return new Window(start.minus(before), end.plus(after));
    }

    /** The same time, each moment once: overlapping and touching windows become one. */
    public static List<Window> merge(Collection<Window> windows) {
        var merged = new ArrayList<Window>();
        for (Window next : windows.stream().sorted().toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !next.start.isAfter(last.end)) {
                merged.set(merged.size() - 1, new Window(last.start, later(last.end, next.end)));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    @Override
    public int compareTo(Window other) {
        return ORDER.compare(this, other);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
