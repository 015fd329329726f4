package org.daywatch.emergencies.lane.bus;

import org.springframework.stereotype.Component;

/** The other nodes of this installation. */
@Component
public class LaneBus {

    /** off, up or away */
    public String state() {
        return "off";
    }
}
