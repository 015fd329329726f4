package org.daywatch.platform.operations;

import java.util.List;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.springframework.stereotype.Component;

/** Open screens of this node, and whether it had to tell some to ask again now and then. */
@Component
class LiveSigns implements Sign.Source {

    private final Live live;

    LiveSigns(Live live) {
        this.live = live;
    }

    @Override
    public List<Sign> signs() {
        return List.of(new Sign(live.full() ? "operations.live.full" : "operations.live.open",
                Integer.toString(live.listening()), "/operations", live.full() ? Tone.WARN : Tone.GOOD));
    }
}
