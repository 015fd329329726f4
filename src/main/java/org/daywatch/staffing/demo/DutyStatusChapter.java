package org.daywatch.staffing.demo;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.util.UUID;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.staffing.dutystatus.DutyStatus.Kind;
import org.daywatch.staffing.dutystatus.DutyStatuses;
import org.daywatch.staffing.dutystatus.DutyStatuses.By;
import org.daywatch.staffing.dutystatus.DutyStatuses.Details;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One officer who stands nowhere is on light duty, another one begins field training next week. */
@Component
@ConditionalOnProperty("daywatch.demo")
class DutyStatusChapter implements DemoChapter {

    private final DSLContext db;
    private final DutyStatuses statuses;
    private final TransactionTemplate transaction;

    DutyStatusChapter(DSLContext db, DutyStatuses statuses, PlatformTransactionManager transactions) {
        this.db = db;
        this.statuses = statuses;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(DemoStory.TODAY, DemoStory.OPENS_AT);
        UUID department = story.the("ironwood-police");
        var free = transaction.execute(t -> db.select(OFFICER.ID).from(OFFICER)
                .where(OFFICER.DEPARTMENT_ID.eq(department)).and(OFFICER.STATE.eq("ACTIVE"))
                .and(OFFICER.EMAIL.notLike("%@demo.daywatch.example"))
                .and(DSL.notExists(DSL.selectOne().from(SHIFT).where(SHIFT.AGENCY_ID.eq(OFFICER.AGENCY_ID))
                        .and(SHIFT.OFFICER_ID.eq(OFFICER.ID)).and(SHIFT.STATE.eq("SCHEDULED"))))
                .orderBy(OFFICER.FULL_NAME.desc()).limit(2).fetch(OFFICER.ID));
        var by = new By("Drew Castellan", department);
        if (!free.isEmpty())
            statuses.record(by, free.getFirst(), new Details(Kind.LIGHT_DUTY, DemoStory.TODAY.minusDays(6),
                    DemoStory.TODAY.plusDays(17), "Order of the chief, by e-mail"));
        if (free.size() > 1)
            statuses.record(by, free.getLast(), new Details(Kind.FIELD_TRAINING, DemoStory.TODAY.plusDays(6),
                    DemoStory.TODAY.plusDays(10), "Training unit, by telephone"));
    }
}
