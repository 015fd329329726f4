package org.daywatch.billing.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.BilledMonth.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Says what a finished month of invoices must be, from what was written into the shifts and the rates alone, in its own
 * arithmetic; it shares no code with the room.
 */
final class InvoiceOracle {

    private InvoiceOracle() {}

    /** @param district null: for all; @param withdrawn it never counts */
    record Rate(@Nullable Integer district, String role, int cents, int least, LocalDate from, @Nullable LocalDate to,
            boolean withdrawn) {}

    record Head(UUID id, UUID district, int number, String kind, @Nullable UUID run, @Nullable UUID credits, int shifts,
            long minutes, long cents) {}

    record Line(UUID invoice, int line, UUID district, UUID shift, String school, String officer, LocalDate day,
            int payable, int billed, int perHour, long cents) {}

    record Standing(UUID shift, UUID invoice) {}

    /** What the audit chain was told: action, thing, number, cents. */
    record Told(String action, UUID id, int number, long cents) {}

    record Part(UUID run, UUID district, String state, @Nullable UUID invoice) {}

    /** @param districts by number, their id; @param unfinished runs */
    record Result(Map<Integer, UUID> districts, List<Head> heads, List<Line> lines, List<Standing> standing,
            List<Told> told, List<Part> parts, int lastNumber, int unfinished) {}

    private record Due(UUID district, String school, String officer, LocalDate day, int payable, int billed,
            int perHour, long cents) {}

    /** Everything that is not as it must be, each in a sentence; none: all is well. */
    static List<String> faults(List<Seed> seeds, List<Rate> rates, YearMonth month, Result result) {
        var faults = new ArrayList<String>();
        var due = due(seeds, rates, month, result.districts());
        var heads = result.heads().stream().collect(Collectors.toMap(Head::id, h -> h, (a, b) -> a));
        var credited = result.heads().stream().filter(h -> h.credits() != null).map(Head::credits).toList();
        numbers(result, faults);
        var on = new HashMap<UUID, UUID>(); // shift, its standing invoice
        for (var line : result.lines()) {
            var head = heads.get(line.invoice());
            if (head == null || !head.kind().equals("INVOICE")) {
                faults.add("line without an invoice: " + line);
                continue;
            }
            if (!head.district().equals(line.district())) faults.add("line of another district: " + line);
            if (!credited.contains(head.id()) && on.put(line.shift(), head.id()) != null)
                faults.add("shift twice: " + line.shift());
            var expected = due.get(line.shift());
            if (expected == null) faults.add("shift that is not payable: " + line.shift());
            else
                if (!expected.equals(new Due(line.district(), line.school(), line.officer(), line.day(), line.payable(),
                        line.billed(), line.perHour(), line.cents())))
                    faults.add("line " + line + " must be " + expected);
        }
        due.keySet().stream().filter(shift -> !on.containsKey(shift))
                .forEach(shift -> faults.add("shift on no invoice: " + shift));
        var standing = result.standing().stream()
                .collect(Collectors.toMap(Standing::shift, Standing::invoice, (a, b) -> new UUID(0, 0)));
        if (!standing.equals(on)) faults.add("what is recorded as standing is not what stands");
        sums(result, heads, faults);
        told(result, faults);
        parts(result, heads, faults);
        long total = result.heads().stream().mapToLong(Head::cents).sum();
        long owed = due.values().stream().mapToLong(Due::cents).sum();
        if (total != owed) faults.add("the total is " + total + " and must be " + owed);
        return faults;
    }

