package org.daywatch.scheduling.engine.limits;

/**
 * Slots and periods numbered anew so that those of one officer stand together: a question about them then reads few
 * places of memory, whatever the order in which shifts met them. In a slot the period comes first that most of their
 * slots take of: it is the one most often full. The arrays are those of {@link Slots}.
 *
 * @param first by officer: their slots are {@code first[o]} up to {@code first[o + 1]}
 */
public record OfficerSlots(int[] pairSlot, int[] first, int[] slotSums, int[] sumPeriod, int[] sumMinutes,
        int[] periodLeft) {

    public static final OfficerSlots NONE = new OfficerSlots(new int[0], new int[1], new int[0], new int[0], new int[0],
            new int[0]);

    /** @param pairSlot by pair, numbered as in {@code slots}; @param pairOfficer by pair */
    public static OfficerSlots of(Slots slots, int[] pairSlot, int[] pairOfficer, int officers) {
        int[] owner = new int[slots.slotSums.size];
        for (int pair = 0; pair < pairSlot.length; pair++) owner[pairSlot[pair]] = pairOfficer[pair];
        int[] periodOwner = new int[slots.periodLeft.size];
        int[] users = new int[slots.periodLeft.size];
        for (int slot = 0; slot < owner.length; slot++) {
            for (int i = slots.slotSums.items[slot]; i < end(slots, slot); i++) {
                periodOwner[slots.sumPeriod.items[i]] = owner[slot];
                users[slots.sumPeriod.items[i]]++;
            }
        }
        int[] order = order(owner, officers);
        int[] newPeriod = inverse(order(periodOwner, officers));
        int[] newSlot = inverse(order);
        int[] renumbered = new int[pairSlot.length];
        for (int pair = 0; pair < pairSlot.length; pair++) renumbered[pair] = newSlot[pairSlot[pair]];
        int[] left = new int[newPeriod.length];
        for (int p = 0; p < left.length; p++) left[newPeriod[p]] = slots.periodLeft.items[p];
        int[] sums = new int[order.length + 1];
        int[] source = source(slots, order, users, sums);
        int[] period = new int[source.length];
        int[] minutes = new int[source.length];
        for (int i = 0; i < source.length; i++) {
            period[i] = newPeriod[slots.sumPeriod.items[source[i]]];
            minutes[i] = slots.sumMinutes.items[source[i]];
        }
        return new OfficerSlots(renumbered, first(owner, officers), sums, period, minutes, left);
    }

    /**
     * Which old sum stands where, those of the most used periods of each slot first. @param sums filled with where each
     * slot's begin
     */
    private static int[] source(Slots slots, int[] order, int[] users, int[] sums) {
        int[] source = new int[slots.sumPeriod.size];
        int at = 0;
        for (int n = 0; n < order.length; n++) {
            for (int i = slots.slotSums.items[order[n]]; i < end(slots, order[n]); i++) {
                int used = users[slots.sumPeriod.items[i]];
                int to = at++;
                for (; to > sums[n] && users[slots.sumPeriod.items[source[to - 1]]] < used; to--)
                    source[to] = source[to - 1];
                source[to] = i;
            }
            sums[n + 1] = at;
        }
        return source;
    }

    private static int end(Slots slots, int slot) {
        return slot + 1 < slots.slotSums.size ? slots.slotSums.items[slot + 1] : slots.sumPeriod.size;
    }

    /** What stands where when sorted by officer, equal ones in the order they had. */
    private static int[] order(int[] owner, int officers) {
        int[] next = first(owner, officers);
        int[] order = new int[owner.length];
        for (int i = 0; i < owner.length; i++) order[next[owner[i]]++] = i;
        return order;
    }

    private static int[] first(int[] owner, int officers) {
        int[] first = new int[officers + 1];
        for (int o : owner) first[o + 1]++;
        for (int o = 0; o < officers; o++) first[o + 1] += first[o];
        return first;
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) inverse[order[i]] = i;
        return inverse;
    }
}
