package org.daywatch.training.lessons.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.LibraryLesson;
import org.jspecify.annotations.Nullable;

/**
 * An edition as its pages show it.
 *
 * @param languages in which this edition is there
 */
public record ShownLesson(Lesson lesson, LibraryLesson shelf, List<String> languages) {

    private static final int BREATH = 300;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[\\p{Ll}\\d)”»\"][.?!])\\s+(?=[\\p{Lu}¿¡“«\"])");

    /** A part of the outline with the minutes of the lesson it takes. */
    public record Timed(int number, int from, Lesson.Part part, Optional<Lesson.Activity> activity) {

        public int to() {
            return from + part.minutes();
        }
    }

    /** Where all its pages begin. */
    public String path() {
        return path(lesson.edition(), lesson.language());
    }

    public String path(int edition, String language) {
        return "/lessons/" + lesson.code() + "/" + edition + "/" + language;
    }

    public List<Timed> parts() {
        var parts = new ArrayList<Timed>();
        int minute = 0;
        for (var part : lesson.outline()) {
            parts.add(new Timed(parts.size() + 1, minute, part, lesson.activity(part.activity())));
            minute += part.minutes();
        }
        return parts;
    }

    public boolean newest() {
        return lesson.edition() == shelf.edition();
    }

    /** What a slide says and where it comes from, each source once. */
    public List<Lesson.Source> sourcesOf(Lesson.Slide slide) {
        return slide.points().stream().flatMap(p -> p.sources().stream()).distinct().map(lesson::source).toList();
    }

    public List<String> sourceIdsOf(Lesson.Slide slide) {
        return sourcesOf(slide).stream().map(Lesson.Source::id).toList();
    }

    /** A text of the file has no line breaks; a long one gets its breath after about three sentences. */
    public static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var now = new StringBuilder();
        for (String sentence : SENTENCE.split(text)) {
            if (!now.isEmpty()) now.append(' ');
            now.append(sentence);
            if (now.length() > BREATH) {
                paragraphs.add(now.toString());
                now.setLength(0);
            }
        }
        if (!now.isEmpty()) paragraphs.add(now.toString());
        return paragraphs;
    }

    /** How large its letters may be on the wall: the more of them, the smaller. */
    public String size(Lesson.Slide slide) {
        int letters = slide.points().stream().mapToInt(p -> p.text().length() + 40).sum() + slide.ask().length();
        return letters < 380 ? "large" : letters < 600 ? "middle" : "small";
    }

    /** The language of what is shown, where it is not the page's. */
    public @Nullable String lang(String page) {
        return lesson.language().equals(page) ? null : lesson.language();
    }
}
