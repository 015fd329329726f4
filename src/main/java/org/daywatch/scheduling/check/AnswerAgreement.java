package org.daywatch.scheduling.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts;
import org.daywatch.scheduling.check.files.Stated;
import org.jspecify.annotations.Nullable;

/** Whether what the answer says of itself is what its assignments come to. */
record AnswerAgreement(ProblemFacts facts, Stated stated, AssignedSeats seats, long objective, Map<String, Long> terms,
        String sha256, Findings findings) {

    private static final int DECIMALS = 4;

    void compare() {
        same("PROBLEM_DIFFERS", "problem.id", stated.problem(), facts.id(), "The answer is to another problem.");
        same("PROBLEM_DIFFERS", "problem.sha256", stated.sha256().toLowerCase(Locale.ROOT), sha256,
                "The problem's bytes are not those the answer was made for.");
        same("OBJECTIVE_DIFFERS", "objective", stated.objective(), objective,
                "The assignments come to another objective.");
        compareTerms();
        unfilled();
        status();
        gap();
        inOrder("assignments", stated.assignments());
        inOrder("unfilled", stated.unfilled().stream().map(Stated.Open::shift).toList());
    }

    private void compareTerms() {
        var names = new TreeSet<>(stated.terms().keySet());
        names.addAll(terms.keySet());
        for (var name : names) {
            long says = stated.terms().getOrDefault(name, 0L);
            long is = terms.getOrDefault(name, 0L);
            boolean known = Points.TERMS.contains(name);
            findings.compare("TERM_DIFFERS", "terms." + name, says, known ? is : "no such term", known && says == is,
                    known
                            ? "The assignments come to " + is + " points of " + name + ", not " + says + "."
                            : "No rule has the name " + name + ".");
        }
    }

    private void unfilled() {
        var met = new HashSet<String>();
        for (int i = 0; i < stated.unfilled().size(); i++) {
            var open = stated.unfilled().get(i);
            var shift = facts.shifts().get(open.shift());
            boolean first = met.add(open.shift());
            long is = shift == null || !first ? 0 : seats.open(shift);
            findings.compare("UNFILLED_DIFFERS", "unfilled[" + i + "]", open.seats(), is, open.seats() == is && is > 0,
                    "Shift " + open.shift()
                            + (first
                                    ? " has " + is + " open seats, not " + open.seats() + "."
                                    : " stands there twice."));
        }
        for (var shift : facts.shifts().values()) {
            int is = seats.open(shift);
            if (met.contains(shift.id())) continue;
            findings.compare("UNFILLED_DIFFERS", "unfilled", 0, is, is == 0,
                    "Shift " + shift.id() + " has " + is + " open seats and is not named.");
        }
    }

    private void status() {
        boolean complete = facts.shifts().values().stream().allMatch(shift -> seats.open(shift) == 0);
        var bound = stated.bound();
        var is = facts.fewest() && !complete
                ? Stated.Status.INCOMPLETE
                : bound != null && bound == objective ? Stated.Status.OPTIMAL : Stated.Status.FEASIBLE;
        same("STATUS_DIFFERS", "status", stated.status(), is,
                "By its objective, bound and open seats this roster is " + is + ".");
        if (bound == null || !findings.violations().isEmpty() || facts.fewest() && !complete) return;
        findings.compare("BOUND_REFUTED", "bound", bound, objective,
                facts.fewest() ? objective >= bound : objective <= bound,
                "No roster is better than the bound, and this one is.");
    }

    private void gap() {
        var is = gapPercent(stated.bound());
        var says = stated.gapPercent();
        boolean agree = says == null || is == null ? says == is : says.compareTo(is) == 0;
        findings.compare("GAP_DIFFERS", "gap_percent", said(says), said(is), agree,
                "Bound and objective come to a gap of " + said(is) + " percent.");
    }

    private @Nullable BigDecimal gapPercent(@Nullable Long bound) {
        if (bound == null) return null;
        long missing = facts.fewest() ? objective - bound : bound - objective;
        if (bound == 0) return missing == 0 ? BigDecimal.ZERO : null;
        return new BigDecimal(missing).movePointRight(2).divide(new BigDecimal(bound).abs(), DECIMALS,
                RoundingMode.HALF_UP);
    }

    private static String said(@Nullable BigDecimal percent) {
        return percent == null ? "null" : percent.toPlainString();
    }

    private <T extends Comparable<? super T>> void inOrder(String list, List<T> items) {
        int wrong = 1;
        while (wrong < items.size() && items.get(wrong - 1).compareTo(items.get(wrong)) <= 0) wrong++;
        boolean right = wrong >= items.size();
        if (right) findings.compare("ORDER_DIFFERS", list, "", "", true, "");
        else
            findings.compare("ORDER_DIFFERS", list + "[" + wrong + "]", said(items.get(wrong)),
                    "after " + said(items.get(wrong - 1)), false,
                    "It stands after what should follow it.");
    }

    private static String said(Object item) {
        return item instanceof Seat(String shift, String officer) ? shift + "/" + officer : item.toString();
    }

    private void same(String code, String at, Object says, Object is, String words) {
        findings.compare(code, at, says, is, says.equals(is), words);
    }
}
