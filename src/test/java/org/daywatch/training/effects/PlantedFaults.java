package org.daywatch.training.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.effects.EffectReport.Counts;
import org.daywatch.training.effects.EffectReport.Item;
import org.daywatch.training.effects.EffectReport.Kept;
import org.daywatch.training.effects.EffectReport.Learned;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.SmallCells;

/**
 * Reports as they would be if somebody had made a mistake: in what is counted, in what is computed, in what is shown.
 */
final class PlantedFaults {

    private PlantedFaults() {}

    interface Wrong extends BiFunction<Answers, SmallCells, EffectReport> {}

    static Map<String, Wrong> all() {
        var faults = new LinkedHashMap<String, Wrong>();
        counted(faults);
        computed(faults);
        shown(faults);
        kept(faults);
        return faults;
    }

    private static void counted(Map<String, Wrong> faults) {
        faults.put("the first student is left out",
                (a, c) -> right(Classrooms.with(a, a.before(), rest(a.at(a.before()))), c));
        faults.put("a student is counted twice", (a, c) -> right(twice(a), c));
        faults.put("before and after are swapped", (a, c) -> right(
                Classrooms.with(Classrooms.with(a, a.before(), a.at(Moment.POST)), Moment.POST, a.at(a.before())), c));
        faults.put("whoever was away afterward had nothing right",
                (a, c) -> right(Classrooms.with(a, Moment.POST, filled(a)), c));
        faults.put("whoever lost their slip counts as somebody", (a, c) -> right(named(a), c));
        faults.put("one answer is read wrongly", (a, c) -> right(flipped(a), c));
        faults.put("a half sheet counts", (a,
                c) -> right(Classrooms.with(a, Moment.POST, plus(a.at(Moment.POST), Classrooms.sheet("half", 2))), c));
        faults.put("a class that waited is compared with its first quiz",
                (a, c) -> a.held(Moment.WAITED) ? right(Classrooms.with(a, Moment.WAITED, null), c) : right(a, c));
        faults.put("those without a partner are mixed up", (a, c) -> counts(right(a, c),
                k -> new Counts(k.before(), k.after(), k.pairs(), k.onlyAfter(), k.onlyBefore())));
        faults.put("not asked is nobody",
                (a, c) -> counts(right(a, c), k -> new Counts(k.before() == null ? 0 : k.before(),
                        k.after() == null ? 0 : k.after(), k.pairs(), k.onlyBefore(), k.onlyAfter())));
    }

    private static void computed(Map<String, Wrong> faults) {
        faults.put("the normal distribution instead of Student's",
                (a, c) -> change(right(a, c), f -> wider(f, 1.959964 / StudentT.quantile(0.975, pairs(a) - 1))));
        faults.put("the variance divided by n",
                (a, c) -> change(right(a, c), f -> wider(f, Math.sqrt((pairs(a) - 1.0) / pairs(a)))));
        faults.put("an interval of 90 %", (a, c) -> change(right(a, c),
                f -> wider(f, StudentT.quantile(0.95, pairs(a) - 1) / StudentT.quantile(0.975, pairs(a) - 1))));
        faults.put("one degree of freedom too many", (a, c) -> change(right(a, c),
                f -> wider(f, StudentT.quantile(0.975, pairs(a)) / StudentT.quantile(0.975, pairs(a) - 1))));
        faults.put("two unmatched groups instead of pairs",
                (a, c) -> change(right(a, c), f -> of(a).scores(1).above(of(a).scores(0))));
        faults.put("the change of all instead of the matched", (a, c) -> change(right(a, c),
                f -> Figure.within(mean(a.at(Moment.POST)) - mean(a.at(a.before())), f.from(), f.to())));
        faults.put("the change has the wrong sign",
                (a, c) -> change(right(a, c), f -> Figure.within(-f.number(), -f.to(), -f.from())));
        faults.put("the mean of each student's own gain",
                (a, c) -> gain(right(a, c), f -> Figure.within(ownGains(a), f.from(), f.to())));
        faults.put("the gain as a part of all questions", (a, c) -> gain(right(a, c),
                f -> Figure.within(right(a, c).learned().change().number() / a.questions().size(), f.from(), f.to())));
        faults.put("the gain as a part of what was known before", (a, c) -> gain(right(a, c), f -> Figure
                .within(right(a, c).learned().change().number() / of(a).scores(0).mean(), f.from(), f.to())));
        faults.put("the gain's interval as if the gap were certain",
                (a, c) -> gain(right(a, c), f -> overGap(right(a, c), a)));
        faults.put("the gain's interval from the wrong end",
                (a, c) -> gain(right(a, c), f -> Figure.within(f.number(), 1 - f.to(), 1 - f.from())));
        faults.put("the gain has no interval", (a, c) -> gain(right(a, c), f -> Figure.known(f.number())));
        faults.put("questions are moved by one", (a, c) -> items(right(a, c), items -> rotated(items)));
        faults.put("a question's parts are of all who answered",
                (a, c) -> items(right(a, c), items -> ofAll(items, a)));
    }

