package org.daywatch.relationships.tips.ring;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where tips go when their bucket is over. */
public interface Onward {

    /**
     * In the order given, which is nobody's. It may be given the same tip twice, where the process was killed between,
     * and takes it once.
     *
     * @return those that are kept for certain; the others stay in the ring and come again
     */
    Set<UUID> take(List<WaitingTip> tips);
}
