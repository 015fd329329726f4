package org.daywatch.emergencies.alerts.languages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.forms.Typed;

/**
 * What somebody typed for a language, read and held against what must never be: two words of a screen that say the
 * same, or say another word of the house.
 */
public record LanguageDraft(String tag, String ownName, boolean rtl, Map<String, String> words, LocalDate from) {

    /**
     * Signs that turn the direction of what stands around them; a word carries none, the element it stands in says its
     * direction.
     */
    private static final String TURNS = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C]";

    /** @throws InvalidInput naming every field that is wrong */
    public static LanguageDraft read(Map<String, String> form, Texts house) {
        var wrong = new ArrayList<FieldError>();
        String tag = tag(form.getOrDefault("tag", ""), wrong);
        String name = clean(form.getOrDefault("ownName", ""));
        if (name.isEmpty() || name.length() > LanguageWords.LONGEST_WORD)
            wrong.add(new FieldError("ownName", name, "alert.language.wrong.name"));
        boolean rtl = form.getOrDefault("direction", "").equals("rtl");
        var words = words(form, wrong);
        if (!words.isEmpty() && leftwards(words) != rtl)
            wrong.add(new FieldError("direction", rtl ? "rtl" : "ltr", "alert.language.wrong.direction"));
        differ(words, LanguageWords.STATUS, house, wrong);
        differ(words, LanguageWords.NAMES, house, wrong);
        LocalDate from = null;
        try {
            from = Typed.day("from", form.getOrDefault("from", ""));
        } catch (InvalidInput unreadable) {
            wrong.addAll(unreadable.errors());
        }
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return new LanguageDraft(tag, name, rtl, words, from);
    }

    /** As BCP 47 writes it; English and Spanish are the house's own. */
    private static String tag(String typed, List<FieldError> wrong) {
        try {
            var language = new Locale.Builder().setLanguageTag(typed.strip()).build();
            String tag = language.toLanguageTag();
            if (Texts.LANGUAGES.contains(language.getLanguage()))
                wrong.add(new FieldError("tag", typed, "alert.language.wrong.house"));
            else
                if (language.getLanguage().isEmpty() || tag.length() > 35)
                    wrong.add(new FieldError("tag", typed, "alert.language.wrong.tag"));
            return tag;
        } catch (IllformedLocaleException unreadable) {
            wrong.add(new FieldError("tag", typed, "alert.language.wrong.tag"));
            return "";
        }
    }

    private static Map<String, String> words(Map<String, String> form, List<FieldError> wrong) {
        var words = new LinkedHashMap<String, String>();
        for (var key : LanguageWords.KEYS) {
            String text = clean(form.getOrDefault(LanguageWords.field(key), ""));
            if (text.length() > LanguageWords.longest(key))
                wrong.add(new FieldError(LanguageWords.field(key), text,
                        LanguageWords.longest(key) == LanguageWords.LONGEST_TEXT
                                ? "alert.language.wrong.long"
                                : "alert.language.wrong.longWord"));
            else
                if (!text.isEmpty()) words.put(key, text);
        }
        return words;
    }

    private static String clean(String typed) {
        return Typed.cut(typed.replaceAll(TURNS, ""), 2000).replaceAll("\\s+", " ").strip();
    }

    /** Whether more letters run from right to left than the other way; figures and stops run either way. */
    private static boolean leftwards(Map<String, String> words) {
        int balance = 0;
        for (int letter : String.join(" ", words.values()).codePoints().toArray()) {
            byte direction = Character.getDirectionality(letter);
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                balance++;
            else
                if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) balance--;
        }
        return balance > 0;
    }

    /** No two of these say the same, and none says what the house calls another of them. */
    private static void differ(Map<String, String> words, List<String> keys, Texts house, List<FieldError> wrong) {
        var taken = new HashMap<String, String>();
        for (var language : Texts.LANGUAGES)
            for (var key : keys) taken.putIfAbsent(alike(house.of(language, LanguageWords.message(key))), key);
        for (var key : keys) {
            if (!words.containsKey(key)) continue;
            String other = taken.putIfAbsent(alike(words.get(key)), key);
            if (other != null && !other.equals(key))
                wrong.add(new FieldError(LanguageWords.field(key), words.get(key), "alert.language.wrong.same"));
        }
    }

    private static String alike(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
    }
}
