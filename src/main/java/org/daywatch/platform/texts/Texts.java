package org.daywatch.platform.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All sentences people read: texts.properties (English) and texts_es.properties (Spanish) lie beside what says them.
 */
@Component
public class Texts {

    public static final List<String> LANGUAGES = List.of("en", "es");

    private static final List<String> STORED = List.of("rule", "policy", "retention.shipped", "shipped.program",
            "eop.standard", "eop.confidential", "shifts.reason", "holiday", "nces.status", "nces.kind", "nces.locale",
            "policyset", "hoursource", "relation",
            "source");

    private final Map<String, Properties> byLanguage = new ConcurrentHashMap<>();
    private final Map<String, String> keyOfEnglish = new HashMap<>();

    public Texts() {
        for (String language : LANGUAGES) byLanguage.put(language, new Properties());
        for (var file : files()) {
            String name = file.getFilename();
            String language = name.matches(".*_[a-z]{2}\\.properties")
                    ? name.replaceAll(".*_([a-z]{2})\\.properties", "$1")
                    : "en";
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                byLanguage.computeIfAbsent(language, l -> new Properties()).load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("the words of " + file + " cannot be read", e);
            }
        }
        byLanguage.get("en")
                .forEach((key, words) -> STORED.stream().filter(kind -> key.toString().startsWith(kind + "."))
                        .forEach(kind -> keyOfEnglish.put(kind + ". " + words, key.toString())));
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:org/daywatch/**/texts*.properties");
        } catch (IOException e) {
            throw new UncheckedIOException("the files of words cannot be listed", e);
        }
    }

    /**
     * The sentence with {0}, {1}… filled in. A text missing in a language falls back to English; missing there too is a
     * bug.
     */
    public String of(String language, String key, Object... args) {
        String pattern = find(language, key);
        if (pattern == null) throw new MissingResourceException("no text for '" + key + "'", "messages", key);
        var said = new MessageFormat(pattern.replace("'", "''"), Locale.of(language, "US")).format(args); // 1,847 and 0.83 in both languages, as the schools here write them
        return said.replace("a.m..", "a.m.").replace("p.m..", "p.m."); // a sentence that ends in a Spanish time
    }

    /** The sentence as written, with named placeholders such as {hours} still in it: refusals fill them by name. */
    public String raw(String language, String key) {
        return find(language, key);
    }

    public boolean has(String key) {
        return find("en", key) != null;
    }

    /**
     * A sentence that stands in the database in English, such as a shipped rule's, as it reads in this language.
     * Whatever an agency wrote itself, or is not in the message files word for word, is shown as it is stored.
     *
     * @param kind what the keys begin with: "rule", "policy", "retention.shipped", "shipped.program", "eop.standard",
     * "eop.confidential", "shifts.reason"
     */
    public String stored(String language, String kind, String words) {
        String key = keyOfEnglish.get(kind + ". " + words);
        return key == null ? words : find(language, key);
    }

    private String find(String language, String key) {
        String own = byLanguage.getOrDefault(language, new Properties()).getProperty(key);
        return own != null ? own : byLanguage.get("en").getProperty(key);
    }
}
