package org.daywatch.scheduling.check.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.jspecify.annotations.Nullable;

/** What the answer says, of the schedule and of itself. */
public record Stated(String problem, String sha256, Status status, long objective, @Nullable Long bound,
        @Nullable BigDecimal gapPercent,
        List<Seat> assignments, List<Open> unfilled, SortedMap<String, Long> terms) {

    private static final Set<String> REQUIRED = Set.of("schema", "version", "problem", "status", "objective",
            "assignments", "unfilled", "terms");

    public enum Status { FEASIBLE, OPTIMAL, INCOMPLETE }

    /** Seats of a shift that stay empty. */
    public record Open(String shift, long seats) {}

    public static Stated read(byte[] json) {
        var reader = new Reader();
        Document.read(json, "answer", REQUIRED, reader::take);
        return new Stated(reader.problem, reader.sha256, reader.status, reader.objective, reader.bound,
                reader.gapPercent, reader.assignments,
                reader.unfilled, reader.terms);
    }

    private static final class Reader {
        private String problem = "";
        private String sha256 = "";
        private Status status = Status.FEASIBLE;
        private long objective;
        private @Nullable Long bound;
        private @Nullable BigDecimal gapPercent;
        private final List<Seat> assignments = new ArrayList<>();
        private final List<Open> unfilled = new ArrayList<>();
        private final SortedMap<String, Long> terms = new TreeMap<>();

        private void take(String field, Cell cell) {
            switch (field) {
                case "schema" ->
                    mustBe(cell, cell.text().equals("daywatch.roster-answer"), "write daywatch.roster-answer.");
                case "version" -> mustBe(cell, cell.whole() == 1, "this checker reads version 1.");
                case "problem" -> {
                    problem = cell.text("id", "");
                    sha256 = cell.get("sha256").text();
                }
                case "status" -> status = cell.oneOf(Status.class);
                case "objective" -> objective = cell.whole();
                case "bound" -> bound = cell.whole();
                case "gap_percent" -> gapPercent = decimal(cell);
                case "assignments" -> assignments.add(new Seat(cell.get("shift").text(), cell.get("officer").text()));
                case "unfilled" -> unfilled.add(new Open(cell.get("shift").text(), cell.get("seats").whole()));
                case "terms" -> cell.entries().forEach((rule, points) -> terms.put(rule, points.whole()));
                default -> {}
            }
        }

        private static BigDecimal decimal(Cell cell) {
            cell.number();
            return cell.node().decimalValue();
        }

        private static void mustBe(Cell cell, boolean right, String advice) {
            if (!right) throw cell.wrong(advice);
        }
    }
}
