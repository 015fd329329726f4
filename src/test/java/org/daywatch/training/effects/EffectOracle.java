package org.daywatch.training.effects;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.effects.EffectReport.Compared;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.SmallCells;

/**
 * Computes a report a second time, by other means: pairs by comparing each sheet with each, means as exact fractions,
 * spread from all differences between two students, Student's quantile by integrating over an angle, Fieller's interval
 * by searching where its test turns. Nothing of the application's arithmetic is used.
 */
final class EffectOracle {

    private static final double CLOSE = 1e-6;
    private static final Map<Double, Double> QUANTILES = new ConcurrentHashMap<>();

    private final Answers answers;
    private final SmallCells cells;
    private final List<String> found = new ArrayList<>();

    private EffectOracle(Answers answers, SmallCells cells) {
        this.answers = answers;
        this.cells = cells;
    }

    /** What is wrong in it; empty: nothing. */
    static List<String> faults(EffectReport report, Answers answers, SmallCells cells) {
        var oracle = new EffectOracle(answers, cells);
        oracle.judge(report);
        return oracle.found;
    }

    static List<String> faults(Compared compared, List<Answers> taught, List<Answers> waiting, SmallCells cells) {
        var oracle = new EffectOracle(taught.getFirst(), cells);
        oracle.judge(compared, taught, waiting);
        return oracle.found;
    }

    private void judge(EffectReport r) {
        var before = answers.sheets().containsKey(Moment.WAITED) ? Moment.WAITED : Moment.PRE;
        int most = answers.questions().size();
        var pairs = rows(answers, before, Moment.POST);
        int n = pairs.size();
        same("questions", r.questions(), most);
        same("before", r.counts().before(),
                answers.sheets().containsKey(before) ? answers.sheets().get(before).size() : null);
        same("after", r.counts().after(),
                answers.sheets().containsKey(Moment.POST) ? answers.sheets().get(Moment.POST).size() : null);
        same("pairs", r.counts().pairs(), n);
        same("only before", r.counts().onlyBefore(), Math.max(0, all(before) - n));
        same("only after", r.counts().onlyAfter(), Math.max(0, all(Moment.POST) - n));
        var x = numbers(pairs, row -> points(row.get(0)));
        var y = numbers(pairs, row -> points(row.get(1)));
        mean("mean before", r.learned().before(), x, true);
        mean("mean after", r.learned().after(), y, true);
        mean("change", r.learned().change(), numbers(pairs, row -> points(row.get(1)) - points(row.get(0))), true);
        gain(r.learned().gain(), numbers(pairs, row -> most - points(row.get(0))),
                numbers(pairs, row -> most - points(row.get(1))));
        same("items", r.items().stream().map(EffectReport.Item::question).toList(), answers.questions());
        for (int i = 0; i < most && i < r.items().size(); i++) item(i, r.items().get(i), pairs);
        kept(r, before, n);
    }

    private void item(int i, EffectReport.Item item, List<List<Sheet>> pairs) {
        mean("before, question " + i, item.before(), numbers(pairs, row -> row.get(0).right().get(i) ? 1 : 0), false);
        mean("after, question " + i, item.after(), numbers(pairs, row -> row.get(1).right().get(i) ? 1 : 0), false);
        mean("change, question " + i, item.change(),
                numbers(pairs, row -> (row.get(1).right().get(i) ? 1 : 0) - (row.get(0).right().get(i) ? 1 : 0)), true);
    }

    private void kept(EffectReport r, Moment before, int pairs) {
        if (!answers.sheets().containsKey(Moment.DELAYED)) {
            same("kept", r.kept(), null);
            return;
        }
        if (r.kept() == null) {
            found.add("kept: nothing, though the class was asked later");
            return;
        }
        var three = rows(answers, before, Moment.POST, Moment.DELAYED);
        int n = three.size();
        same("asked later", r.kept().asked(), all(Moment.DELAYED));
        same("matched later", r.kept().matched(), n);
        boolean telling = n > 0 && n < pairs && pairs - n < cells.apart();
        var later = numbers(three, row -> points(row.get(2)));
        var learned = numbers(three, row -> points(row.get(1)) - points(row.get(0)));
        var left = numbers(three, row -> points(row.get(2)) - points(row.get(0)));
        if (telling) {
            for (var figure : List.of(r.kept().later(), r.kept().sinceLesson(), r.kept().sinceBefore(),
                    r.kept().share()))
                same("standing later", figure.standing(), Figure.Standing.SUPPRESSED);
            return;
        }
        mean("mean later", r.kept().later(), later, true);
        mean("since the lesson", r.kept().sinceLesson(), numbers(three, row -> points(row.get(2)) - points(row.get(1))),
                true);
        mean("since before", r.kept().sinceBefore(), left, true);
        if (!shown("share", r.kept().share(), n, mean(learned) > 0)) return;
        ratio("share", r.kept().share(), left, learned, v -> v);
    }

    private void judge(Compared c, List<Answers> taught, List<Answers> waiting) {
        double[] a = changes(taught, Moment.POST);
        double[] b = changes(waiting, Moment.WAITED);
        same("taught", c.taught(), a.length);
        same("waiting", c.waiting(), b.length);
        mean("change of the taught", c.taughtChange(), a, true);
        mean("change of the waiting", c.waitingChange(), b, true);
        if (a.length == 0 || b.length == 0) {
            same("difference", c.difference().standing(), Figure.Standing.UNKNOWN);
            return;
        }
        double va = spread(a) / a.length;
        double vb = spread(b) / b.length;
        double half = quantile(Math.pow(va + vb, 2) / (va * va / (a.length - 1) + vb * vb / (b.length - 1)))
                * Math.sqrt(va + vb);
        double d = mean(a) - mean(b);
        near("difference", c.difference().value(), d);
        near("difference from", c.difference().low(), d - half);
        near("difference to", c.difference().high(), d + half);
    }

