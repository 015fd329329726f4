package org.daywatch.scheduling.engine.limits;

import java.util.Arrays;

/** Numbers without boxes: a state has a million pairs. */
public final class IntList {

    public int[] items = new int[64];
    public int size;

    public int add(int item) {
        if (size == items.length) items = Arrays.copyOf(items, size * 2);
        items[size] = item;
        return size++;
    }

    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