    private static void numbers(Result result, List<String> faults) {
        var numbers = result.heads().stream().map(Head::number).sorted().toList();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i + 1) {
                faults.add("the series has a gap or a repeat at " + (i + 1) + ": " + numbers.get(i));
                break;
            }
        }
        if (result.lastNumber() != numbers.size())
            faults.add("the series says " + result.lastNumber() + " and " + numbers.size() + " were issued");
    }

    private static void sums(Result result, Map<UUID, Head> heads, List<String> faults) {
        var byInvoice = result.lines().stream().collect(Collectors.groupingBy(Line::invoice));
        for (var head : result.heads()) {
            var taken = head.credits() == null ? head : heads.get(head.credits());
            if (taken == null) {
                faults.add("credit note of nothing: " + head);
                continue;
            }
            int sign = head.credits() == null ? 1 : -1;
            var lines = byInvoice.getOrDefault(taken.id(), List.of()).stream()
                    .sorted(Comparator.comparingInt(Line::line)).toList();
            for (int i = 0; i < lines.size(); i++)
                if (lines.get(i).line() != i + 1)
                    faults.add("lines of " + head.number() + " are not numbered one after the other");
            if (head.shifts() != sign * lines.size()) faults.add("shifts of " + head.number());
            if (head.minutes() != sign * lines.stream().mapToLong(Line::billed).sum())
                faults.add("minutes of " + head.number());
            if (head.cents() != sign * lines.stream().mapToLong(Line::cents).sum())
                faults.add("cents of " + head.number());
        }
    }

    private static void told(Result result, List<String> faults) {
        var issued = result.heads().stream().map(h -> (h.credits() == null ? "InvoiceIssued " : "InvoiceCredited ")
                + h.id() + " " + h.number() + " " + h.cents()).sorted().toList();
        var told = result.told().stream().map(t -> t.action() + " " + t.id() + " " + t.number() + " " + t.cents())
                .sorted().toList();
        if (!issued.equals(told)) faults.add("the audit chain was told something else");
    }

    private static void parts(Result result, Map<UUID, Head> heads, List<String> faults) {
        if (result.unfinished() != 0) faults.add("a run is not finished");
        for (var part : result.parts()) {
            var head = part.invoice() == null ? null : heads.get(part.invoice());
            if (part.state().equals("PENDING")) faults.add("a district is still to come: " + part);
            if (part.state().equals("ISSUED") != (head != null))
                faults.add("a district issued without its invoice: " + part);
            if (head != null && !(head.district().equals(part.district()) && part.run().equals(head.run())))
                faults.add("a district with another's invoice: " + part);
        }
        long invoices = result.heads().stream().filter(h -> h.run() != null).count();
        if (result.parts().stream().filter(p -> p.invoice() != null).map(Part::invoice).distinct().count() != invoices)
            faults.add("an invoice of no district of a run");
    }

    private static Map<UUID, Due> due(List<Seed> seeds, List<Rate> rates, YearMonth month,
            Map<Integer, UUID> districts) {
        var due = new TreeMap<UUID, Due>();
        for (var s : seeds) {
            var day = s.start().atZone(BilledMonth.ZONE).toLocalDate();
            int minutes = payable(s);
            if (!YearMonth.from(day).equals(month) || minutes <= 0) continue;
            var rate = rates.stream()
                    .filter(r -> !r.withdrawn() && r.role().equals(s.role())
                            && (r.district() == null || r.district() == s.district()) && !day.isBefore(r.from())
                            && (r.to() == null || !day.isAfter(r.to())))
                    .max(Comparator.comparing((Rate r) -> r.district() != null).thenComparing(Rate::from));
            if (rate.isEmpty()) throw new AssertionError("no rate for " + s);
            int billed = minutes < rate.get().least() ? rate.get().least() : minutes;
            long cents = BigDecimal.valueOf(billed).multiply(BigDecimal.valueOf(rate.get().cents()))
                    .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP).longValueExact();
            due.put(s.shift(), new Due(districts.get(s.district()), BilledMonth.schoolName(s.district()),
                    BilledMonth.officerName(s.officer()), day, minutes, billed, rate.get().cents(), cents));
        }
        return due;
    }

    /** Scheduled and proven; a check-out forgotten for more than two hours counts to the end of the post. */
    private static int payable(Seed s) {
        if (!s.state().equals("ENDED") || s.proof().equals("POSITION")) return 0;
        Instant out = s.out().isAfter(s.end().plusSeconds(7200)) ? s.end() : s.out();
        Instant from = s.in().isAfter(s.start()) ? s.in() : s.start();
        Instant to = out.isBefore(s.end()) ? out : s.end();
        long minutes = Math.max(0, Duration.between(from, to).getSeconds() / 60);
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(s.rounding()), 0, RoundingMode.HALF_UP)
                .intValueExact() * s.rounding();
    }
}
