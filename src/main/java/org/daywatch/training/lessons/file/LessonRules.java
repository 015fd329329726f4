package org.daywatch.training.lessons.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.lessons.Lesson;

/**
 * What a lesson's parts must be to each other: minutes that sum up, slides that are shown, goals that are measured,
 * claims that have a source.
 */
public final class LessonRules {

    /** Percentages, shares and long numbers are claims; the numbers one calls or texts, and a year alone, are not. */
    private static final Pattern CLAIM = Pattern.compile(
            "\\d\\s?%|percent|por ciento|\\d+ (in|out of|de cada|of every) (every )?\\d+|\\d{4,}|\\d[.,]\\d",
            Pattern.CASE_INSENSITIVE);
    /** What is spoken says shares in words. */
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b(\\w+ (in|out of|of every) (every )?(\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|(a |one )?(hundred|thousand))"
                    + "|\\w+ de cada (\\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cien|mil)"
                    + "|(one|two) thirds?|three quarters|(more|less) than half of|un tercio|dos tercios|tres cuartas partes|"
                    + "(más|menos) de la mitad)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NO_CLAIM = Pattern.compile("\\b(741741|1-800-[0-9A-Z-]+|\\d{1,2}[:.]\\d\\d)\\b");

    private final Lesson lesson;
    private final List<FieldError> faults = new ArrayList<>();

    private LessonRules(Lesson lesson) {
        this.lesson = lesson;
    }

    static List<FieldError> faults(Lesson lesson) {
        var rules = new LessonRules(lesson);
        rules.outline();
        rules.activities();
        rules.quiz();
        rules.sources();
        rules.claims();
        return rules.faults;
    }

    private void outline() {
        int sum = lesson.outline().stream().mapToInt(Lesson.Part::minutes).sum();
        if (sum != lesson.minutes()) add("$.outline", sum, "the minutes of its parts must sum to " + lesson.minutes());
        var shown = new HashSet<Integer>();
        each(lesson.outline(), "$.outline", (part, at) -> {
            part.slides().forEach(n -> {
                if (n < 1 || n > lesson.slides().size())
                    add(at + ".slides", n, "there are slides 1 to " + lesson.slides().size());
            });
            shown.addAll(part.slides());
            if (part.activity() != null && lesson.activity(part.activity()).isEmpty())
                add(at + ".activity", part.activity(), "there is no such activity");
        });
        IntStream.rangeClosed(1, lesson.slides().size()).filter(n -> !shown.contains(n)).forEach(
                n -> add("$.slides[" + (n - 1) + "]", n, "no part of the outline shows it; name it in slides of one"));
    }

    private void activities() {
        unique("$.activities", lesson.activities().stream().map(Lesson.Activity::id).toList());
        each(lesson.activities(), "$.activities", (activity, at) -> {
            var parts = lesson.outline().stream().filter(p -> Objects.equals(p.activity(), activity.id())).toList();
            int minutes = parts.stream().mapToInt(Lesson.Part::minutes).sum();
            if (parts.isEmpty()) add(at, activity.id(), "no part of the outline holds it; name it as activity of one");
            else
                if (activity.minutes() > minutes)
                    add(at + ".minutes", activity.minutes(), "the outline gives it only " + minutes);
        });
    }

    private void quiz() {
        unique("$.quiz", lesson.quiz().stream().map(Lesson.Question::id).toList());
        each(lesson.quiz(), "$.quiz", (question, at) -> {
            if (question.goal() > lesson.goals().size())
                add(at + ".goal", question.goal(), "there are goals 1 to " + lesson.goals().size());
            if (question.answer() > question.choices().size())
                add(at + ".answer", question.answer(), "there are choices 1 to " + question.choices().size());
            unique(at + ".choices", question.choices());
        });
        IntStream.rangeClosed(1, lesson.goals().size())
                .filter(n -> lesson.quiz().stream().noneMatch(q -> q.goal() == n))
                .forEach(n -> add("$.goals[" + (n - 1) + "]", n,
                        "no question of the quiz asks for it; without one nobody knows whether it is reached"));
    }

    private void sources() {
        unique("$.sources", lesson.sources().stream().map(Lesson.Source::id).toList());
        var known = lesson.sources().stream().map(Lesson.Source::id).collect(Collectors.toSet());
        var used = new LinkedHashSet<String>();
        each(lesson.evidence().studies(), "$.evidence.studies",
                (study, at) -> cites(known, used, at + ".source", List.of(study.source())));
        each(lesson.slides(), "$.slides", (slide, at) -> each(slide.points(), at + ".points",
                (point, there) -> cites(known, used, there + ".sources", point.sources())));
        each(lesson.quiz(), "$.quiz", (question, at) -> cites(known, used, at + ".sources", question.sources()));
        cites(known, used, "$.staffSheet.sources", lesson.staffSheet().sources());
        cites(known, used, "$.parentSheet.sources", lesson.parentSheet().sources());
        each(lesson.sources(), "$.sources", (source, at) -> {
            if (!used.contains(source.id()))
                add(at, source.id(), "nothing names it; name it where it was used, or take it out");
        });
    }

    private void cites(Set<String> known, Set<String> used, String at, List<String> ids) {
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> add(at, id,
                "there is no such source; the sources are " + String.join(", ", known.stream().sorted().toList())));
        used.addAll(ids);
    }

