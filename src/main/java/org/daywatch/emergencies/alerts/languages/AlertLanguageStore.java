package org.daywatch.emergencies.alerts.languages;

import static org.daywatch_db.emergencies.Tables.ALERT_LANGUAGE;
import static org.daywatch_db.emergencies.Tables.ALERT_READER;
import static org.daywatch_db.emergencies.Tables.SCHOOL_LANGUAGES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.emergencies.tables.records.AlertLanguageRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Languages of alerts, which schools speak them and who reads them first, as the organization that is bound may see
 * them.
 */
@Repository
@Transactional
public class AlertLanguageStore {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    AlertLanguageStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** @param tags BCP 47, and "en", "es"; the first one first */
    public record Speaks(UUID school, UUID district, List<String> tags) {}

    /** Drafts too; what was withdrawn is left out. */
    @Transactional(readOnly = true)
    public List<AlertLanguage> list() {
        return db.selectFrom(ALERT_LANGUAGE).where(ALERT_LANGUAGE.WITHDRAWN_AT.isNull())
                .orderBy(ALERT_LANGUAGE.TAG, ALERT_LANGUAGE.DISTRICT_ID, ALERT_LANGUAGE.ENTERED_AT)
                .fetch(this::language);
    }

    @Transactional(readOnly = true)
    public Optional<AlertLanguage> find(UUID id) {
        return db.selectFrom(ALERT_LANGUAGE).where(ALERT_LANGUAGE.ID.eq(id)).fetchOptional(this::language);
    }

    public void insert(AlertLanguage one) {
        var e = one.entered();
        db.insertInto(ALERT_LANGUAGE).set(ALERT_LANGUAGE.AGENCY_ID, one.agency()).set(ALERT_LANGUAGE.ID, one.id())
                .set(ALERT_LANGUAGE.DISTRICT_ID, one.district())
                .set(ALERT_LANGUAGE.TAG, one.tag()).set(ALERT_LANGUAGE.OWN_NAME, one.ownName())
                .set(ALERT_LANGUAGE.RTL, one.rtl()).set(ALERT_LANGUAGE.WORDS, words(one))
                .set(ALERT_LANGUAGE.VALID_FROM, one.from()).set(ALERT_LANGUAGE.ENTERED_BY, e.person())
                .set(ALERT_LANGUAGE.ENTERED_BY_NAME, e.name()).set(ALERT_LANGUAGE.ENTERED_AT, e.at()).execute();
    }

    /** @param before the version it was read at. @throws Stale where somebody was faster */
    public void save(AlertLanguage one, int before) {
        var by = one.confirmed();
        int hit = db.update(ALERT_LANGUAGE).set(ALERT_LANGUAGE.OWN_NAME, one.ownName())
                .set(ALERT_LANGUAGE.RTL, one.rtl()).set(ALERT_LANGUAGE.WORDS, words(one))
                .set(ALERT_LANGUAGE.VALID_FROM, one.from()).set(ALERT_LANGUAGE.VERSION, one.version())
                .set(ALERT_LANGUAGE.ENTERED_AT, one.entered().at())
                .set(ALERT_LANGUAGE.CONFIRMED_BY, by == null ? null : by.person())
                .set(ALERT_LANGUAGE.CONFIRMED_BY_NAME, by == null ? null : by.name())
                .set(ALERT_LANGUAGE.CONFIRMED_AT, by == null ? null : by.at())
                .where(ALERT_LANGUAGE.ID.eq(one.id())).and(ALERT_LANGUAGE.VERSION.eq(before))
                .and(ALERT_LANGUAGE.CONFIRMED_AT.isNull()).and(ALERT_LANGUAGE.WITHDRAWN_AT.isNull()).execute();
        if (hit != 1) throw new Stale("language of alerts " + one.id());
    }

    /** A draft that comes to nothing, or words that are not to be shown any more. */
    public boolean withdraw(UUID id, UUID person, Instant now) {
        return db.update(ALERT_LANGUAGE).set(ALERT_LANGUAGE.WITHDRAWN_BY, person).set(ALERT_LANGUAGE.WITHDRAWN_AT, now)
                .where(ALERT_LANGUAGE.ID.eq(id)).and(ALERT_LANGUAGE.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    @Transactional(readOnly = true)
    public List<Speaks> spoken() {
        return db.selectFrom(SCHOOL_LANGUAGES)
                .fetch(r -> new Speaks(r.getSchoolId(), r.getDistrictId(), List.of(r.getTags())));
    }

    /** No tags: the school speaks what the house speaks, and its screens show each reader their own page's language. */
    public void speak(UUID agency, Speaks school) {
        db.deleteFrom(SCHOOL_LANGUAGES).where(SCHOOL_LANGUAGES.AGENCY_ID.eq(agency))
                .and(SCHOOL_LANGUAGES.SCHOOL_ID.eq(school.school())).execute();
        if (school.tags().isEmpty()) return;
        db.insertInto(SCHOOL_LANGUAGES).set(SCHOOL_LANGUAGES.AGENCY_ID, agency)
                .set(SCHOOL_LANGUAGES.SCHOOL_ID, school.school()).set(SCHOOL_LANGUAGES.DISTRICT_ID, school.district())
                .set(SCHOOL_LANGUAGES.TAGS, school.tags().toArray(String[]::new)).execute();
    }

    /** Somebody in one of their places. */
    public record Reader(UUID organization, UUID person) {}

    /** The tag of the language each reads first. */
    @Transactional(readOnly = true)
    public Map<Reader, String> readers() {
        return db.selectFrom(ALERT_READER).fetch().stream()
                .collect(Collectors.toMap(r -> new Reader(r.getOrganizationId(), r.getPersonId()), r -> r.getTag()));
    }

    /** @param tag empty: none before that of their pages */
    public void read(UUID agency, Reader reader, String tag) {
        db.deleteFrom(ALERT_READER).where(ALERT_READER.AGENCY_ID.eq(agency))
                .and(ALERT_READER.ORGANIZATION_ID.eq(reader.organization()))
                .and(ALERT_READER.PERSON_ID.eq(reader.person())).execute();
        if (tag.isEmpty()) return;
        db.insertInto(ALERT_READER).set(ALERT_READER.AGENCY_ID, agency)
                .set(ALERT_READER.ORGANIZATION_ID, reader.organization()).set(ALERT_READER.PERSON_ID, reader.person())
                .set(ALERT_READER.TAG, tag).execute();
    }

    private JSONB words(AlertLanguage one) {
        return JSONB.valueOf(json.writeValueAsString(one.words()));
    }

    private AlertLanguage language(AlertLanguageRecord r) {
        return new AlertLanguage(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getTag(), r.getOwnName(), r.getRtl(),
                json.readValue(r.getWords().data(), WORDS), r.getValidFrom(), r.getVersion(),
                new AlertLanguage.Said(r.getEnteredBy(), r.getEnteredByName(), r.getEnteredAt()),
                r.getConfirmedBy() == null
                        ? null
                        : new AlertLanguage.Said(r.getConfirmedBy(), r.getConfirmedByName(), r.getConfirmedAt()),
                r.getWithdrawnAt());
    }
}
