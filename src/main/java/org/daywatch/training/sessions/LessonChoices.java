package org.daywatch.training.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.training.lessons.AgeBand;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.lessons.LibraryLesson;
import org.daywatch.training.sessions.LessonSession.Content;
import org.springframework.stereotype.Component;

/** Lessons of the library as they can be chosen for a class. */
@Component
public class LessonChoices {

    private final Lessons lessons;

    LessonChoices(Lessons lessons) {
        this.lessons = lessons;
    }

    /** Those that may be planned, in the order of the library. */
    public List<LibraryLesson> open() {
        return lessons.list().stream().filter(l -> !l.retired()).toList();
    }

    public List<Option> options(Page page) {
        return open().stream().map(l -> option(page, l)).toList();
    }

    private static Option option(Page page, LibraryLesson l) {
        var lesson = l.in(page.lang());
        return new Option(l.code(), page.t("sessions.lesson.option", lesson.title(),
                page.t("sessions.band." + lesson.band()), lesson.minutes()));
    }

    /** The newest edition in a language; in the one there is, where there is none in that. */
    public Optional<Content> newest(String code, String language) {
        return open().stream().filter(l -> l.code().equals(code)).findFirst().map(l -> content(l.in(language)));
    }

    public Optional<Lesson> lesson(Content content) {
        return lessons.find(content.code(), content.edition(), content.language());
    }

    /**
     * What may have been used in class: what was planned and what is newest, in each language. "2 es" stands for
     * edition 2 in Spanish.
     */
    public List<Option> used(Page page, Content planned) {
        var editions = new TreeSet<Integer>();
        editions.add(planned.edition());
        lessons.newest(planned.code()).ifPresent(l -> editions.add(l.edition()));
        var options = new ArrayList<Option>();
        for (int edition : editions) {
            for (String language : List.of("en", "es")) {
                if (lessons.find(planned.code(), edition, language).isPresent())
                    options.add(new Option(edition + " " + language, page.t("sessions.used." + language, edition)));
            }
        }
        if (options.isEmpty())
            options.add(new Option(planned.edition() + " " + planned.language(),
                    page.t("sessions.used." + planned.language(), planned.edition())));
        return options;
    }

    /** @param said as in {@link #used}. Empty where there is no such edition */
    public Optional<Content> used(Content planned, String said) {
        if (said.equals(planned.edition() + " " + planned.language())) return Optional.of(planned);
        if (!said.matches("[0-9]{1,4} (en|es)")) return Optional.empty();
        String[] parts = said.split(" ");
        return lessons.find(planned.code(), Integer.parseInt(parts[0]), parts[1]).map(LessonChoices::content);
    }

    /** From one lesson on, through those for the same grades and round again: a first guess for a series. */
    public List<String> from(String code, int many) {
        var band = open().stream().filter(lesson -> lesson.code().equals(code)).map(LessonChoices::band).findFirst();
        var codes = open().stream().filter(lesson -> band.map(band(lesson)::equals).orElse(true))
                .map(LibraryLesson::code).toList();
        int first = Math.max(0, codes.indexOf(code));
        var guessed = new ArrayList<String>();
        for (int i = 0; i < many && !codes.isEmpty(); i++) guessed.add(codes.get((first + i) % codes.size()));
        return guessed;
    }

    private static AgeBand band(LibraryLesson lesson) {
        return lesson.in("en").band();
    }

    private static Content content(Lesson l) {
        return new Content(l.code(), l.edition(), l.language(), l.title(), l.minutes());
    }
}
