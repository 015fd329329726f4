package org.daywatch.emergencies.alerts.languages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.Shelter;
import org.daywatch.platform.texts.Texts;

/**
 * Which texts of an alert a language says in its own words, by the keys screens know them by: "LOCKDOWN.name",
 * "TORNADO/SHELTER_AREA", "drill".
 */
public final class LanguageWords {

    /** Whether it is meant; each stands on a screen in English and Spanish too, whatever a language calls it. */
    public static final List<String> STATUS = List.of("real", "drill", "test");
    public static final List<String> NAMES = Arrays.stream(ProtocolAction.values()).map(a -> a + ".name").toList();
    /** Without these nobody confirms a language. */
    public static final List<String> MUST = must();
    public static final List<String> KEYS = keys();

    /** Those that belong to no status and no action: buttons and sentences of the screen. */
    public static List<String> besides() {
        return KEYS.stream().filter(key -> !key.contains(".") && !key.contains("/") && !STATUS.contains(key)).toList();
    }

    static final int LONGEST_WORD = 60;
    static final int LONGEST_TEXT = 300;

    private LanguageWords() {}

    private static List<String> must() {
        var must = new ArrayList<>(List.of("real", "drill"));
        Arrays.stream(ProtocolAction.values()).filter(a -> !a.help()).forEach(a -> must.add(a + ".name"));
        return List.copyOf(must);
    }

    private static List<String> keys() {
        var keys = new ArrayList<>(STATUS);
        for (var action : ProtocolAction.values()) {
            for (var part : List.of("name", "adults", "students")) keys.add(action + "." + part);
            if (action == ProtocolAction.SHELTER) keys.addAll(Shelter.pairs());
        }
        keys.addAll(List.of("students", "acknowledge", "safe", "needHelp", "call", "notTold", "over"));
        return List.copyOf(keys);
    }

    /** Shown so large, or on so small a button, that it must be short. */
    static int longest(String key) {
        return key.contains(".") && !key.endsWith(".name") || key.contains("/") || key.equals("notTold")
                ? LONGEST_TEXT
                : LONGEST_WORD;
    }

    /** Where the house has the same text in the message files. */
    public static String message(String key) {
        if (key.contains("/")) return "protocol.shelter." + key.replace('/', '.');
        return (key.contains(".") ? "protocol." : "alert.screen.") + key;
    }

    /** As the form of a page calls the field. */
    public static String field(String key) {
        return "word." + key.replace('/', '.');
    }

    /** All texts in a language of the house. @param language "en" or "es" */
    public static Map<String, String> ofTheHouse(Texts texts, String language) {
        var words = new LinkedHashMap<String, String>();
        for (var key : KEYS) words.put(key, texts.of(language, message(key)));
        return words;
    }
}