    private static void shown(Map<String, Wrong> faults) {
        faults.put("one student fewer is shown", (a, c) -> right(a, new SmallCells(c.fewest() - 1, c.apart())));
        faults.put("one student more is asked for", (a, c) -> right(a, new SmallCells(c.fewest() + 1, c.apart())));
        faults.put("nothing is ever suppressed", (a, c) -> right(a, new SmallCells(1, 0)));
        faults.put("suppressed is shown as zero",
                (a, c) -> said(right(a, c), f -> f.standing() == Figure.Standing.SUPPRESSED ? Figure.known(0) : f));
        faults.put("unknown is shown as zero", (a, c) -> said(right(a, c), PlantedFaults::unknownIsZero));
        faults.put("suppressed and unknown are one",
                (a, c) -> said(right(a, c), f -> f.standing() == Figure.Standing.SUPPRESSED ? Figure.UNKNOWN : f));
        faults.put("questions are shown where the means are not",
                (a, c) -> items(right(a, c), items -> right(a, new SmallCells(1, 0)).items()));
    }

    private static void kept(Map<String, Wrong> faults) {
        faults.put("one student can be found between two groups", (a, c) -> right(a, new SmallCells(c.fewest(), 0)));
        faults.put("what was kept is the part of the mean",
                (a, c) -> later(a, c, k -> new Kept(k.asked(), k.matched(), k.later(), k.sinceLesson(), k.sinceBefore(),
                        k.share().known()
                                ? Figure.known(k.later().number() / (k.later().number() - k.sinceLesson().number()))
                                : k.share())));
        faults.put("the change since the lesson is since before it", (a, c) -> later(a, c,
                k -> new Kept(k.asked(), k.matched(), k.later(), k.sinceBefore(), k.sinceBefore(), k.share())));
        faults.put("later answers are matched with the first only",
                (a, c) -> later(a, c,
                        k -> new Kept(k.asked(), Pairs.of(a, a.before(), Moment.DELAYED).size(), k.later(),
                                k.sinceLesson(),
                                k.sinceBefore(), k.share())));
        faults.put("nobody was asked later", (a, c) -> new EffectReport(right(a, c).questions(), right(a, c).counts(),
                right(a, c).learned(), right(a, c).items(), null, null));
    }

    private static EffectReport right(Answers answers, SmallCells cells) {
        return EffectReport.of(answers, cells);
    }

    private static EffectReport counts(EffectReport r, UnaryOperator<Counts> wrong) {
        return new EffectReport(r.questions(), wrong.apply(r.counts()), r.learned(), r.items(), r.kept(), r.compared());
    }

    private static EffectReport change(EffectReport r, UnaryOperator<Figure> wrong) {
        return r.learned().change().known() ? said(r, wrong) : r;
    }

    /** Also where it is not known. */
    private static EffectReport said(EffectReport r, UnaryOperator<Figure> wrong) {
        var l = r.learned();
        return new EffectReport(r.questions(), r.counts(),
                new Learned(l.before(), l.after(), wrong.apply(l.change()), l.gain()), r.items(), r.kept(),
                r.compared());
    }

    private static EffectReport gain(EffectReport r, UnaryOperator<Figure> wrong) {
        var l = r.learned();
        if (!l.gain().hasInterval()) return r;
        return new EffectReport(r.questions(), r.counts(),
                new Learned(l.before(), l.after(), l.change(), wrong.apply(l.gain())), r.items(), r.kept(),
                r.compared());
    }

    private static EffectReport items(EffectReport r, UnaryOperator<List<Item>> wrong) {
        return new EffectReport(r.questions(), r.counts(), r.learned(), wrong.apply(r.items()), r.kept(), r.compared());
    }

    private static EffectReport later(Answers a, SmallCells c, UnaryOperator<Kept> wrong) {
        var r = right(a, c);
        return r.kept() == null
                ? r
                : new EffectReport(r.questions(), r.counts(), r.learned(), r.items(),
                        r.kept().later().known() ? wrong.apply(r.kept()) : r.kept(), r.compared());
    }

    private static Pairs of(Answers a) {
        return Pairs.of(a, a.before(), Moment.POST);
    }

    private static int pairs(Answers a) {
        return of(a).size();
    }

    private static Figure wider(Figure f, double times) {
        return Figure.within(f.number(), f.number() - (f.number() - f.from()) * times,
                f.number() + (f.to() - f.number()) * times);
    }

    private static Figure unknownIsZero(Figure f) {
        return f.standing() == Figure.Standing.UNKNOWN ? Figure.known(0) : f;
    }

    private static Figure overGap(EffectReport r, Answers a) {
        double gap = a.questions().size() - r.learned().before().number();
        var change = r.learned().change();
        return Figure.within(r.learned().gain().number(), change.from() / gap, change.to() / gap);
    }

    private static double mean(List<Sheet> sheets) {
        return sheets.stream().mapToInt(Sheet::score).average().orElse(0);
    }

    private static double ownGains(Answers a) {
        int most = a.questions().size();
        return of(a).rows().stream().filter(row -> row.get(0).score() < most)
                .mapToDouble(row -> (row.get(1).score() - row.get(0).score()) / (double) (most - row.get(0).score()))
                .average().orElse(0);
    }

