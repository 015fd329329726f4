package org.daywatch.training.courses.command;

import picocli.CommandLine.Command;

/** {@code daywatch course …} */
@Command(name = "course", mixinStandardHelpOptions = true, description = "Courses as files.",
        subcommands = {CourseCheckCommand.class})
public class CourseCommand {}
