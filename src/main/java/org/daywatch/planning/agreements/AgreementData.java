package org.daywatch.planning.agreements;

import static org.daywatch_db.planning.Tables.AGREEMENT_SIGNATURE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person signed here. */
@Component
@Transactional(readOnly = true)
class AgreementData implements PersonalData {

    private final DSLContext db;

    AgreementData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var s = AGREEMENT_SIGNATURE;
        return Map.of("agreementSignatures",
                db.selectFrom(s).where(s.PERSON.eq(person)).orderBy(s.SIGNED_AT).fetchMaps());
    }
}
