package org.daywatch.relationships.threats.disclosures;

import static org.daywatch_db.relationships.Tables.DISCLOSURE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a person disclosed something of a case, or had something disclosed to them. Of whom stays where it is read. */
@Component
@Transactional(readOnly = true)
class DisclosureData implements PersonalData {

    private final DSLContext db;

    DisclosureData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("disclosuresMade", rows(DISCLOSURE.DISCLOSED_BY.eq(person)), "disclosuresToMe",
                rows(DISCLOSURE.RECIPIENT_ID.eq(person)));
    }

    private List<Map<String, Object>> rows(Condition whose) {
        return db.select(DISCLOSURE.DISCLOSED_AT, DISCLOSURE.ENDS_AT, DISCLOSURE.GROUND, DISCLOSURE.PART)
                .from(DISCLOSURE).where(whose).orderBy(DISCLOSURE.DISCLOSED_AT).fetchMaps().stream().map(row -> {
                    row.put("written", "WITHHELD_ABOUT_A_STUDENT");
                    return row;
                }).toList();
    }
}
