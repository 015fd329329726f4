package org.daywatch.training.lessons.command;

import org.daywatch.training.editions.command.EditionCheckCommand;
import org.daywatch.training.lessons.Lesson;
import picocli.CommandLine.Command;

/** {@code daywatch lesson check FILE…}: no installation is needed. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check lessons: their structure, their sources, and that the languages of one edition are built alike; no installation is needed.",
        footer = {"", "Format: docs/formats/lesson.md."})
class LessonCheckCommand extends EditionCheckCommand<Lesson> {

    LessonCheckCommand() {
        super(new LessonKind());
    }
}
