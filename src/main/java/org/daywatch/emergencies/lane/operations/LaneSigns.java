package org.daywatch.emergencies.lane.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.emergencies.lane.bus.LaneBus;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.operations.Sign;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Presses that wait for the database, or that it refuses; the disk they are on; the bus to the other nodes. Of this
 * node, whoever asks.
 */
@Component
class LaneSigns implements Sign.Source {

    static final String HERE = "/operations/lane";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Drainer drainer;
    private final LaneLog log;
    private final LaneBus bus;
    private final Clock clock;
    private final int alarmPercent;

    /** @param alarmPercent of the disk in use: from here on somebody makes room, long before the reserve is needed */
    LaneSigns(Drainer drainer, LaneLog log, LaneBus bus, Clock clock,
            @Value("${daywatch.lane.disk-alarm-percent:80}") int alarmPercent) {
        this.alarmPercent = alarmPercent;
        this.drainer = drainer;
        this.log = log;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public List<Sign> signs() {
        var signs = new ArrayList<Sign>();
        int refused = drainer.aside().size();
        signs.add(new Sign("lane.sign.refused", Integer.toString(refused), HERE, refused == 0 ? Tone.GOOD : Tone.BAD));
        signs.add(new Sign("lane.sign.waiting", Integer.toString(drainer.waiting()), HERE,
                late() ? Tone.BAD : Tone.GOOD));
        log.diskUsed().ifPresent(used -> signs.add(disk(used, alarmPercent)));
        if (log.full()) signs.add(new Sign("lane.sign.disk.full", "!", HERE, Tone.BAD));
        else if (log.low()) signs.add(new Sign("lane.sign.disk.low", "!", HERE, Tone.WARN));
        if (bus.state().equals("away")) signs.add(new Sign("lane.sign.bus.away", "!", HERE, Tone.WARN));
        if (bus.refused() > 0)
            signs.add(new Sign("lane.sign.bus.refused", Long.toString(bus.refused()), HERE, Tone.WARN));
        return signs;
    }

    static Sign disk(int used, int alarmPercent) {
        return new Sign("lane.sign.disk.used", used + "%", HERE, used >= alarmPercent ? Tone.WARN : Tone.GOOD);
    }

    private boolean late() {
        Instant now = clock.instant();
        return drainer.oldest().map(at -> Duration.between(at, now).compareTo(LONG) > 0).orElse(false);
    }
}
