package org.daywatch.staffing.personaldata;

import static org.daywatch_db.staffing.Tables.CALL_OFF;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.DUTY_STATUS;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.SIGN_UP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer's file, credentials, hours, shifts, blocks, duty statuses, call-offs, sign-ups and opportunities, for
 * themselves.
 */
@Component
@Transactional(readOnly = true)
class OfficerData implements PersonalData {

    private final DSLContext db;

    OfficerData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var officer = DSL.select(OFFICER.ID).from(OFFICER).where(OFFICER.PERSON_ID.eq(person));
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        all.put("officerFile", db.selectFrom(OFFICER).where(OFFICER.PERSON_ID.eq(person)).fetchMaps());
        all.put("credentials", db.selectFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.in(officer)).fetchMaps());
        all.put("hours", db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.PERSON_ID.eq(person)).orderBy(HOUR_ENTRY.STARTS_AT)
                .fetchMaps());
        all.put("shifts", db.selectFrom(SHIFT).where(SHIFT.PERSON_ID.eq(person)).orderBy(SHIFT.STARTS_AT).fetchMaps());
        all.put("schoolBlocks", db.selectFrom(SCHOOL_BLOCK).where(SCHOOL_BLOCK.OFFICER_ID.in(officer)).fetchMaps());
        all.put("dutyStatuses", db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.OFFICER_ID.in(officer))
                .orderBy(DUTY_STATUS.FIRST_DAY).fetchMaps());
        all.put("callOffs",
                db.selectFrom(CALL_OFF).where(CALL_OFF.OFFICER_ID.in(officer)).orderBy(CALL_OFF.DAY).fetchMaps());
        all.put("signUps",
                db.selectFrom(SIGN_UP).where(SIGN_UP.PERSON_ID.eq(person)).orderBy(SIGN_UP.SIGNED_AT).fetchMaps());
        all.put("opportunities", db.selectFrom(OPPORTUNITY).where(OPPORTUNITY.OFFICER_ID.in(officer))
                .orderBy(OPPORTUNITY.DAY).fetchMaps());
        return all;
    }
}
