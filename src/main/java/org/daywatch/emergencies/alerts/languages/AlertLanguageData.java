package org.daywatch.emergencies.alerts.languages;

import static org.daywatch_db.emergencies.Tables.ALERT_LANGUAGE;
import static org.daywatch_db.emergencies.Tables.ALERT_READER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which words of alerts a person entered, confirmed or withdrew, and in which language they read first. */
@Component
@Transactional(readOnly = true)
class AlertLanguageData implements PersonalData {

    private final DSLContext db;

    AlertLanguageData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var l = ALERT_LANGUAGE;
        return Map.of("alertLanguages",
                db.select(l.ID, l.TAG, l.ENTERED_BY, l.ENTERED_AT, l.CONFIRMED_BY, l.CONFIRMED_AT, l.WITHDRAWN_BY,
                        l.WITHDRAWN_AT).from(l)
                        .where(l.ENTERED_BY.eq(person).or(l.CONFIRMED_BY.eq(person)).or(l.WITHDRAWN_BY.eq(person)))
                        .orderBy(l.ENTERED_AT).fetchMaps(),
                "alertLanguageRead",
                db.select(ALERT_READER.TAG).from(ALERT_READER).where(ALERT_READER.PERSON_ID.eq(person)).fetchMaps());
    }
}
