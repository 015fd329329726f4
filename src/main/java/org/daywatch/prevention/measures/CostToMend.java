package org.daywatch.prevention.measures;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.prevention.findings.Finding.CostClass;

/**
 * What mending would cost: the open measures by cost class. Several for one gap are ways out of which one is taken: the
 * approved one counts, else the cheapest. What nobody estimated is counted and never added as nothing, and neither is a
 * gap for which nobody has proposed anything.
 *
 * @param unplanned gaps without an open measure
 */
public record CostToMend(Map<CostClass, Sum> sums, int unplanned) {

    /** @param dollars of those with an estimate; @param unknown how many have none */
    public record Sum(int measures, long dollars, int unknown) {

        static final Sum NONE = new Sum(0, 0, 0);

        Sum and(Measure m) {
            boolean free = m.cost() == CostClass.NONE;
            return new Sum(measures + 1, dollars + (m.dollars() == null ? 0 : m.dollars()),
                    unknown + (m.dollars() == null && !free ? 1 : 0));
        }
    }

    /** @param gaps items that are to be mended */
    public static CostToMend of(Collection<Measure> measures, Set<String> gaps) {
        var sums = new EnumMap<CostClass, Sum>(CostClass.class);
        for (var c : CostClass.values()) sums.put(c, Sum.NONE);
        var planned = new HashSet<String>();
        for (var m : chosen(
                measures.stream().filter(m -> m.open() && (m.item().isEmpty() || gaps.contains(m.item()))).toList())) {
            sums.put(m.cost(), sums.get(m.cost()).and(m));
            planned.add(m.item());
        }
        return new CostToMend(sums, (int) gaps.stream().filter(g -> !planned.contains(g)).count());
    }

    /**
     * Of each gap one: an approved one before proposals, a known price before an unknown one, the lower price first.
     * What belongs to no gap stands beside all of them.
     */
    static List<Measure> chosen(List<Measure> open) {
        var order = Comparator.comparing((Measure m) -> m.state() instanceof Measure.State.Approved ? 0 : 1)
                .thenComparing(m -> m.dollars() == null && m.cost() != CostClass.NONE ? 1 : 0)
                .thenComparing(m -> m.dollars() == null ? 0 : m.dollars());
        var one = open.stream().filter(m -> !m.item().isEmpty())
                .collect(Collectors.groupingBy(Measure::item, TreeMap::new, Collectors.minBy(order))).values().stream()
                .flatMap(Optional::stream);
        return Stream.concat(open.stream().filter(m -> m.item().isEmpty()), one).toList();
    }

    /** Those of one path only: measures for its items. */
    public static CostToMend ofPath(Collection<Measure> measures, Set<String> gaps) {
        return of(measures.stream().filter(m -> !m.item().isEmpty()).toList(), gaps);
    }

    public long dollars() {
        return sums.values().stream().mapToLong(Sum::dollars).sum();
    }

    /** How many measures have no estimate. */
    public int unknown() {
        return sums.values().stream().mapToInt(Sum::unknown).sum();
    }

    public int measures() {
        return sums.values().stream().mapToInt(Sum::measures).sum();
    }

    /** Every gap has a measure, and each of these an estimate. */
    public boolean complete() {
        return unknown() == 0 && unplanned == 0;
    }
}
