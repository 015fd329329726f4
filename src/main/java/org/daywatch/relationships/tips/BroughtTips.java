package org.daywatch.relationships.tips;

import java.util.List;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tips that somebody brings in who has them from elsewhere: they never stood in the ring, and nobody has a receipt of
 * one. The district is bound.
 */
@Component
@Transactional
public class BroughtTips {

    private final HandedTipStore store;

    BroughtTips(HandedTipStore store) {
        this.store = store;
    }

    public void take(List<WaitingTip> tips) {
        store.insert(tips);
    }
}
