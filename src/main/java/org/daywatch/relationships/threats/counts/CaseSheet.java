package org.daywatch.relationships.threats.counts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.privacy.SumNet;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.counts.CaseTally.OutOfSchool;

/**
 * What is shown of a tally: the same assessments once by grade and once by plan, so that both tables share their last
 * row and are hidden as one. Pure.
 */
public record CaseSheet(List<Row> grades, List<Row> supports, Row all) {

    /** @param group null for all. @param informal of the days, those on which nobody suspended the student */
    public record Row(String group, List<ShownCount> courses, ShownCount opened, ShownCount days,
            ShownCount informal) {}

    private static final List<SupportPlan> SUPPORTS = List.of(SupportPlan.YES, SupportPlan.NO, SupportPlan.NOT_KNOWN);

    /** @param least so many are shown and no fewer. @return empty where there are too few to show any of it */
    static Optional<CaseSheet> of(CaseTally tally, int least) {
        return tally.opened() < least ? Optional.empty() : new Drawing(tally, least).sheet();
    }

    /** Where the counts of a table lie in the net: of each group its courses, then their sum. */
    private record Placed(List<int[]> groups) {}

    private static final class Drawing {

        private static final CaseCourse[] COURSES = CaseCourse.values();
        private static final List<GradeBand> GRADES = Arrays.asList(GradeBand.values());

        private final CaseTally tally;
        private final int least;
        private final SumNet net = new SumNet();
        private final List<Integer> counts = new ArrayList<>();

        Drawing(CaseTally tally, int least) {
            this.tally = tally;
            this.least = least;
        }

        Optional<CaseSheet> sheet() {
            int beforeGrades = net.point();
            int afterSupports = net.point();
            int[] sums = new int[COURSES.length + 1];
            int[] left = points();
            int[] right = points();
            var grades = table(GRADES, tally.grades(), left, beforeGrades, true);
            for (int c = 0; c < COURSES.length; c++) sums[c] = way(left[c], right[c], sum(c));
            var supports = table(SUPPORTS, tally.supports(), right, afterSupports, false);
            sums[COURSES.length] = way(afterSupports, beforeGrades, tally.opened());
            return net.hidden(least).map(hidden -> new CaseSheet(rows(GRADES, grades, hidden),
                    rows(SUPPORTS, supports, hidden),
                    row("", sums, hidden, all(), List.of(all()))));
        }

        private <G extends Enum<G>> Placed table(List<G> groups, Map<G, Map<CaseCourse, Integer>> of, int[] courses,
                int end, boolean first) {
            var placed = new ArrayList<int[]>();
            for (var group : groups) {
                int point = net.point();
                int[] at = new int[COURSES.length + 1];
                int all = 0;
                for (int c = 0; c < COURSES.length; c++) {
                    int n = of.getOrDefault(group, Map.of()).getOrDefault(COURSES[c], 0);
                    at[c] = first ? way(point, courses[c], n) : way(courses[c], point, n);
                    all += n;
                }
                at[COURSES.length] = first ? way(end, point, all) : way(point, end, all);
                placed.add(at);
            }
            return new Placed(placed);
        }

        private int[] points() {
            return Arrays.stream(COURSES).mapToInt(_ -> net.point()).toArray();
        }

        private int way(int from, int to, int count) {
            counts.add(count);
            return net.way(from, to, count);
        }

        private int sum(int c) {
            return tally.grades().values().stream().mapToInt(of -> of.getOrDefault(COURSES[c], 0)).sum();
        }

        /** Days of a table are shown for all of its groups or for none: one that is missing follows from the others. */
        private <G extends Enum<G>> List<Row> rows(List<G> groups, Placed placed, boolean[] hidden) {
            var outs = groups.stream().map(tally::out).toList();
            var rows = new ArrayList<Row>();
            for (int g = 0; g < groups.size(); g++)
                rows.add(row(groups.get(g).name(), placed.groups().get(g), hidden, outs.get(g), outs));
            return List.copyOf(rows);
        }

        private Row row(String group, int[] at, boolean[] hidden, OutOfSchool out, List<OutOfSchool> table) {
            boolean days = table.stream().allMatch(o -> isManyOrNone(o.cases()));
            boolean informal = days && table.stream()
                    .allMatch(o -> isManyOrNone(o.informalCases()) && isManyOrNone(o.formalCases()));
            var courses = Arrays.stream(at).mapToObj(w -> hidden[w] ? ShownCount.HIDDEN : new ShownCount(counts.get(w)))
                    .toList();
            return new Row(group, courses.subList(0, COURSES.length), courses.getLast(),
                    days ? new ShownCount(out.days()) : ShownCount.HIDDEN,
                    informal ? new ShownCount(out.informal()) : ShownCount.HIDDEN);
        }

        private OutOfSchool all() {
            return GRADES.stream().map(tally::out).reduce(OutOfSchool.NONE, OutOfSchool::plus);
        }

        private boolean isManyOrNone(int cases) {
            return cases == 0 || cases >= least;
        }
    }
}
