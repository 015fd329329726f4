package org.daywatch.training.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reports as rows of a table for other programs: figures with a point, and the word KNOWN, UNKNOWN or SUPPRESSED beside
 * each.
 */
final class EffectRows {

    static final List<String> LIST = List.of("day", "school", "class", "lesson", "edition", "study", "before", "after",
            "pairs", "change_standing", "change", "change_low", "change_high",
            "gain_standing", "gain", "gain_low", "gain_high");
    static final List<String> FIGURES = List.of("figure", "standing", "value", "low", "high");

    private EffectRows() {}

    static List<Object> line(EffectQueries.View view) {
        var s = view.session();
        var line = new ArrayList<Object>(
                List.of(s.slot().day(), view.school().name(), s.group().label(), s.content().code(),
                        view.held().isEmpty() ? s.content().edition() : view.held().getFirst().asked().edition(),
                        s.group().study()));
        var r = view.report();
        line.add(r == null || r.counts().before() == null ? "" : r.counts().before());
        line.add(r == null || r.counts().after() == null ? "" : r.counts().after());
        line.add(r == null ? "" : r.counts().pairs());
        line.addAll(cells(r == null ? Figure.UNKNOWN : r.learned().change()));
        line.addAll(cells(r == null ? Figure.UNKNOWN : r.learned().gain()));
        return line;
    }

    static List<List<Object>> figures(EffectQueries.View view) {
        var rows = new ArrayList<List<Object>>();
        var r = view.report();
        if (r == null) return rows;
        count(rows, "answered_before", r.counts().before());
        count(rows, "answered_after", r.counts().after());
        count(rows, "pairs", r.counts().pairs());
        count(rows, "only_before", r.counts().onlyBefore());
        count(rows, "only_after", r.counts().onlyAfter());
        add(rows, "mean_before", r.learned().before());
        add(rows, "mean_after", r.learned().after());
        add(rows, "change", r.learned().change());
        add(rows, "normalized_gain", r.learned().gain());
        for (var item : r.items()) {
            add(rows, "right_before_" + item.question(), item.before());
            add(rows, "right_after_" + item.question(), item.after());
            add(rows, "right_change_" + item.question(), item.change());
        }
        later(rows, r);
        return rows;
    }

    private static void later(List<List<Object>> rows, EffectReport r) {
        if (r.kept() != null) {
            count(rows, "answered_later", r.kept().asked());
            count(rows, "pairs_later", r.kept().matched());
            add(rows, "mean_later", r.kept().later());
            add(rows, "change_later_after", r.kept().sinceLesson());
            add(rows, "change_later_before", r.kept().sinceBefore());
            add(rows, "share_kept", r.kept().share());
        }
        if (r.compared() != null) {
            count(rows, "pairs_taught", r.compared().taught());
            count(rows, "pairs_waiting", r.compared().waiting());
            add(rows, "change_taught", r.compared().taughtChange());
            add(rows, "change_waiting", r.compared().waitingChange());
            add(rows, "difference_of_changes", r.compared().difference());
        }
    }

    private static void count(List<List<Object>> rows, String name, @Nullable Integer number) {
        add(rows, name, number == null ? Figure.UNKNOWN : Figure.known(number));
    }

    private static void add(List<List<Object>> rows, String name, Figure figure) {
        var row = new ArrayList<Object>(List.of(name));
        row.addAll(cells(figure));
        rows.add(row);
    }

    private static List<Object> cells(Figure f) {
        return List.of(f.standing(), f.known() ? text(f.number()) : "", f.hasInterval() ? text(f.from()) : "",
                f.hasInterval() ? text(f.to()) : "");
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }
}
