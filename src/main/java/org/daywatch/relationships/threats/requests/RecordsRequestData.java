package org.daywatch.relationships.threats.requests;

import static org.daywatch_db.relationships.Tables.RECORDS_REQUEST;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which requests of parents a person entered. Who asked, and about whom, stays where it is read. */
@Component
@Transactional(readOnly = true)
class RecordsRequestData implements PersonalData {

    private final DSLContext db;

    RecordsRequestData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var r = RECORDS_REQUEST;
        return Map.of("recordsRequestsEntered", db.select(r.RECEIVED_ON, r.KIND, r.STATE).from(r)
                .where(r.ENTERED_BY.eq(person)).orderBy(r.RECEIVED_ON).fetchMaps().stream().map(row -> {
                    row.put("written", "WITHHELD_ABOUT_A_STUDENT");
                    return row;
                }).toList());
    }
}
