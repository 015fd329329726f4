package org.daywatch.planning.operationsplans;

import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_TEXT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What plans say, encrypted. Who may read it has been asked before, where a plan is opened; the district is bound. */
@Repository
@Transactional
public class PlanTexts implements EncryptedRecords {

    /** Bytes of one plan: a thousand pages. */
    private static final int LONGEST = 4_000_000;

    private final DSLContext db;
    private final DataCipher cipher;
    private final JsonMapper json;
    private final Clock clock;

    PlanTexts(DSLContext db, DataCipher cipher, JsonMapper json, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    public PlanContent get(OperationsPlan plan) {
        byte[] body = db.select(OPERATIONS_PLAN_TEXT.BODY).from(OPERATIONS_PLAN_TEXT)
                .where(OPERATIONS_PLAN_TEXT.PLAN_ID.eq(plan.id())).fetchOptional(OPERATIONS_PLAN_TEXT.BODY)
                .orElseThrow(() -> new NotFound("text of operations plan " + plan.id()));
        return json.readValue(cipher.decrypt(body, place(plan.id())), PlanContent.class);
    }

    public void insert(OperationsPlan plan, PlanContent content) {
        db.insertInto(OPERATIONS_PLAN_TEXT).set(OPERATIONS_PLAN_TEXT.DISTRICT_ID, plan.districtId())
                .set(OPERATIONS_PLAN_TEXT.PLAN_ID, plan.id())
                .set(OPERATIONS_PLAN_TEXT.BODY, sealed(plan.id(), content))
                .set(OPERATIONS_PLAN_TEXT.WRITTEN_AT, clock.instant()).execute();
    }

    public void put(OperationsPlan plan, PlanContent content) {
        db.update(OPERATIONS_PLAN_TEXT).set(OPERATIONS_PLAN_TEXT.BODY, sealed(plan.id(), content))
                .set(OPERATIONS_PLAN_TEXT.WRITTEN_AT, clock.instant())
                .where(OPERATIONS_PLAN_TEXT.PLAN_ID.eq(plan.id())).execute();
    }

    private byte[] sealed(UUID id, PlanContent content) {
        byte[] text = json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        if (text.length > LONGEST) throw new InvalidInput("words", "", "eop.error.tooLarge");
        return cipher.encrypt(text, place(id));
    }

    private static String place(UUID plan) {
        return "operations plan " + plan;
    }

    @Override
    public int renew() {
        int done = 0;
        for (var id : db.select(OPERATIONS_PLAN_TEXT.PLAN_ID).from(OPERATIONS_PLAN_TEXT)
                .where(OPERATIONS_PLAN_TEXT.DISTRICT_ID.eq(Tenancy.tenant())).fetch(OPERATIONS_PLAN_TEXT.PLAN_ID)) {
            byte[] body = db.select(OPERATIONS_PLAN_TEXT.BODY).from(OPERATIONS_PLAN_TEXT)
                    .where(OPERATIONS_PLAN_TEXT.PLAN_ID.eq(id)).forNoKeyUpdate().fetchSingle(OPERATIONS_PLAN_TEXT.BODY);
            if (cipher.upToDate(body)) continue;
            db.update(OPERATIONS_PLAN_TEXT).set(OPERATIONS_PLAN_TEXT.BODY, cipher.again(body, place(id)))
                    .where(OPERATIONS_PLAN_TEXT.PLAN_ID.eq(id)).execute();
            done++;
        }
        return done;
    }
}
