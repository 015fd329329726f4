package org.daywatch.emergencies.alerts.languages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.languages.AlertLanguageStore.Reader;
import org.daywatch.emergencies.alerts.languages.AlertLanguageStore.Speaks;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In which languages a school is told, in memory: an alert asks no database for its words. Kept as it was while the
 * database is away.
 */
@Component
public class SchoolLanguages {

    private static final Map<String, String> NAMES = Map.of("en", "English", "es", "Español");

    private final Map<String, Spoken> house;
    private final Map<UUID, Known> byAgency = new ConcurrentHashMap<>();
    private final AlertLanguageStore store;
    private final Live live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SchoolLanguages(AlertLanguageStore store, Texts texts, Live live, PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.live = live;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.house = NAMES.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, one -> new Spoken(one.getKey(), one.getKey(), one.getValue(), false,
                        LanguageWords.ofTheHouse(texts, one.getKey()), List.of())));
    }

    /**
     * @param id other words have another
     * @param words all of {@link LanguageWords#KEYS}; English where the language has none
     * @param missing which of them are English for that reason
     */
    public record Spoken(String id, String tag, String name, boolean rtl, Map<String, String> words,
            List<String> missing) {

        /** In which language one of the words is. */
        public String lang(String key) {
            return missing.contains(key) ? "en" : tag;
        }

        /** Which way it runs: "ltr" or "rtl". */
        public String dir(String key) {
            return rtl && !missing.contains(key) ? "rtl" : "ltr";
        }
    }

    /**
     * Only what was confirmed comes in here. @param spoken by its id, made once: ten thousand screens may ask at once
     */
    private record Known(List<AlertLanguage> confirmed, Map<UUID, Spoken> spoken, Map<UUID, Speaks> schools,
            Map<Reader, String> readers) {

        private Optional<Spoken> shown(UUID district, String tag, LocalDate day) {
            return AlertLanguage.shown(confirmed, district, tag, day).map(one -> spoken.get(one.id()));
        }
    }

    /**
     * The first one first; one that has no confirmed words today is left out. Empty where nothing was chosen: then each
     * reads the language of their pages.
     */
    public List<Spoken> of(Campus school) {
        for (var known : byAgency.values()) {
            var speaks = known.schools().get(school.id());
            if (speaks == null) continue;
            var day = clock.instant().atZone(school.zone()).toLocalDate();
            return speaks.tags().stream().map(
                    tag -> house.containsKey(tag) ? Optional.of(house(tag)) : known.shown(speaks.district(), tag, day))
                    .flatMap(Optional::stream).toList();
        }
        return List.of();
    }

    /** The tag of the language somebody reads first; empty: that of their pages. */
    public String readFirst(UUID organization, UUID person) {
        return byAgency.values().stream().map(known -> known.readers().get(new Reader(organization, person)))
                .filter(tag -> tag != null).findFirst().orElse("");
    }

    /** That of a school's languages in which somebody reads first, where it is not one of the house. */
    public Optional<Spoken> own(Campus school, UUID organization, UUID person) {
        String tag = readFirst(organization, person);
        return of(school).stream().filter(one -> one.tag().equals(tag) && !house.containsKey(tag)).findFirst();
    }

    Spoken spoken(AlertLanguage one) {
        var words = new LinkedHashMap<>(house.get("en").words());
        words.putAll(one.words());
        return new Spoken(one.id().toString(), one.tag(), one.ownName(), one.rtl(), words, one.missing());
    }

    Spoken house(String tag) {
        return house.get(tag);
    }

    /** Reads what stands now; where it is other than before, open screens are rung and fetch it. */
    public void refresh(UUID agency) {
        Tenancy.run(Scope.system(agency), () -> {
            var confirmed = store.list().stream().filter(one -> one.state() == AlertLanguage.State.CONFIRMED).toList();
            var fresh = new Known(confirmed,
                    confirmed.stream().collect(Collectors.toMap(AlertLanguage::id, this::spoken)),
                    store.spoken().stream().collect(Collectors.toMap(Speaks::school, Function.identity())),
                    store.readers());
            var before = byAgency.put(agency, fresh);
            if (before != null && !before.equals(fresh))
                transaction.executeWithoutResult(t -> ring(agency, before, fresh));
        });
    }

    private void ring(UUID agency, Known before, Known now) {
        var whose = new LinkedHashSet<UUID>(List.of(agency));
        for (var known : List.of(before, now)) known.schools().values().forEach(school -> whose.add(school.district()));
        whose.forEach(organization -> live.ring("alerts", organization));
    }
}
