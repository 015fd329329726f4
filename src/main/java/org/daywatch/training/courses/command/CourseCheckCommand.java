package org.daywatch.training.courses.command;

import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.editions.command.EditionCheckCommand;
import picocli.CommandLine.Command;

/** {@code daywatch course check FILE…}: no installation is needed. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check courses: their structure, their sources, and that the languages of one edition are built alike; no installation is needed.",
        footer = {"", "Format: docs/formats/course.md."})
class CourseCheckCommand extends EditionCheckCommand<CourseFile> {

    CourseCheckCommand() {
        super(new CourseKind());
    }
}
