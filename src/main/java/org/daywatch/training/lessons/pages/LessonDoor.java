package org.daywatch.training.lessons.pages;

import java.util.List;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.texts.Texts;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.lessons.LibraryLesson;
import org.springframework.stereotype.Component;

/** Finds what an address names. */
@Component
class LessonDoor {

    private final Lessons lessons;

    LessonDoor(Lessons lessons) {
        this.lessons = lessons;
    }

    /** @throws NotFound for whoever it is not there */
    ShownLesson get(String code, int edition, String language) {
        var lesson = lessons.find(code, edition, language)
                .orElseThrow(() -> new NotFound("lesson " + code + " edition " + edition + " in " + language));
        return new ShownLesson(lesson, newest(code), Texts.LANGUAGES.stream()
                .filter(l -> l.equals(language) || lessons.find(code, edition, l).isPresent()).toList());
    }

    LibraryLesson newest(String code) {
        return lessons.newest(code).orElseThrow(() -> new NotFound("lesson " + code));
    }

    List<LibraryLesson> list() {
        return lessons.list();
    }
}
