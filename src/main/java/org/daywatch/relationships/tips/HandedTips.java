package org.daywatch.relationships.tips;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.tips.canary.CanaryMark;
import org.daywatch.relationships.tips.ring.Onward;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes tips out of the ring, each district's in a transaction of its own: one that fails holds up no other. */
@Component
public class HandedTips implements Onward {

    private static final Logger log = LoggerFactory.getLogger(HandedTips.class);

    private final HandedTipStore store;
    private final CanaryMark canaries;

    HandedTips(HandedTipStore store, CanaryMark canaries) {
        this.store = store;
        this.canaries = canaries;
    }

    @Override
    public Set<UUID> take(List<WaitingTip> tips) {
        var taken = new HashSet<UUID>();
        tips.stream().filter(canaries::caught).forEach(tip -> taken.add(tip.id()));
        var districts = tips.stream().filter(tip -> !taken.contains(tip.id()))
                .collect(Collectors.groupingBy(WaitingTip::district, LinkedHashMap::new, Collectors.toList()));
        districts.forEach((district, own) -> {
            try {
                Tenancy.run(Scope.system(district), () -> store.insert(own));
                own.forEach(tip -> taken.add(tip.id()));
            } catch (RuntimeException e) {
                log.error("tips of a district could not be stored; they wait in the ring: {}", e.toString());
            }
        });
        return taken;
    }
}
