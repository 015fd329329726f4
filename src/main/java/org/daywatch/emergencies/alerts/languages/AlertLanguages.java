package org.daywatch.emergencies.alerts.languages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.languages.AlertLanguage.Said;
import org.daywatch.emergencies.alerts.languages.AlertLanguage.State;
import org.daywatch.emergencies.alerts.languages.AlertLanguageStore.Reader;
import org.daywatch.emergencies.alerts.languages.AlertLanguageStore.Speaks;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A language is entered, confirmed and withdrawn; a school chooses which it speaks; a reader which they read first.
 * Each is a line of the audit.
 */
@Component
@Transactional
public class AlertLanguages {

    static final int MOST_AT_A_SCHOOL = 4;

    private final AlertLanguageStore store;
    private final AlertPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    AlertLanguages(AlertLanguageStore store, AlertPlaces places, AuditLog audit, Clock clock) {
        this.store = store;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Forbidden for whoever is at one school: words are those of a district or of an agency */
    public UUID enter(Actor actor, LanguageDraft draft) {
        mayEnter(actor);
        var district = district(actor);
        if (store.list().stream().anyMatch(one -> one.state() == State.DRAFT && one.tag().equals(draft.tag())
                && Objects.equals(one.district(), district))) {
            throw new Refused(EmergencyRefusal.ALERT_LANGUAGE_BEGUN);
        }
        var made = new AlertLanguage(places.agency(actor), Ids.next(), district, draft.tag(), draft.ownName(),
                draft.rtl(), draft.words(), draft.from(), 0, by(actor), null, null);
        store.insert(made);
        audit.act("AlertLanguageEntered", "language " + made.id(),
                Map.of("tag", made.tag(), "words", made.words().size()));
        return made.id();
    }

    public void write(Actor actor, UUID id, int read, LanguageDraft draft) {
        mayEnter(actor);
        var before = mine(actor, id);
        var after = before.write(draft, by(actor));
        store.save(after, read);
        audit.act("AlertLanguageEntered", "language " + id, Map.of("tag", after.tag(), "words", after.words().size()));
    }

    public void confirm(Actor actor, UUID id, int read, boolean reads) {
        var before = mine(actor, id);
        var after = before.confirm(by(actor), read, reads);
        store.save(after, read);
        audit.act("AlertLanguageConfirmed", "language " + id,
                Map.of("tag", after.tag(), "enteredBy", after.entered().person(), "missing", after.missing().size()));
    }

    public void withdraw(Actor actor, UUID id) {
        mayEnter(actor);
        var one = mine(actor, id);
        if (!store.withdraw(id, actor.person(), clock.instant())) throw new NotFound("language of alerts " + id);
        audit.act("AlertLanguageWithdrawn", "language " + id, Map.of("tag", one.tag()));
    }

    /**
     * @param tags the first one first; those a school can choose are the house's and the confirmed ones it is in reach
     * of
     */
    public void speak(Actor actor, Campus school, List<String> tags) {
        var known = store.list().stream()
                .filter(one -> one.state() == State.CONFIRMED
                        && (one.district() == null || one.district().equals(school.districtId())))
                .map(AlertLanguage::tag).toList();
        var before = store.spoken().stream().filter(s -> s.school().equals(school.id())).flatMap(s -> s.tags().stream())
                .toList(); // a language may wait for its next words
        for (var tag : tags) {
            if (!Texts.LANGUAGES.contains(tag) && !known.contains(tag) && !before.contains(tag))
                throw new InvalidInput("language" + (tags.indexOf(tag) + 1), tag, "alert.language.wrong.unknown");
        }
        var chosen = tags.stream().distinct().limit(MOST_AT_A_SCHOOL).toList();
        store.speak(places.agency(actor), new Speaks(school.id(), school.districtId(), chosen));
        audit.act("SchoolLanguagesChosen", "school " + school.id(), Map.of("tags", chosen));
    }

    /** @param tag empty: that of the reader's pages */
    public void readFirst(Actor actor, String tag) {
        if (!tag.isEmpty()
                && store.list().stream().noneMatch(one -> one.state() == State.CONFIRMED && one.tag().equals(tag)))
            throw new InvalidInput("tag", tag, "alert.language.wrong.unknown");
        store.read(places.agency(actor), new Reader(actor.tenant(), actor.person()), tag);
    }

    /** @throws NotFound for what another organization entered for itself */
    public AlertLanguage get(UUID id) {
        return store.find(id).filter(one -> one.withdrawnAt() == null)
                .orElseThrow(() -> new NotFound("language of alerts " + id));
    }

    private AlertLanguage mine(Actor actor, UUID id) {
        var one = get(id);
        if (!own(actor, one)) throw new Forbidden("words of alerts are changed by whom they are for");
        return one;
    }

    /** Whether it is for whom they act; a district reads what its agency has for all, and does not change it. */
    public static boolean own(Actor actor, AlertLanguage one) {
        return Objects.equals(one.district(), district(actor));
    }

    public static boolean entersFor(Actor actor) {
        return !actor.role().atOneSchool();
    }

    private static void mayEnter(Actor actor) {
        if (!entersFor(actor))
            throw new Forbidden(actor.role() + " is at one school: words of alerts are those of a district");
    }

    /** Null: all of the agency. */
    private static @Nullable UUID district(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT") ? actor.tenant() : null;
    }

    private Said by(Actor actor) {
        return new Said(actor.person(), actor.name(), clock.instant());
    }
}
