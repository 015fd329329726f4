package org.daywatch.scheduling.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.daywatch.scheduling.problem.ScheduleProblem.Band;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;

/**
 * What one officer's set of seats costs beyond the seats themselves, on top of their pins, as loose columns and the
 * rows that force them. A loose column may take the value the schedule's own cost has, so no schedule is worth more
 * than the program says; where it may take less, the bound is only weaker.
 */
final class PriceRows {

    private final OwnColumns own;
    private final LinearProgram program;
    private final Weights weights;

    PriceRows(OwnColumns own, LinearProgram program) {
        this.own = own;
        this.program = program;
        this.weights = own.model().weights();
    }

    void all() {
        if (weights.face() != 0 || weights.share().points() != 0) schools();
        if (!weights.fair().isEmpty()) fair();
        if (weights.wish().days() != 0) days();
    }

    private void schools() {
        var at = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < own.size(); i++)
            at.computeIfAbsent(own.model().school(own.pairs()[i]), s -> new ArrayList<>()).add(i);
        at.forEach((school, list) -> {
            int[] mine = list.stream().mapToInt(Integer::intValue).toArray();
            var stretches = new BitSet();
            for (int i : mine) stretches.set(own.stretch(i));
            var parts = Cliques.partition(own.stretches().apart, stretches);
            int before = (int) Arrays.stream(own.pins()).filter(p -> own.model().school(p) == school).count();
            if (before == 0 && !own.model().ofCore(own.officer(), school)) face(mine, parts);
            beyond(mine, parts.size(), Math.max(0, weights.share().most() - before), weights.share().points());
        });
    }

    /**
     * FACE: paid once if they have any seat there. Of each part they have one seat at most, so each part's sum is 0 or
     * 1 and not above what is paid; where there is one part only, the sum is what is paid and the seats carry the price
     * themselves.
     */
    private void face(int[] mine, List<BitSet> parts) {
        if (weights.face() == 0) return;
        if (parts.size() == 1) {
            for (int i : mine) program.worth[own.columns()[i]] -= weights.face();
            return;
        }
        int paid = program.loose(-weights.face(), 1);
        for (var part : parts) {
            program.row(0);
            program.term(paid, -1);
            for (int i : mine) {
                if (part.get(own.stretch(i))) program.term(own.columns()[i], 1);
            }
        }
    }

    /**
     * SHARE and WISH days: seats less those beyond are at most what is free. {@code parts} bounds how many there can
     * be.
     */
    private void beyond(int[] mine, int parts, int free, long points) {
        if (points == 0 || parts <= free) return;
        if (free == 0) {
            for (int i : mine) program.worth[own.columns()[i]] -= points;
            return;
        }
        int above = program.loose(-points, parts - free);
        program.row(free);
        program.term(above, -1);
        for (int i : mine) program.term(own.columns()[i], 1);
    }

    private void days() {
        int most = own.model().mostDays(own.officer());
        if (most == Integer.MAX_VALUE) return;
        beyond(all(own.size()), own.parts().size(), Math.max(0, most - own.pins().length), weights.wish().days());
    }

    /**
     * FAIR: their minutes are what is free and what lies in the bands; a band's price is that of all bands begun, so it
     * rises, and the schedule's own minutes fill the bands in order. What they paid for credit and pins is part of the
     * constant.
     */
    private void fair() {
        int[] minutes = new int[own.size()];
        for (int i = 0; i < minutes.length; i++) minutes[i] = own.minutes(i);
        long most = own.most(minutes);
        long base = own.model().credited(own.officer()) + (long) own.pinnedMinutes();
        var bands = weights.fair().stream().sorted(Comparator.comparing(Band::over))
                .filter(b -> b.over().toMinutes() - base < most).toList();
        if (bands.isEmpty()) return;
        program.row(Math.toIntExact(Math.max(0, bands.getFirst().over().toMinutes() - base)));
        for (int i = 0; i < minutes.length; i++) program.term(own.columns()[i], minutes[i]);
        long price = 0;
        for (int b = 0; b < bands.size(); b++) {
            price += bands.get(b).points();
            long from = Math.max(0, bands.get(b).over().toMinutes() - base);
            long to = b + 1 < bands.size() ? Math.max(0, bands.get(b + 1).over().toMinutes() - base) : most;
            if (to > from) program.term(program.loose(-price, Math.toIntExact(to - from)), -1);
        }
    }

    private static int[] all(int size) {
        return java.util.stream.IntStream.range(0, size).toArray();
    }
}