    private void claims() {
        each(lesson.slides(), "$.slides", (slide, at) -> each(slide.points(), at + ".points", (point, there) -> {
            if (point.sources().isEmpty() && claims(point.text()))
                add(there + ".text", point.text(), "says a number and no source; name the source it comes from");
        }));
        each(lesson.slides(), "$.slides", (slide, at) -> {
            boolean sourced = slide.points().stream().anyMatch(point -> !point.sources().isEmpty());
            if (!sourced && spoken(slide.say()))
                add(at + ".say", lesson.slides().indexOf(slide) + 1,
                        "speaks of a number, and no point of its slide names a source; name it at the point it belongs to");
            if (!sourced && spoken(slide.ask()))
                add(at + ".ask", lesson.slides().indexOf(slide) + 1,
                        "asks with a number, and no point of its slide names a source; name it at the point it belongs to");
        });
        each(lesson.quiz(), "$.quiz", (question, at) -> {
            if (question.sources().isEmpty()
                    && Stream.of(question.question(), question.why()).anyMatch(LessonRules::claims)) {
                add(at + ".sources", question.id(), "says a number and no source; name the source it comes from");
            }
        });
        if (lesson.staffSheet().sources().isEmpty()
                && lesson.staffSheet().paragraphs().stream().anyMatch(LessonRules::claims))
            add("$.staffSheet.sources", "", "its paragraphs say a number and no source");
        if (lesson.parentSheet().sources().isEmpty()
                && lesson.parentSheet().paragraphs().stream().anyMatch(LessonRules::claims))
            add("$.parentSheet.sources", "", "its paragraphs say a number and no source");
    }

    /** Whether a text says a number that somebody must have counted. */
    public static boolean claims(String text) {
        return CLAIM.matcher(NO_CLAIM.matcher(text).replaceAll("")).find();
    }

    /** Whether somebody who says this tells of a number that was counted, in digits or in words. */
    public static boolean spoken(String text) {
        return claims(text) || SPOKEN.matcher(text).find();
    }

    private void unique(String at, List<String> words) {
        var seen = new HashSet<String>();
        words.stream().filter(word -> !seen.add(word)).forEach(word -> add(at, word, "stands there twice"));
    }

    private void add(String at, Object value, String todo) {
        faults.add(new FieldError(at, value.toString(), todo));
    }

    private interface Look<T> {
        void at(T item, String path);
    }

    private static <T> void each(List<T> items, String path, Look<T> look) {
        for (int i = 0; i < items.size(); i++) look.at(items.get(i), path + "[" + i + "]");
    }
}
