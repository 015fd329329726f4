package org.daywatch.emergencies.lane.http;

import java.time.Clock;
import org.daywatch.emergencies.lane.bus.LaneBus;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.streams.Streams;
import org.springframework.stereotype.Component;

/** How the lane is, for whoever keeps it running and for the balancer before it. */
@Component
class LaneHealth {

    private final LaneLog log;
    private final Drainer drainer;
    private final Streams streams;
    private final LaneBus bus;
    private final Clock clock;

    LaneHealth(LaneLog log, Drainer drainer, Streams streams, LaneBus bus, Clock clock) {
        this.log = log;
        this.drainer = drainer;
        this.streams = streams;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * @param at by this clock; a device whose own is wrong signs with it
     * @param accepting whether the last press could be made durable
     * @param disk ok; low: the reserve is given up, make room; full: presses are refused
     * @param database up or away, as the last attempt to store showed
     * @param waiting entries accepted and not yet in the database
     * @param bus off, up or away
     */
    record Now(String at, boolean accepting, String disk, String database, int waiting, int streams, String bus) {}

    Now now() {
        return new Now(clock.instant().toString(), !log.full(), log.full() ? "full" : log.low() ? "low" : "ok",
                drainer.away() ? "away" : "up", drainer.waiting(), streams.open(), bus.state());
    }
}
