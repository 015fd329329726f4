package org.daywatch.emergencies.alerts.languages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.languages.SchoolLanguages.Spoken;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;

/** The languages of schools as scripts get them: long before an alert, so that it brings no words. */
@Component
public class ScreenLanguages {

    /**
     * A reader of very many schools gets their languages with this many of them at most; they read the language of
     * their pages.
     */
    private static final int MOST_SCHOOLS = 500;

    private final SchoolLanguages languages;
    private final Map<String, Map<String, String>> kinds = new LinkedHashMap<>();

    ScreenLanguages(SchoolLanguages languages, Texts texts) {
        this.languages = languages;
        for (var house : Texts.LANGUAGES) {
            var said = new LinkedHashMap<String, String>();
            for (var key : LanguageWords.STATUS) said.put(key, texts.of(house, LanguageWords.message(key)));
            kinds.put(house, said);
        }
    }

    /**
     * @param stamp other where anything else is: a page that has another asks for the words again
     * @param own "speaks" by school the ids of its languages in order, "languages" by id, "kinds" the status words of
     * the house, "reads" the tag the reader wants first
     */
    public record Screen(String stamp, Map<String, Object> own) {}

    public Screen of(Actor actor, Collection<Campus> schools) {
        var speaks = new LinkedHashMap<String, List<String>>();
        var known = new LinkedHashMap<String, Object>();
        for (var school : schools) {
            if (speaks.size() >= MOST_SCHOOLS) break;
            var spoken = languages.of(school);
            if (spoken.isEmpty()) continue;
            speaks.put(school.id().toString(), spoken.stream().map(Spoken::id).toList());
            spoken.forEach(one -> known.putIfAbsent(one.id(), one));
        }
        return screen(speaks, known, languages.readFirst(actor.tenant(), actor.person()));
    }

    /** One school speaks this language alone, as a screen would show it now: for whoever enters or checks it. */
    Screen preview(AlertLanguage language, UUID school) {
        var spoken = languages.spoken(language);
        return screen(Map.of(school.toString(), List.of(spoken.id(), "en")),
                Map.of(spoken.id(), spoken, "en", languages.house("en")), language.tag());
    }

    private Screen screen(Map<String, List<String>> speaks, Map<String, Object> known, String reads) {
        return new Screen(Integer.toHexString(31 * speaks.hashCode() + reads.hashCode()),
                Map.of("speaks", speaks, "languages", known, "kinds", kinds, "reads", reads));
    }

    /** What a phone keeps for the page with the buttons: of each language the names of the actions. */
    public List<Map<String, Object>> names(Campus school) {
        return languages.of(school).stream().map(one -> {
            var words = new LinkedHashMap<String, String>();
            for (var action : ProtocolAction.values())
                if (!one.missing().contains(action + ".name"))
                    words.put(action.name(), one.words().get(action + ".name"));
            return Map.<String, Object>of("tag", one.tag(), "rtl", one.rtl(), "words", words);
        }).toList();
    }
}
