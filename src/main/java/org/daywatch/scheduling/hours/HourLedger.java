package org.daywatch.scheduling.hours;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * All hours of one officer: duty, overtime, court, leave and every off-duty job, worked and planned. Hours of leave,
 * sickness, suspension or comp time displace the duty they fall on: it was rostered and will not be worked. Remembers
 * what it has counted, so one ledger belongs to one thread.
 */
public final class HourLedger {

    private final List<HourEntry> entries;
    private final @Nullable HourLedger base; // this ledger is that one and one entry more
    private final Map<Set<HourKind>, WorkTime> counted = new HashMap<>();

    private HourLedger(List<HourEntry> entries, @Nullable HourLedger base) {
        this.entries = entries;
        this.base = base;
    }

    public static HourLedger of(Collection<HourEntry> entries) {
        return new HourLedger(entries.stream().sorted(Comparator.comparing(HourEntry::window)).toList(), null);
    }

    public static HourLedger empty() {
        return of(List.of());
    }

    /** The ledger as it would be with one more job; what is already known of this one is not worked out again. */
    public HourLedger with(HourEntry added) {
        if (!HourKind.OFF_DUTY.contains(added.kind()))
            return of(Stream.concat(entries.stream(), Stream.of(added)).toList());
        return new HourLedger(appended(added), this);
    }

    public List<HourEntry> entries() {
        return entries;
    }

    public WorkTime work(Set<HourKind> kinds) {
        return counted.computeIfAbsent(kinds, this::count);
    }

    /** Hours in which they are elsewhere, or recorded as ill or suspended. */
    public Optional<HourEntry> standingInTheWayOf(Window window) {
        return entries.stream().filter(e -> e.window().overlaps(window))
                .filter(e -> e.kind().barsOtherWork() || worked(e).anyMatch(w -> w.overlaps(window))).findFirst();
    }

    private WorkTime count(Set<HourKind> kinds) {
        if (base == null) {
            return WorkTime
                    .of(entries.stream().filter(e -> kinds.contains(e.kind())).flatMap(this::countedPart).toList());
        }
        var added = entries.getLast();
        var before = base.work(kinds);
        return kinds.contains(added.kind()) ? before.plus(added.window()) : before;
    }

    private Stream<Window> countedPart(HourEntry entry) {
        return entry.kind().isWorked() ? worked(entry) : Stream.of(entry.window());
    }

    private Stream<Window> worked(HourEntry entry) {
        if (!entry.kind().isWorked()) return Stream.empty();
        if (entry.kind() != HourKind.DUTY) return Stream.of(entry.window());
        return entry.window().minus(entries.stream().filter(e -> HourKind.ABSENT.contains(e.kind()))
                .map(HourEntry::window).filter(entry.window()::overlaps).toList()).stream();
    }

    private List<HourEntry> appended(HourEntry added) {
        var all = new ArrayList<HourEntry>(entries.size() + 1);
        all.addAll(entries);
        all.add(added);
        return all;
    }
}
