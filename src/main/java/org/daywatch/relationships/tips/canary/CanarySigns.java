package org.daywatch.relationships.tips.canary;

import java.util.List;
import java.util.Locale;
import org.daywatch.platform.operations.Sign;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.springframework.stereotype.Component;

/** Whether the house's own tip came through, where this node takes any. */
@Component
class CanarySigns implements Sign.Source {

    private final Canary canary;
    private final RingBeat beat;

    CanarySigns(Canary canary, RingBeat beat) {
        this.canary = canary;
        this.beat = beat;
    }

    @Override
    public List<Sign> signs() {
        if (!beat.isRunning()) return List.of();
        var state = canary.state();
        return List.of(new Sign("tipcanary.sign", "tipcanary." + state.name().toLowerCase(Locale.ROOT), "/operations",
                state.isBad() ? Tone.BAD : state == Canary.State.NONE ? Tone.INFO : Tone.GOOD, true));
    }
}
