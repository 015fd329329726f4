package org.daywatch.staffing.awards.replay;

import java.util.UUID;
import org.daywatch.staffing.awards.AwardStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a stored award and has it worked out again. */
@Component
@Transactional(readOnly = true)
public class Replays {

    private final AwardStore awards;

    Replays(AwardStore awards) {
        this.awards = awards;
    }

    /**
     * @throws org.daywatch.platform.errors.NotFound where the bound agency has no such award
     * @throws org.daywatch.platform.errors.InvalidInput where its record cannot be read any more
     */
    public Replay replay(UUID award) {
        var stored = awards.get(award);
        return Replay.of(stored.record(), new Replay.Row(stored.digest(), stored.post(), stored.officer()));
    }
}
