package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A lifecycle drawn from what {@code decide} really answered: docs/states/THING.mmd. The tests that ask every state
 * every command hand their answers over; a committed picture that says something else fails.
 * {@code -Ddaywatch.draw=true} redraws.
 */
public final class StatePicture {

    private final List<String> steps = new ArrayList<>();

    /** A command that was accepted and led from one state to another (or left it where it was). */
    public void step(String from, String command, String to) {
        String line = "  " + from + " --> " + to + " : " + command;
        if (!steps.contains(line)) steps.add(line);
    }

    /** Reads "DRAFT Submit → SUBMITTED RequestSubmitted"; an answer of one word is a refusal and is not drawn. */
    public StatePicture answers(List<String> lines) {
        for (String line : lines) {
            String[] sides = line.split(" → ");
            String[] answer = sides[1].split(" ");
            if (answer.length < 2 || answer[0].equals("-")) continue;
            int space = sides[0].indexOf(' ');
            step(sides[0].substring(0, space), sides[0].substring(space + 1), answer[0]);
        }
        return this;
    }

    /**
     * A command that no state ever accepts has fallen out of the picture: some state is missing from the test that
     * draws it.
     */
    public StatePicture drawsEvery(Class<?> sealed) {
        for (Class<?> command : sealed.getPermittedSubclasses())
            assertThat(steps).as("a step for %s", command.getSimpleName())
                    .anyMatch(step -> step.endsWith(" : " + command.getSimpleName()));
        return this;
    }

    public void isCommittedAs(String thing) {
        String drawn = "%% Drawn from the answers of decide(); do not edit.\nstateDiagram-v2\n"
                + String.join("\n", steps) + "\n";
        Path file = Path.of("docs/states", thing + ".mmd");
        try {
            if (Boolean.getBoolean("daywatch.draw"))
                Files.writeString(Files.createDirectories(file.getParent()).resolve(file.getFileName()), drawn);
            assertThat(steps).isNotEmpty();
            assertThat(Files.readString(file))
                    .as("%s is out of date: run the tests once with -Ddaywatch.draw=true", file).isEqualTo(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException("Maybe run the tests once with -Ddaywatch.draw=true", e);
        }
    }
}
