package org.daywatch.training.lessons.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.lessons.Lesson;

/**
 * Two languages of one edition are one lesson: the same steps, slides and questions, so that classes taught in either
 * can be counted together.
 */
public final class LessonTwins {

    private final Lesson one;
    private final Lesson other;
    private final List<FieldError> faults = new ArrayList<>();

    private LessonTwins(Lesson one, Lesson other) {
        this.one = one;
        this.other = other;
    }

    /** @return where {@code other} is not built as {@code one} is; empty where they are twins */
    public static List<FieldError> faults(Lesson one, Lesson other) {
        var twins = new LessonTwins(one, other);
        twins.same("$.topic", Lesson::topic);
        twins.same("$.band", Lesson::band);
        twins.same("$.minutes", Lesson::minutes);
        twins.same("$.goals", l -> l.goals().size());
        twins.same("$.sources", l -> l.sources().stream().map(s -> s.id() + " " + s.url()).toList());
        twins.same("$.evidence.studies",
                l -> l.evidence().studies().stream().map(s -> s.direction() + " " + s.source()).toList());
        twins.same("$.materials", l -> l.materials().size());
        twins.same("$.outline", l -> l.outline().stream()
                .map(p -> List.of(p.minutes(), p.slides(), Objects.requireNonNullElse(p.activity(), ""))).toList());
        twins.same("$.slides",
                l -> l.slides().stream()
                        .map(s -> List.of(s.points().stream().map(Lesson.Point::sources).toList(), s.ask().isEmpty()))
                        .toList());
        twins.same("$.activities", l -> l.activities().stream().map(a -> List.of(a.id(), a.minutes(),
                a.materials().size(), a.cards().size(), a.steps().size(), a.debrief().size())).toList());
        twins.same("$.quiz", l -> l.quiz().stream()
                .map(q -> List.of(q.id(), q.goal(), q.choices().size(), q.answer(), q.sources())).toList());
        twins.same("$.fidelity", l -> l.fidelity().size());
        twins.same("$.staffSheet", l -> List.of(l.staffSheet().paragraphs().size(), l.staffSheet().watchFor().size(),
                l.staffSheet().toDo().size(), l.staffSheet().sources()));
        twins.same("$.parentSheet", l -> List.of(l.parentSheet().paragraphs().size(),
                l.parentSheet().talkAbout().size(), l.parentSheet().help().size(), l.parentSheet().sources()));
        return twins.faults;
    }

    private void same(String path, Function<Lesson, Object> what) {
        Object here = what.apply(one);
        Object there = what.apply(other);
        if (here.equals(there)) return;
        if (here instanceof List<?> mine && there instanceof List<?> theirs) {
            int many = Math.max(mine.size(), theirs.size());
            for (int i = 0; i < many; i++) {
                String a = i < mine.size() ? mine.get(i).toString() : "none";
                String b = i < theirs.size() ? theirs.get(i).toString() : "none";
                if (!a.equals(b)) differs(path + "[" + i + "]", a, b);
            }
        } else {
            differs(path, here.toString(), there.toString());
        }
    }

    private void differs(String path, String mine, String theirs) {
        faults.add(new FieldError(path, theirs,
                "must be built as in the " + one.language() + " edition, which has " + mine));
    }
}
