package org.daywatch.emergencies.alerts.languages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.jspecify.annotations.Nullable;

/**
 * The words of alerts in one language: a draft until somebody other than whoever entered them has confirmed that they
 * say what they must.
 *
 * @param district whose schools they are for; null: those of all districts of the agency
 * @param tag BCP 47: "vi", "so", "zh-Hant"
 * @param rtl written from right to left
 * @param words by {@link LanguageWords#KEYS}; what is missing is said in English
 * @param from first day, by the school's calendar, on which confirmed words are shown
 * @param version counts changes of the draft
 */
public record AlertLanguage(UUID agency, UUID id, @Nullable UUID district, String tag, String ownName, boolean rtl,
        Map<String, String> words, LocalDate from, int version, Said entered,
        @Nullable Said confirmed, @Nullable Instant withdrawnAt) {

    /** Who, and when. */
    public record Said(UUID person, String name, Instant at) {}

    public enum State { DRAFT, CONFIRMED, WITHDRAWN }

    public State state() {
        if (withdrawnAt != null) return State.WITHDRAWN;
        return confirmed == null ? State.DRAFT : State.CONFIRMED;
    }

    /** What is said in English because the language has no word for it yet. */
    public List<String> missing() {
        return LanguageWords.KEYS.stream().filter(key -> !words.containsKey(key)).toList();
    }

    /**
     * Read and confirmed by a second person.
     *
     * @param read the version they had before their eyes
     * @param reads they say that they read the language
     * @throws Refused where it was they who entered the words, where these are no draft, or where a word is missing
     * that nobody can do without
     */
    public AlertLanguage confirm(Said by, int read, boolean reads) {
        if (state() != State.DRAFT) throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_NO_DRAFT);
        if (by.person().equals(entered.person())) throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_SECOND_PERSON);
        if (read != version) throw new Stale("language of alerts " + id);
        if (!reads) throw new InvalidInput("reads", "", "alert.language.wrong.reads");
        long lacking = LanguageWords.MUST.stream().filter(key -> !words.containsKey(key)).count();
        if (lacking > 0) throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_LACKS, Map.of("left", lacking));
        return new AlertLanguage(agency, id, district, tag, ownName, rtl, words, from, version, entered, by, null);
    }

    /** Other words in the draft, by whoever began it: else the second pair of eyes would be the first. */
    public AlertLanguage write(LanguageDraft draft, Said by) {
        if (state() != State.DRAFT) throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_NO_DRAFT);
        if (!by.person().equals(entered.person()))
            throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_OF_ANOTHER, Map.of("name", entered.name()));
        if (!draft.tag().equals(tag))
            throw new InvalidInput(List.of(new FieldError("tag", draft.tag(), "alert.language.wrong.other")));
        return new AlertLanguage(agency, id, district, tag, draft.ownName(), draft.rtl(), draft.words(), draft.from(),
                version + 1, by, null, null);
    }

    /**
     * Of all there are, those a school of this district shows on this day: its district's before its agency's, the
     * later before the earlier.
     */
    public static Optional<AlertLanguage> shown(Collection<AlertLanguage> all, UUID district, String tag,
            LocalDate day) {
        var fitting = new ArrayList<>(all.stream()
                .filter(one -> one.state() == State.CONFIRMED && one.tag().equals(tag) && !one.from().isAfter(day))
                .filter(one -> one.district() == null || one.district().equals(district)).toList());
        fitting.sort(Comparator.comparing((AlertLanguage one) -> one.district() != null)
                .thenComparing(AlertLanguage::from).thenComparing(one -> one.confirmed().at()));
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.getLast());
    }
}
