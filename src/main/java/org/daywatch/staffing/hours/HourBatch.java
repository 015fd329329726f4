package org.daywatch.staffing.hours;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.StaffingEvent.HoursTaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours of many officers at once, in a handful of statements: what {@link HourCommands#record} does for one entry.
 * Whoever is taken then is left out and named by absence; the others are in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HourBatch {

    private final HourBatchStore rows;
    private final BusyTimes busy;
    private final HourStore hours;
    private final Facts facts;
    private final Clock clock;

    HourBatch(HourBatchStore rows, BusyTimes busy, HourStore hours, Facts facts, Clock clock) {
        this.rows = rows;
        this.busy = busy;
        this.hours = hours;
        this.facts = facts;
        this.clock = clock;
    }

    public record Entry(UUID officer, UUID person, UUID department, HourKind kind, Window window, boolean planned,
            UUID sourceId) {}

    /** @return by source, the ids of those that were taken in; the others meet a commitment */
    public Map<UUID, UUID> record(Collection<Entry> entries, String source) {
        var ids = entries.stream()
                .collect(Collectors.toMap(Entry::sourceId, e -> Ids.next(), (a, b) -> a, LinkedHashMap::new));
        busy.queue(entries.stream().map(Entry::person).toList());
        var absent = entries.stream().filter(e -> HourKind.ABSENT.contains(e.kind())).toList();
        var others = entries.stream().filter(e -> !HourKind.ABSENT.contains(e.kind())).toList();
        rows.insert(absent, ids, source);
        var parts = new LinkedHashMap<UUID, BusyTimes.Taken>();
        var leave = rows.absences(others);
        for (Entry e : others) {
            if (!e.kind().isWorked()) continue;
            var worked = e.kind() == HourKind.DUTY
                    ? e.window().minus(leave.getOrDefault(e.officer(), List.of()))
                    : List.of(e.window());
            parts.put(ids.get(e.sourceId()), new BusyTimes.Taken(e.person(), worked));
        }
        var refused = busy.reserveAll(parts);
        var taken = others.stream().filter(e -> !refused.contains(ids.get(e.sourceId()))).toList();
        rows.insert(taken, ids, source);
        var fresh = new HashSet<>(ids.values());
        rows.dutyUnder(absent).stream().filter(id -> !fresh.contains(id)).forEach(hours::recut);
        others.stream().filter(e -> refused.contains(ids.get(e.sourceId()))).forEach(e -> ids.remove(e.sourceId()));
        if (!ids.isEmpty()) {
            facts.tell(new HoursTaken(Tenancy.tenant(), Ids.next(), clock.instant(), ids.size(),
                    (int) entries.stream().map(Entry::officer).distinct().count(), source));
        }
        return ids;
    }
}
