package org.daywatch.staffing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;

/**
 * The place beside a detail request where another room has its word: what it would cost, for one. A room that has
 * something to say there is a bean of this type; staffing knows neither prices nor who names them.
 */
public interface RequestAside {

    /** Empty where there is nothing to say, or nothing this reader may know. */
    Optional<Card> about(UUID requestId, Actor reader);

    /**
     * @param title in the reader's language
     * @param facts name and value, in the order in which they are shown
     * @param href where more of it stands; empty for nowhere
     */
    record Card(String title, Map<String, String> facts, String href, String link) {}
}
