package org.daywatch.billing.invoices;

import static org.daywatch_db.billing.Tables.INVOICE;
import static org.daywatch_db.billing.Tables.INVOICE_LINE;
import static org.daywatch_db.billing.Tables.RATE_CARD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the room holds about a person: the shifts of an officer that were billed, and what somebody issued or set. */
@Component
@Transactional(readOnly = true)
class BillingData implements PersonalData {

    private final DSLContext db;

    BillingData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var l = INVOICE_LINE;
        var i = INVOICE;
        var c = RATE_CARD;
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        all.put("shiftsBilled",
                db.select(l.DAY, l.SCHOOL_NAME, l.ROLE, l.PAYABLE_MINUTES, l.BILLED_MINUTES, l.CENTS, i.NUMBER).from(l)
                        .join(i).on(i.AGENCY_ID.eq(l.AGENCY_ID)).and(i.ID.eq(l.INVOICE_ID))
                        .where(l.PERSON_ID.eq(person)).orderBy(i.NUMBER, l.LINE).fetchMaps());
        all.put("invoicesIssued", db.select(i.NUMBER, i.KIND, i.DISTRICT_NAME, i.REASON, i.ISSUED_AT).from(i)
                .where(i.ISSUED_BY.eq(person)).orderBy(i.NUMBER).fetchMaps());
        all.put("rateCardsSet", db.select(c.ROLE, c.CENTS_PER_HOUR, c.VALID_FROM, c.SOURCE, c.SET_AT).from(c)
                .where(c.SET_BY.eq(person)).orderBy(c.SET_AT).fetchMaps());
        all.put("rateCardsWithdrawn",
                db.select(c.ROLE, c.CENTS_PER_HOUR, c.VALID_FROM, c.WITHDRAWN_REASON, c.WITHDRAWN_AT).from(c)
                        .where(c.WITHDRAWN_BY.eq(person)).orderBy(c.WITHDRAWN_AT).fetchMaps());
        return all;
    }
}
