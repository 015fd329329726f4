package org.daywatch._story;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.identity.Actor;
import org.daywatch.staffing.RequestAside;
import org.springframework.boot.test.context.TestComponent;

/** A room that has its word beside a request, as one with prices would. */
@TestComponent
public class Estimates implements RequestAside {

    /** The requests about which it has something to say. */
    public static final Set<UUID> TOLD = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Card> about(UUID requestId, Actor reader) {
        if (!TOLD.contains(requestId)) return Optional.empty();
        return Optional.of(new Card("What it would cost", Map.of("40 h", "USD 3,080"), "/estimates/7", "The estimate"));
    }
}
