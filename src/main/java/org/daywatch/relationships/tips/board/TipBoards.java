package org.daywatch.relationships.tips.board;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The boards of a district, which is bound. */
public interface TipBoards {

    /** @return empty where no week has been counted yet: then nothing is known */
    Optional<Boards> of(UUID district);

    /** @param schools those of which enough tips ended together */
    record Boards(Map<UUID, TipBoard.Ended> schools, TipBoard.Clock clock) {

        public TipBoard at(UUID school) {
            return new TipBoard(Optional.ofNullable(schools.get(school)), clock);
        }
    }
}
