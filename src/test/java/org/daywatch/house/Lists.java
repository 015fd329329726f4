package org.daywatch.house;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.daywatch.platform.web.lists.PlainList;

/** Every list of the house, found in the sources: where a page reads its place in one, with the orders it offers. */
final class Lists {

    private static final Pattern READ = Pattern.compile(
            "Paging\\.read\\(\"(/[^\"]*)\"( \\+ id)?(?: \\+ \"([^\"]*)\")?,\\s+\\w+,\\s+([^;]*?),\\s+(?:\\w+ \\? )?\"-?[a-z]+\"");
    private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

    private Lists() {}

    /** @param path with {id} where it hangs on something; @param orders keys of its sorted columns */
    record Listed(String path, Set<String> orders) {}

    static List<Listed> all() throws IOException {
        var found = new TreeMap<String, Set<String>>();
        for (var file : Sources.files(Sources.MAIN, "Pages.java", "List.java")) {
            String source = Files.readString(file);
            for (var read = READ.matcher(source); read.find();) {
                String path = read.group(1) + (read.group(2) == null ? "" : "{id}")
                        + (read.group(3) == null ? "" : read.group(3));
                found.computeIfAbsent(path, p -> new LinkedHashSet<>()).addAll(orders(source, read.group(4)));
            }
        }
        for (var plain : plain()) found.put(plain.list().address(), new LinkedHashSet<>(plain.list().orders()));
        return found.entrySet().stream().map(e -> new Listed(e.getKey(), e.getValue())).toList();
    }

    /** @param pages that declare it */
    record Plain(Class<?> pages, PlainList<?> list) {}

    /** Those that are declared: each in a constant of its pages. */
    static List<Plain> plain() throws IOException {
        var found = new ArrayList<Plain>();
        for (var file : Sources.files(Sources.MAIN, "Pages.java")) {
            if (!Files.readString(file).contains("import org.daywatch.platform.web.lists.PlainList;")) continue;
            try {
                var pages = Class
                        .forName(Sources.MAIN.relativize(file).toString().replace(".java", "").replace('/', '.'));
                for (var field : pages.getDeclaredFields()) {
                    if (field.getType() != PlainList.class) continue;
                    field.setAccessible(true);
                    found.add(new Plain(pages, (PlainList<?>) field.get(null)));
                }
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException(file + " does not hold its list in a constant", wrong);
            }
        }
        return found;
    }

    /** Words written on the spot, or those of the constant that is named there. */
    private static Set<String> orders(String source, String argument) throws IOException {
        if (argument.contains("of(")) return words(argument);
        var name = argument.replace(".keySet()", "").split("\\.");
        String where = name.length == 1
                ? source
                : Files.readString(Sources.files(Sources.MAIN, "/" + name[0] + ".java").getFirst());
        var declared = Pattern.compile(" " + name[name.length - 1] + " = ([^;]*);").matcher(where);
        if (!declared.find()) throw new IllegalStateException("no constant " + argument);
        return words(declared.group(1));
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (var word = WORD.matcher(text); word.find();) words.add(word.group(1));
        return words;
    }
}
