package org.daywatch.emergencies.reunification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Tile;

/** How a reunification is put into words for its reader. */
public final class ReunionWords {

    private ReunionWords() {}

    /**
     * What a step kept: words of the house ("MAY_COLLECT PASSPORT") in the reader's language, what somebody wrote as
     * they wrote it.
     */
    public static String step(Page page, ReunionQueries.Step step) {
        var said = new java.util.ArrayList<String>();
        for (String word : step.words().split(" ")) {
            String key = page.has("reunification.custody." + word)
                    ? "reunification.custody." + word
                    : "reunification.id." + word;
            if (!page.has(key)) return step.words();
            said.add(page.t(key));
        }
        return String.join(", ", said);
    }

    /**
     * How many are where: the three places to look after and the released always, the others when somebody is there.
     */
    public static List<Tile> tiles(Page page, Map<StudentPlace, Integer> counts) {
        return Arrays.stream(StudentPlace.values()).filter(place -> place.ordinal() < 3
                || place == StudentPlace.RELEASED || counts.getOrDefault(place, 0) > 0)
                .map(place -> tile(page, place, counts.getOrDefault(place, 0))).toList();
    }

    private static Tile tile(Page page, StudentPlace place, int count) {
        boolean wrong = count > 0 && (place == StudentPlace.MISSING || place == StudentPlace.MEDICAL);
        return Tile.of(page.t("reunification.place." + place), Integer.toString(count))
                .tone(wrong ? Chip.Tone.BAD : Chip.Tone.QUIET);
    }

    /** Whether every word that was typed stands in the name: "dove east" finds "Eastmoor, Dove". */
    public static boolean finds(String typed, String name) {
        String in = name.toLowerCase(Locale.ROOT);
        return typed.strip().length() >= 2 && Arrays
                .stream(typed.toLowerCase(Locale.ROOT).replace(",", " ").strip().split("\\s+")).allMatch(in::contains);
    }

    /** "Yucca, Jamie" on the list is "Jamie Yucca" on the card. */
    public static boolean same(String listed, String written) {
        return words(listed).equals(words(written));
    }

    private static TreeSet<String> words(String name) {
        return new TreeSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).replace(",", " ").strip().split("\\s+")));
    }
}