    private double[] changes(List<Answers> classes, Moment second) {
        return classes.stream().map(one -> rows(one, Moment.PRE, second)).filter(rows -> rows.size() >= cells.fewest())
                .flatMapToDouble(rows -> rows.stream().mapToDouble(row -> points(row.get(1)) - points(row.get(0))))
                .toArray();
    }

    private void gain(Figure gain, double[] before, double[] after) {
        if (shown("gain", gain, before.length, mean(before) != 0)) ratio("gain", gain, after, before, left -> 1 - left);
    }

    private void ratio(String what, Figure figure, double[] upper, double[] lower, DoubleUnaryOperator said) {
        near(what, figure.value(), said.applyAsDouble(mean(upper) / mean(lower)));
        double[] ends = fieller(upper, lower);
        if (ends.length == 0) {
            same(what + " has an interval", figure.hasInterval(), false);
            return;
        }
        double one = said.applyAsDouble(ends[0]);
        double other = said.applyAsDouble(ends[1]);
        near(what + " from", figure.low(), Math.min(one, other));
        near(what + " to", figure.high(), Math.max(one, other));
    }

    private void mean(String what, Figure figure, double[] values, boolean interval) {
        if (!shown(what, figure, values.length, true)) return;
        near(what, figure.value(), mean(values));
        if (!interval) {
            same(what + " has an interval", figure.hasInterval(), false);
            return;
        }
        double half = quantile(values.length - 1) * Math.sqrt(spread(values) / values.length);
        near(what + " from", figure.low(), mean(values) - half);
        near(what + " to", figure.high(), mean(values) + half);
    }

    private boolean shown(String what, Figure figure, int students, boolean known) {
        var standing = students == 0
                ? Figure.Standing.UNKNOWN
                : students < cells.fewest()
                        ? Figure.Standing.SUPPRESSED
                        : known ? Figure.Standing.KNOWN : Figure.Standing.UNKNOWN;
        same("standing of " + what, figure.standing(), standing);
        return figure.standing() == Figure.Standing.KNOWN && standing == Figure.Standing.KNOWN;
    }

    private int all(Moment moment) {
        return answers.sheets().getOrDefault(moment, List.of()).size();
    }

    private static List<List<Sheet>> rows(Answers of, Moment... moments) {
        var rows = new ArrayList<List<Sheet>>();
        for (var first : of.sheets().getOrDefault(moments[0], List.of())) {
            var row = new ArrayList<Sheet>();
            for (var moment : moments) {
                var own = of.sheets().getOrDefault(moment, List.of()).stream()
                        .filter(s -> s.pair() != null && s.pair().equals(first.pair())).toList();
                if (own.size() == 1) row.add(own.getFirst());
            }
            if (row.size() == moments.length) rows.add(row);
        }
        return rows;
    }

    private static double points(Sheet sheet) {
        double points = 0;
        for (boolean right : sheet.right()) if (right) points++;
        return points;
    }

    private static double[] numbers(List<List<Sheet>> rows, ToDoubleFunction<List<Sheet>> of) {
        return rows.stream().mapToDouble(of).toArray();
    }

    static double mean(double[] values) {
        if (values.length == 0) return 0;
        var sum = BigDecimal.ZERO;
        for (double v : values) sum = sum.add(BigDecimal.valueOf(v));
        return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128).doubleValue();
    }

    /** The variance, from the squares of the differences between each two. */
    static double spread(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) for (int j = 0; j < i; j++) sum += Math.pow(values[i] - values[j], 2);
        return sum / values.length / (values.length - 1.0);
    }

    /** By the angle whose tangent is t / √freedom: its density is a power of the cosine. */
    static double quantile(double freedom) {
        return QUANTILES.computeIfAbsent(freedom, EffectOracle::search);
    }

    private static double search(double freedom) {
        double whole = area(Math.PI / 2, freedom);
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (area(middle, freedom) < 0.95 * whole) low = middle;
            else high = middle;
        }
        return Math.tan((low + high) / 2) * Math.sqrt(freedom);
    }

    private static double area(double angle, double freedom) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double height = Math.pow(Math.max(0, Math.cos(angle * i / steps)), freedom - 1);
            sum += height * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * angle / steps / 3;
    }

    /** Those parts that a test of "upper − part × lower is zero" does not refuse; none where it refuses too little. */
    private static double[] fieller(double[] upper, double[] lower) {
        double part = mean(upper) / mean(lower);
        double t = quantile(upper.length - 1);
        DoubleUnaryOperator refuses = r -> {
            double[] rest = new double[upper.length];
            for (int i = 0; i < rest.length; i++) rest[i] = upper[i] - r * lower[i];
            return Math.abs(mean(rest)) - t * Math.sqrt(spread(rest) / rest.length);
        };
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
            double step = side == 0 ? -1e-3 : 1e-3;
            while (Math.abs(step) < 1e7 && refuses.applyAsDouble(part + step) <= 0) step *= 2;
            if (Math.abs(step) >= 1e7) return new double[0];
            double in = part;
            double out = part + step;
            for (int i = 0; i < 100; i++) {
                double middle = (in + out) / 2;
                if (refuses.applyAsDouble(middle) <= 0) in = middle;
                else out = middle;
            }
            ends[side] = in;
        }
        return ends;
    }

    private void same(String what, Object said, Object right) {
        if (!Objects.equals(said, right)) found.add(what + ": " + said + " instead of " + right);
    }

    private void near(String what, Double said, double right) {
        if (said == null || Math.abs(said - right) > CLOSE * Math.max(1, Math.abs(right)))
            found.add(what + ": " + said + " instead of " + right);
    }
}
