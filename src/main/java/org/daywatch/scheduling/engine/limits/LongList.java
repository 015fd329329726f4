package org.daywatch.scheduling.engine.limits;

import java.util.Arrays;

/** As {@link IntList}, for points. */
public final class LongList {

    public long[] items = new long[64];
    public int size;

    public void add(long item) {
        if (size == items.length) items = Arrays.copyOf(items, size * 2);
        items[size++] = item;
    }

    public long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
