package org.daywatch.relationships.threats.counts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;

/**
 * The sums of one school and one school year, as they are kept: no case and no student is found in it. Pure.
 *
 * @param supports by whether the student has an IEP or a 504 plan; what nobody asked is not known
 * @param days by grade band and by plan, under the name of the group
 */
record CaseTally(Map<GradeBand, Map<CaseCourse, Integer>> grades, Map<SupportPlan, Map<CaseCourse, Integer>> supports,
        Map<String, OutOfSchool> days) {

    static final CaseTally NONE = new CaseTally(Map.of(), Map.of(), Map.of());

    /**
     * Days, and how many assessments have any: all, those on which nobody suspended the student, those on which
     * somebody did.
     */
    record OutOfSchool(int days, int cases, int informal, int informalCases, int formalCases) {

        static final OutOfSchool NONE = new OutOfSchool(0, 0, 0, 0, 0);

        OutOfSchool plus(OutOfSchool more) {
            return new OutOfSchool(days + more.days, cases + more.cases, informal + more.informal,
                    informalCases + more.informalCases, formalCases + more.formalCases);
        }
    }

    /** One assessment as it is counted. */
    record One(GradeBand grade, SupportPlan support, CaseCourse course, int days, int informal) {

        One {
            support = support == SupportPlan.UNASKED ? SupportPlan.NOT_KNOWN : support;
        }

        private CaseTally alone() {
            var out = new OutOfSchool(days, days > 0 ? 1 : 0, informal, informal > 0 ? 1 : 0,
                    days > informal ? 1 : 0);
            return new CaseTally(Map.of(grade, Map.of(course, 1)), Map.of(support, Map.of(course, 1)),
                    Map.of(name(grade), out, name(support), out));
        }
    }

    CaseTally plus(One one) {
        return plus(one.alone());
    }

    CaseTally plus(CaseTally more) {
        var outs = new HashMap<>(days);
        more.days.forEach((group, out) -> outs.merge(group, out, OutOfSchool::plus));
        return new CaseTally(sum(GradeBand.class, grades, more.grades),
                sum(SupportPlan.class, supports, more.supports), outs);
    }

    private static <G extends Enum<G>> Map<G, Map<CaseCourse, Integer>> sum(Class<G> groups,
            Map<G, Map<CaseCourse, Integer>> one, Map<G, Map<CaseCourse, Integer>> other) {
        var sums = new EnumMap<G, Map<CaseCourse, Integer>>(groups);
        for (var part : java.util.List.of(one, other))
            part.forEach((group, courses) -> courses.forEach(
                    (course, n) -> sums.computeIfAbsent(group, _ -> new EnumMap<>(CaseCourse.class)).merge(course, n,
                            Integer::sum)));
        return sums;
    }

    int opened() {
        return grades.values().stream().flatMap(courses -> courses.values().stream()).mapToInt(n -> n).sum();
    }

    OutOfSchool out(Enum<?> group) {
        return days.getOrDefault(name(group), OutOfSchool.NONE);
    }

    private static String name(Enum<?> group) {
        return group.getDeclaringClass().getSimpleName() + "." + group.name();
    }
}
