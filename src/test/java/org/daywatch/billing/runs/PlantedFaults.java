package org.daywatch.billing.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.daywatch.billing.runs.InvoiceOracle.Head;
import org.daywatch.billing.runs.InvoiceOracle.Line;
import org.daywatch.billing.runs.InvoiceOracle.Part;
import org.daywatch.billing.runs.InvoiceOracle.Result;
import org.daywatch.billing.runs.InvoiceOracle.Standing;
import org.daywatch.billing.runs.InvoiceOracle.Told;

/** What a broken run could leave behind, planted one by one into a sound result. */
final class PlantedFaults {

    private PlantedFaults() {}

    /** By what is wrong. */
    static Map<String, Result> in(Result r) {
        var all = new LinkedHashMap<String, Result>();
        Head first = r.heads().getFirst();
        Head second = r.heads().get(1);
        Head last = r.heads().getLast();
        Line line = r.lines().stream().filter(l -> l.invoice().equals(first.id())).findFirst().orElseThrow();
        Line other = r.lines().stream().filter(l -> l.invoice().equals(second.id())).findFirst().orElseThrow();
        all.put("a line doubled", lines(r, with(r.lines(), line)));
        all.put("a shift on two invoices",
                lines(r, with(r.lines(), line(line, l -> new Line(second.id(), 9999, second.district(), l.shift(),
                        l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents())))));
        all.put("a shift missing", lines(r, without(r.lines(), line)));
        all.put("a shift nobody worked", lines(r, with(r.lines(), new Line(first.id(), 9999, first.district(),
                UUID.randomUUID(), line.school(), line.officer(), line.day(), 60, 60, 5033, 5033))));
        all.put("payable minutes off by one", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(),
                l.shift(), l.school(), l.officer(), l.day(), l.payable() + 1, l.billed(), l.perHour(), l.cents())));
        all.put("billed minutes off by one", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(),
                l.shift(), l.school(), l.officer(), l.day(), l.payable(), l.billed() + 1, l.perHour(), l.cents())));
        all.put("another rate", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(), l.shift(),
                l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour() + 1, l.cents())));
        all.put("cents of a line off by one", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(),
                l.shift(), l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents() - 1)));
        all.put("another day", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(), l.shift(),
                l.school(), l.officer(), l.day().plusDays(1), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("another officer", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(), l.shift(),
                l.school(), "Somebody Else", l.day(), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("another school", changed(r, line, l -> new Line(l.invoice(), l.line(), l.district(), l.shift(),
                "Elsewhere High", l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("a line of another district", changed(r, line, l -> new Line(l.invoice(), l.line(), second.district(),
                l.shift(), l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("two shifts changed places",
                lines(r, with(without(without(r.lines(), line), other), moved(line, second), moved(other, first))));
        all.put("a line number left out", changed(r, line, l -> new Line(l.invoice(), 9999, l.district(), l.shift(),
                l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("a line of no invoice", changed(r, line, l -> new Line(UUID.randomUUID(), l.line(), l.district(),
                l.shift(), l.school(), l.officer(), l.day(), l.payable(), l.billed(), l.perHour(), l.cents())));
        all.put("a number left out", heads(r, with(without(r.heads(), last), numbered(last, last.number() + 1))));
        all.put("a number given twice", heads(r, with(without(r.heads(), second), numbered(second, first.number()))));
        all.put("the series behind", new Result(r.districts(), r.heads(), r.lines(), r.standing(), r.told(), r.parts(),
                r.lastNumber() - 1, r.unfinished()));
        all.put("an invoice lost as a whole",
                new Result(r.districts(), without(r.heads(), last),
                        r.lines().stream().filter(l -> !l.invoice().equals(last.id())).toList(), r.standing(), r.told(),
                        r.parts(), r.lastNumber(), r.unfinished()));
        all.put("an invoice without its lines",
                lines(r, r.lines().stream().filter(l -> !l.invoice().equals(last.id())).toList()));
        all.put("cents of an invoice off by one", heads(r, with(without(r.heads(), first), head(first, 0, 0, 1))));
        all.put("minutes of an invoice off by one", heads(r, with(without(r.heads(), first), head(first, 0, 1, 0))));
        all.put("shifts of an invoice off by one", heads(r, with(without(r.heads(), first), head(first, 1, 0, 0))));
        all.put("a shift that stands nowhere", standing(r, r.standing().subList(1, r.standing().size())));
        all.put("a shift that stands on another invoice",
                standing(r, with(without(r.standing(), new Standing(line.shift(), first.id())),
                        new Standing(line.shift(), second.id()))));
        all.put("an invoice the audit chain was not told", told(r, r.told().subList(1, r.told().size())));
        all.put("an invoice told twice", told(r, with(r.told(), r.told().getFirst())));
        all.put("another sum told", told(r, with(without(r.told(), r.told().getFirst()),
                new Told(r.told().getFirst().action(), r.told().getFirst().id(), r.told().getFirst().number(), 1))));
        all.put("a district still to come",
                parts(r, with(r.parts(), new Part(first.run(), UUID.randomUUID(), "PENDING", null))));
        all.put("a district with another's invoice", parts(r, r.parts().stream()
                .map(p -> first.id().equals(p.invoice()) ? new Part(p.run(), p.district(), p.state(), second.id()) : p)
                .toList()));
        all.put("a run that is not finished",
                new Result(r.districts(), r.heads(), r.lines(), r.standing(), r.told(), r.parts(), r.lastNumber(), 1));
        return all;
    }

    private static Line line(Line line, UnaryOperator<Line> change) {
        return change.apply(line);
    }

    private static Line moved(Line l, Head to) {
        return new Line(to.id(), l.line(), to.district(), l.shift(), l.school(), l.officer(), l.day(), l.payable(),
                l.billed(), l.perHour(), l.cents());
    }

    private static Head numbered(Head h, int number) {
        return new Head(h.id(), h.district(), number, h.kind(), h.run(), h.credits(), h.shifts(), h.minutes(),
                h.cents());
    }

    private static Head head(Head h, int shifts, long minutes, long cents) {
        return new Head(h.id(), h.district(), h.number(), h.kind(), h.run(), h.credits(), h.shifts() + shifts,
                h.minutes() + minutes, h.cents() + cents);
    }

    private static Result changed(Result r, Line line, UnaryOperator<Line> change) {
        return lines(r, with(without(r.lines(), line), change.apply(line)));
    }

    private static Result lines(Result r, List<Line> lines) {
        return new Result(r.districts(), r.heads(), lines, r.standing(), r.told(), r.parts(), r.lastNumber(),
                r.unfinished());
    }

    private static Result heads(Result r, List<Head> heads) {
        return new Result(r.districts(), heads, r.lines(), r.standing(), r.told(), r.parts(), r.lastNumber(),
                r.unfinished());
    }

    private static Result standing(Result r, List<Standing> standing) {
        return new Result(r.districts(), r.heads(), r.lines(), standing, r.told(), r.parts(), r.lastNumber(),
                r.unfinished());
    }

    private static Result told(Result r, List<Told> told) {
        return new Result(r.districts(), r.heads(), r.lines(), r.standing(), told, r.parts(), r.lastNumber(),
                r.unfinished());
    }

    private static Result parts(Result r, List<Part> parts) {
        return new Result(r.districts(), r.heads(), r.lines(), r.standing(), r.told(), parts, r.lastNumber(),
                r.unfinished());
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> all, T... more) {
        var changed = new ArrayList<>(all);
        changed.addAll(List.of(more));
        return changed;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(x -> !x.equals(one)).toList();
    }
}
