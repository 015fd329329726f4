package org.daywatch.training.lessons.pages;

import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.LibraryLesson;

/** A line of the library. @param lesson in the reader's language where there is one */
public record LessonRow(LibraryLesson shelf, Lesson lesson) {}
