package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Habits, each with a list of where it is broken and how often, which may only shrink: a file that is not on it keeps
 * the habit, one that breaks it less than its line says has the line made smaller or taken off.
 */
class ShrinkingListsTest {

    /**
     * An officer says yes to all that is kept for them: each is an act, and one that is refused keeps none of the rest.
     */
    private static final List<String> SEVERAL_ACTS = List.of("1 staffing/offers/pages/HeldPostPages.java");
    private static final int WIDEST = 300;
    private static final Pattern COMPUTES = Pattern.compile("\\.stream\\(|\\w*Stream\\.\\w+\\(");
    private static final Pattern CATCHES = Pattern.compile("catch \\((?=[^)]*\\b(InvalidInput|Refused|Problem)\\b)");

    @Test
    void templatesReadViewsAndDoNotCompute() throws IOException {
        Offenders.none("Move what is computed to a method of the record that the template shows.",
                found(List.of(), ".jte", text -> count(COMPUTES, text)));
    }

    @Test
    void aLineOfATemplateIsReadWithoutScrolling() throws IOException {
        ToIntFunction<String> widest = text -> text.lines().mapToInt(String::length).filter(width -> width > WIDEST)
                .max().orElse(0);
        Offenders.none(
                "Put code of a template on the next line, or a part into a template beside it: lines have at most "
                        + WIDEST + " characters.",
                found(List.of(), ".jte", widest));
    }

    @Test
    void whatIsWrongWithAFormIsCaughtByAct() throws IOException {
        Offenders.none("Give the work to Act.on, Act.typed, Act.form, Act.told or Act.answer.",
                found(SEVERAL_ACTS, "Pages.java", text -> count(CATCHES, text)));
    }

    @Test
    void eachHabitIsSeenToBeBroken() {
        assertThat(count(COMPUTES, "!{var names = people.stream().map(p -> p.name()).toList();}")).isEqualTo(1);
        assertThat(count(COMPUTES, "months = IntStream.range(0, 12).boxed().toList()")).isEqualTo(1);
        assertThat(count(COMPUTES, "${paging.filter(\"state\")}")).isZero();
        assertThat(count(CATCHES, "try { a(); } catch (Refused | InvalidInput wrong) {} catch (IOException e) {}"))
                .isEqualTo(1);
        assertThat(differences(List.of("2 a/A.jte", "1 b/B.jte"), List.of("3 a/A.jte", "1 c/C.jte"))).containsExactly(
                "a/A.jte: 3, the list says 2", "b/B.jte: 0, the list says 1", "c/C.jte: 1, the list says 0");
    }

    private static TreeSet<String> found(List<String> listed, String ending, ToIntFunction<String> measure)
            throws IOException {
        var now = new TreeSet<String>();
        var root = Sources.MAIN.resolve("org/daywatch");
        for (var file : Sources.files(root, ending)) {
            int n = measure.applyAsInt(Files.readString(file));
            if (n > 0) now.add(n + " " + root.relativize(file));
        }
        return differences(listed, now);
    }

    private static TreeSet<String> differences(Iterable<String> listed, Iterable<String> now) {
        var said = new TreeSet<String>();
        var names = new TreeSet<String>();
        listed.forEach(line -> names.add(name(line)));
        now.forEach(line -> names.add(name(line)));
        for (var name : names)
            if (of(name, now) != of(name, listed))
                said.add(name + ": " + of(name, now) + ", the list says " + of(name, listed));
        return said;
    }

    private static String name(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static int of(String name, Iterable<String> lines) {
        for (var line : lines)
            if (name(line).equals(name)) return Integer.parseInt(line.substring(0, line.indexOf(' ')));
        return 0;
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }
}