    private static List<Sheet> rest(List<Sheet> sheets) {
        return sheets.isEmpty() ? sheets : sheets.subList(1, sheets.size());
    }

    private static List<Sheet> plus(List<Sheet> sheets, Sheet one) {
        var more = new ArrayList<>(sheets);
        more.add(one);
        return more;
    }

    private static Answers twice(Answers a) {
        if (of(a).rows().isEmpty()) return a;
        var row = of(a).rows().getFirst();
        var again = Classrooms.with(a, a.before(), plus(a.at(a.before()), new Sheet("again", row.get(0).right())));
        return Classrooms.with(again, Moment.POST, plus(a.at(Moment.POST), new Sheet("again", row.get(1).right())));
    }

    private static List<Sheet> filled(Answers a) {
        var filled = new ArrayList<>(a.at(Moment.POST));
        for (var sheet : a.at(a.before()))
            if (filled.stream().noneMatch(s -> sheet.pair() != null && sheet.pair().equals(s.pair())))
                filled.add(Classrooms.sheet(sheet.pair(), 0));
        return filled;
    }

    /** Whoever has no code after the lesson gets the code of somebody who has no partner. */
    private static Answers named(Answers a) {
        var free = new ArrayList<>(a.at(a.before()).stream().map(Sheet::pair)
                .filter(p -> a.at(Moment.POST).stream().noneMatch(s -> p != null && p.equals(s.pair()))).toList());
        return Classrooms.with(a, Moment.POST, a.at(Moment.POST).stream()
                .map(s -> s.pair() == null && !free.isEmpty() ? new Sheet(free.removeFirst(), s.right()) : s).toList());
    }

    private static Answers flipped(Answers a) {
        if (of(a).rows().isEmpty()) return a;
        var one = of(a).rows().getFirst().get(1);
        var right = new ArrayList<>(one.right());
        right.set(0, !right.get(0));
        return Classrooms.with(a, Moment.POST,
                a.at(Moment.POST).stream().map(s -> s.equals(one) ? new Sheet(s.pair(), right) : s).toList());
    }

    private static List<Item> rotated(List<Item> items) {
        var moved = new ArrayList<Item>();
        for (int i = 0; i < items.size(); i++) {
            var other = items.get((i + 1) % items.size());
            moved.add(new Item(items.get(i).question(), other.before(), other.after(), other.change()));
        }
        return moved;
    }

    private static List<Item> ofAll(List<Item> items, Answers a) {
        var all = new ArrayList<Item>();
        for (int i = 0; i < items.size(); i++) {
            int question = i;
            var item = items.get(i);
            double part = a.at(Moment.POST).stream().mapToInt(s -> s.right().get(question) ? 1 : 0).average().orElse(0);
            all.add(item.after().known()
                    ? new Item(item.question(), item.before(), Figure.known(part), item.change())
                    : item);
        }
        return all;
    }

    /** Comparisons as somebody would get them wrong. */
    static Map<String, UnaryOperator<EffectReport.Compared>> comparisons(double[] taught, double[] waiting) {
        var faults = new LinkedHashMap<String, UnaryOperator<EffectReport.Compared>>();
        double a = EffectOracle.spread(taught);
        double b = EffectOracle.spread(waiting);
        int n = taught.length;
        int m = waiting.length;
        double welch = Math.sqrt(a / n + b / m);
        double pooled = Math.sqrt(((n - 1) * a + (m - 1) * b) / (n + m - 2) * (1.0 / n + 1.0 / m));
        faults.put("one spread for both",
                c -> difference(c, c.difference().number(), StudentT.quantile(0.975, n + m - 2) * pooled));
        faults.put("degrees of freedom of both together",
                c -> difference(c, c.difference().number(), StudentT.quantile(0.975, n + m - 2) * welch));
        faults.put("degrees of freedom of the smaller",
                c -> difference(c, c.difference().number(), StudentT.quantile(0.975, Math.min(n, m) - 1) * welch));
        faults.put("the waiting minus the taught",
                c -> difference(c, -c.difference().number(), c.difference().to() - c.difference().number()));
        faults.put("the two arms are swapped", c -> new EffectReport.Compared(c.waiting(), c.taught(),
                c.waitingChange(), c.taughtChange(), c.difference()));
        faults.put("half the interval",
                c -> difference(c, c.difference().number(), (c.difference().to() - c.difference().number()) / 2));
        return faults;
    }

    private static EffectReport.Compared difference(EffectReport.Compared c, double value, double half) {
        return new EffectReport.Compared(c.taught(), c.waiting(), c.taughtChange(), c.waitingChange(),
                Figure.within(value, value - half, value + half));
    }

    static double[] changes(Answers answers, Moment second) {
        return Arrays.copyOf(Pairs.of(answers, Moment.PRE, second).scores(1)
                .minus(Pairs.of(answers, Moment.PRE, second).scores(0)).values(),
                Pairs.of(answers, Moment.PRE, second).size());
    }
}
