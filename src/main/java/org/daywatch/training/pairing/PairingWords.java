package org.daywatch.training.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;

/** Pairing codes in the reader's language. The lists stand in the message files, in the same order in each. */
public final class PairingWords {

    private PairingWords() {}

    public static List<String> animals(Page page) {
        return List.of(page.t("pairing.animals").split(", "));
    }

    public static List<String> things(Page page) {
        return List.of(page.t("pairing.things").split(", "));
    }

    /** "fox lemon 42". */
    public static String of(Page page, PairingCode code) {
        return animals(page).get(code.first()) + " " + things(page).get(code.second()) + " " + code.number();
    }

    /** To choose from by the alphabet, with nothing chosen. */
    public static List<Option> choices(Page page, List<String> words) {
        var options = new ArrayList<Option>();
        options.add(new Option("", page.t("pairing.choose")));
        IntStream.range(0, words.size()).boxed()
                .sorted(Comparator.comparing(words::get,
                        java.text.Collator.getInstance(java.util.Locale.of(page.lang()))))
                .forEach(i -> options.add(new Option(i.toString(), words.get(i))));
        return options;
    }

    public static List<Option> numbers(Page page) {
        var options = new ArrayList<Option>();
        options.add(new Option("", page.t("pairing.choose")));
        for (int n = PairingCode.LOWEST; n <= PairingCode.HIGHEST; n++)
            options.add(new Option(Integer.toString(n), Integer.toString(n)));
        return options;
    }
}
