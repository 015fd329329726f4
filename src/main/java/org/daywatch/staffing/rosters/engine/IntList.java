package org.daywatch.staffing.rosters.engine;

import java.util.Arrays;

/** Numbers without boxes: a state has a million pairs. */
final class IntList {

    int[] items = new int[64];
    int size;

    int add(int item) {
        if (size == items.length) items = Arrays.copyOf(items, size * 2);
        items[size] = item;
        return size++;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
