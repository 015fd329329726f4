package org.daywatch.scheduling.explain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** An explanation as a person reads it. */
public final class ExplanationText {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int LISTED = 20;

    private final StringBuilder text = new StringBuilder();
    private final ScheduleExplanation explained;

    private ExplanationText(ScheduleExplanation explained) {
        this.explained = explained;
    }

    public static String of(ScheduleExplanation explained, ScheduleProblem problem) {
        var writer = new ExplanationText(explained);
        writer.head(Clocks.school(problem, explained.shift().school()));
        explained.holders().forEach(writer::holder);
        writer.others();
        if (explained.unfilled() > 0) writer.open();
        return writer.text.toString();
    }

    private void head(ZoneId zone) {
        var s = explained.shift();
        line(s.id() + " at " + s.school() + ", " + WHEN.format(s.window().start().atZone(zone)) + " to "
                + UNTIL.format(s.window().end().atZone(zone))
                + ": needs " + s.needs() + ", has " + explained.filled());
    }

    private void holder(ScheduleExplanation.Holder h) {
        line(h.officer() + " stands here" + (h.pinned() ? ": they have accepted it" : "")
                + worth(h.points(), h.terms()));
        h.broken().forEach(f -> line("  breaks " + f.code() + ": " + f.words()));
        var next = h.next();
        if (next != null)
            line("  the next would be " + next.officer() + worth(next.points(), next.terms())
                    + ahead(h.officer(), next));
        else
            if (!h.pinned() && h.broken().isEmpty()) line("  nobody else could");
    }

    private String ahead(String holder, ScheduleExplanation.Next next) {
        if (!explained.points()) return "";
        return next.ahead().isEmpty()
                ? "; both are worth the same"
                : "; " + holder + " is ahead by " + SeatWorth.sum(next.ahead()) + " (" + terms(next.ahead()) + ")";
    }

    private void others() {
        var could = explained.others().stream().filter(o -> o.lacks().isEmpty()).toList();
        var lack = explained.others().stream().filter(o -> !o.lacks().isEmpty()).toList();
        if (!could.isEmpty()) line("Could stand here too:");
        could.stream().limit(LISTED).forEach(o -> line("  " + o.officer() + worth(o.points(), o.terms())));
        more(could);
        if (!lack.isEmpty()) line("Could not:");
        lack.stream().limit(LISTED).forEach(o -> line("  " + o.officer() + " "
                + o.lacks().stream().map(f -> f.words() + " [" + f.code() + "]").collect(Collectors.joining("; "))));
        more(lack);
    }

    private void open() {
        line("Open seats: " + explained.unfilled() + ". To fill one it would take:");
        explained.wouldFill().stream().limit(LISTED).forEach(o -> line("  for " + o.officer() + ": "
                + o.rules().stream().map(SeatFinding::takes).collect(Collectors.joining(" and "))));
        more(explained.wouldFill());
        for (var c : explained.credentials()) {
            line("Credential " + c.code() + " would open " + c.seats() + (c.seats() == 1 ? " seat" : " seats")
                    + " of all that are open, with " + shortened(c.officers()));
        }
        var chain = explained.chain();
        if (chain == null) {
            line("No exchange of up to four officers fills it.");
            return;
        }
        line("An exchange would fill it" + (chain.points() == null ? "" : ", for " + signed(chain.points()) + " points")
                + ":");
        chain.steps().forEach(s -> line(
                "  " + s.officer() + " takes " + s.takes() + (s.leaves() == null ? "" : " and leaves " + s.leaves())));
    }

    private String worth(long points, Map<String, Long> terms) {
        return explained.points() ? ": " + points + " points" + (terms.isEmpty() ? "" : " (" + terms(terms) + ")") : "";
    }

    private static String terms(Map<String, Long> terms) {
        return terms.entrySet().stream().map(e -> e.getKey() + " " + signed(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String signed(long points) {
        return points > 0 ? "+" + points : "" + points;
    }

    private static String shortened(List<String> officers) {
        return String.join(", ", officers.subList(0, Math.min(5, officers.size())))
                + (officers.size() > 5 ? " and " + (officers.size() - 5) + " more" : "");
    }

    private void more(List<?> all) {
        if (all.size() > LISTED) line("  and " + (all.size() - LISTED) + " more; --json names all");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
