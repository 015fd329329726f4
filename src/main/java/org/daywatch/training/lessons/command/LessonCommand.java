package org.daywatch.training.lessons.command;

import picocli.CommandLine.Command;

/** {@code daywatch lesson …} */
@Command(name = "lesson", mixinStandardHelpOptions = true, description = "Lessons as files.",
        subcommands = {LessonCheckCommand.class})
public class LessonCommand {}
