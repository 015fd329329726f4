package org.daywatch.scheduling.engine;

import java.util.HashMap;
import java.util.Map;
import org.daywatch.scheduling.engine.limits.IntList;

/**
 * Parts of a problem that share no officer: each can be solved by itself, since every limit and every price belongs to
 * one officer. Which they are follows from the problem alone, so it does not matter how many threads there are.
 */
public final class Markets {

    private Markets() {}

    /** The seats of each market, in order; markets in the order of their first seat. */
    public static int[][] of(ScheduleModel model) {
        int[] root = new int[model.officers.size() + model.seats()];
        for (int i = 0; i < root.length; i++) root[i] = i;
        for (int pair = 0; pair < model.pairs(); pair++)
            join(root, model.pairOfficer[pair], model.officers.size() + model.pairSeat[pair]);
        Map<Integer, IntList> markets = new HashMap<>();
        var order = new java.util.ArrayList<IntList>();
        for (int seat = 0; seat < model.seats(); seat++) {
            markets.computeIfAbsent(find(root, model.officers.size() + seat), r -> {
                order.add(new IntList());
                return order.getLast();
            }).add(seat);
        }
        return order.stream().map(IntList::toArray).toArray(int[][]::new);
    }

    private static int find(int[] root, int i) {
        while (root[i] != i) {
            root[i] = root[root[i]];
            i = root[i];
        }
        return i;
    }

    private static void join(int[] root, int a, int b) {
        int one = find(root, a);
        int other = find(root, b);
        root[Math.max(one, other)] = Math.min(one, other);
    }
}
