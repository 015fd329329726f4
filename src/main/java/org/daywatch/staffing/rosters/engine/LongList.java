package org.daywatch.staffing.rosters.engine;

import java.util.Arrays;

/** As {@link IntList}, for points. */
final class LongList {

    private long[] items = new long[64];
    private int size;

    void add(long item) {
        if (size == items.length) items = Arrays.copyOf(items, size * 2);
        items[size++] = item;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
