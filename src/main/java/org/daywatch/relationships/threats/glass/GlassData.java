package org.daywatch.relationships.threats.glass;

import static org.daywatch_db.relationships.Tables.BROKEN_GLASS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a person broke the glass. Of whom and why stays where it is read. */
@Component
@Transactional(readOnly = true)
class GlassData implements PersonalData {

    private final DSLContext db;

    GlassData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var b = BROKEN_GLASS;
        return Map.of("glassBroken", db.select(b.BROKEN_AT, b.ENDS_AT, b.PART).from(b).where(b.PERSON_ID.eq(person))
                .orderBy(b.BROKEN_AT).fetchMaps().stream().map(row -> {
                    row.put("written", "WITHHELD_ABOUT_A_STUDENT");
                    return row;
                }).toList());
    }
}
