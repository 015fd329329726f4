package org.daywatch.training.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.SmallCells;
import org.jspecify.annotations.Nullable;

/**
 * What one class learned from one lesson, as numbers alone: nobody can be found in it, and it outlives the answers it
 * was made from.
 *
 * @param questions asked; the most that can be right
 * @param kept what was left weeks later; null where nobody asked then
 * @param compared with classes that were still waiting; null where the class belongs to no such study
 */
public record EffectReport(int questions, Counts counts, Learned learned, List<Item> items, @Nullable Kept kept,
        @Nullable Compared compared) {

    /**
     * How many sheets there are, and how many could not be matched.
     *
     * @param after null: the class was not asked after the lesson
     */
    public record Counts(@Nullable Integer before, @Nullable Integer after, int pairs, int onlyBefore, int onlyAfter) {}

    /**
     * Of matched students, in right answers.
     *
     * @param gain (after − before) / (most − before) of the means, the part of what was still to be learned
     */
    public record Learned(Figure before, Figure after, Figure change, Figure gain) {}

    /** Of one question: which part of the matched students had it right. */
    public record Item(String question, Figure before, Figure after, Figure change) {}

    /**
     * Of students matched at all three moments.
     *
     * @param sinceLesson right answers more than on the day of the lesson
     * @param sinceBefore right answers more than before it
     * @param share which part of the change was still there
     */
    public record Kept(int asked, int matched, Figure later, Figure sinceLesson, Figure sinceBefore, Figure share) {}

    /** Two means of changes, and how much larger that of the taught classes is. */
    public record Compared(int taught, int waiting, Figure taughtChange, Figure waitingChange, Figure difference) {}

    public static EffectReport of(Answers answers, SmallCells cells) {
        var pairs = Pairs.of(answers, answers.before(), Moment.POST);
        return new EffectReport(answers.questions().size(), counts(answers, pairs),
                learned(pairs, answers.questions().size(), cells), items(pairs, answers, cells),
                answers.held(Moment.DELAYED) ? kept(answers, pairs.size(), cells) : null, null);
    }

    public EffectReport beside(Compared study) {
        return new EffectReport(questions, counts, learned, items, kept, study);
    }

    private static Counts counts(Answers answers, Pairs pairs) {
        Integer before = answers.held(answers.before()) ? answers.at(answers.before()).size() : null;
        Integer after = answers.held(Moment.POST) ? answers.at(Moment.POST).size() : null;
        return new Counts(before, after, pairs.size(), before == null ? 0 : before - pairs.size(),
                after == null ? 0 : after - pairs.size());
    }

    private static Learned learned(Pairs pairs, int questions, SmallCells cells) {
        int n = pairs.size();
        return new Learned(show(cells, n, () -> pairs.scores(0).average()),
                show(cells, n, () -> pairs.scores(1).average()),
                show(cells, n, () -> pairs.scores(1).minus(pairs.scores(0)).average()),
                show(cells, n, () -> gain(pairs, questions)));
    }

    /**
     * One less the part of the gaps that is still there, so that the interval comes from Fieller's theorem on matched
     * gaps.
     */
    private static Figure gain(Pairs pairs, int questions) {
        var left = pairs.missed(1, questions).partOf(pairs.missed(0, questions));
        if (!left.known()) return Figure.UNKNOWN;
        return left.hasInterval()
                ? Figure.within(1 - left.number(), 1 - left.to(), 1 - left.from())
                : Figure.known(1 - left.number());
    }

    private static List<Item> items(Pairs pairs, Answers answers, SmallCells cells) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < answers.questions().size(); i++) {
            var before = pairs.right(0, i);
            var after = pairs.right(1, i);
            items.add(new Item(answers.questions().get(i), show(cells, pairs.size(), () -> Figure.known(before.mean())),
                    show(cells, pairs.size(), () -> Figure.known(after.mean())),
                    show(cells, pairs.size(), () -> after.minus(before).average())));
        }
        return List.copyOf(items);
    }

    private static Kept kept(Answers answers, int pairs, SmallCells cells) {
        var three = Pairs.of(answers, answers.before(), Moment.POST, Moment.DELAYED);
        int asked = answers.at(Moment.DELAYED).size();
        int n = three.size();
        if (n > 0 && cells.giveAway(pairs, n))
            return new Kept(asked, n, Figure.SUPPRESSED, Figure.SUPPRESSED, Figure.SUPPRESSED, Figure.SUPPRESSED);
        return new Kept(asked, n, show(cells, n, () -> three.scores(2).average()),
                show(cells, n, () -> three.scores(2).minus(three.scores(1)).average()),
                show(cells, n, () -> three.scores(2).minus(three.scores(0)).average()),
                show(cells, n, () -> share(three)));
    }

    /** Unknown where nothing was learned that could have been kept. */
    private static Figure share(Pairs three) {
        var learned = three.scores(1).minus(three.scores(0));
        return learned.mean() > 0 ? three.scores(2).minus(three.scores(0)).partOf(learned) : Figure.UNKNOWN;
    }

    /**
     * Classes that were taught against classes that were asked at the same times and taught later. A class with too few
     * pairs is left out: what is shown of all would show it.
     */
    public static Compared compare(List<Answers> taught, List<Answers> waiting, SmallCells cells) {
        var changed = changes(taught, Moment.POST, cells);
        var stayed = changes(waiting, Moment.WAITED, cells);
        return new Compared(changed.size(), stayed.size(), show(cells, changed.size(), changed::average),
                show(cells, stayed.size(), stayed::average),
                changed.size() == 0 || stayed.size() == 0 ? Figure.UNKNOWN : changed.above(stayed));
    }

    private static Sample changes(List<Answers> classes, Moment second, SmallCells cells) {
        return new Sample(classes.stream().map(answers -> Pairs.of(answers, Moment.PRE, second))
                .filter(pairs -> pairs.size() >= cells.fewest())
                .flatMapToDouble(pairs -> java.util.Arrays.stream(pairs.scores(1).minus(pairs.scores(0)).values()))
                .toArray());
    }

    private static Figure show(SmallCells cells, int students, Supplier<Figure> figure) {
        if (students == 0) return Figure.UNKNOWN;
        return students < cells.fewest() ? Figure.SUPPRESSED : figure.get();
    }
}
