package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.CAP_NOTICE;
import static org.daywatch_db.emergencies.Tables.CAP_SOURCE;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which webhooks a person made, which notices and senders they took in; no key. */
@Component
@Transactional(readOnly = true)
class OutsideData implements PersonalData {

    private final DSLContext db;

    OutsideData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var w = WEBHOOK;
        var s = CAP_SOURCE;
        var n = CAP_NOTICE;
        return Map.of("webhooks",
                db.select(w.ID, w.NAME, w.ADDRESS, w.MADE_AT).from(w).where(w.MADE_BY.eq(person)).orderBy(w.MADE_AT)
                        .fetchMaps(),
                "noticeSources",
                db.select(s.ID, s.NAME, s.MADE_AT).from(s).where(s.MADE_BY.eq(person)).orderBy(s.MADE_AT).fetchMaps(),
                "noticesTaken", db.select(n.ID, n.IDENTIFIER, n.SENDER, n.RECEIVED_AT).from(n)
                        .where(n.RECEIVED_BY.eq(person)).orderBy(n.RECEIVED_AT).fetchMaps());
    }
}
