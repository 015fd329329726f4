package org.daywatch.staffing.hours;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.StaffingEvent.HoursRecorded;
import org.daywatch.staffing.StaffingEvent.HoursRemoved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hours that take a person's time and the time itself are written together or not at all. */
@Component
@Transactional
public class HourCommands {

    /** Nobody plans or recalls hours a year and more away; a wrong year is a slip of the finger. */
    private static final Duration NEAR = Duration.ofDays(400);
    static final Duration LONGEST = Duration.ofDays(35);
    private final HourStore store;
    private final BusyTimes busy;
    private final Facts facts;
    private final Clock clock;

    HourCommands(HourStore store, BusyTimes busy, Facts facts, Clock clock) {
        this.store = store;
        this.busy = busy;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID record(UUID officer, HourKind kind, Window window, boolean planned, String source,
            @Nullable UUID sourceId) {
        if (window.length().compareTo(LONGEST) > 0) {
            throw new InvalidInput("end", window.end().toString(), "officers.error.long");
        }
        var now = clock.instant();
        if (window.start().isBefore(now.minus(NEAR)) || window.end().isAfter(now.plus(NEAR)))
            throw new InvalidInput("start", window.start().toString(), "standing.error.far");
        var file = store.file(officer);
        var id = Ids.next();
        if (kind.isWorked())
            busy.reserve(file.person(), kind == HourKind.DUTY ? store.worked(officer, window) : List.of(window), id);
        store.insert(file, new HourStore.Row(id, officer, new HourEntry(kind, window, planned), source), sourceId);
        if (HourKind.ABSENT.contains(kind)) freeDutyUnder(officer, window);
        facts.tell(new HoursRecorded(Tenancy.tenant(), id, now, officer, kind.name(), window, source));
        return id;
    }

    /** The same, where the address names the officer too. */
    public void remove(UUID officer, UUID id) {
        if (!store.exists(officer, id)) throw new NotFound("hour entry " + id);
        remove(id);
    }

    /** Hours of shifts are removed by what happens to the shift, not here. */
    public void remove(UUID id) {
        var row = store.findOwn(id).orElseThrow(() -> new NotFound("hour entry " + id));
        store.delete(id);
        busy.release(id);
        var window = row.entry().window();
        if (HourKind.ABSENT.contains(row.entry().kind())) freeDutyUnder(row.officerId(), window);
        facts.tell(new HoursRemoved(Tenancy.tenant(), id, clock.instant(), row.officerId(), row.entry().kind().name(),
                window));
    }

    private void freeDutyUnder(UUID officer, Window changed) {
        store.list(officer, changed).stream().filter(row -> row.entry().kind() == HourKind.DUTY).map(HourStore.Row::id)
                .forEach(store::recut);
    }
}
