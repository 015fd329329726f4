package org.daywatch.staffing.demo;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.errors.Refused;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.HeldPosts;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.ScheduleJobs;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The coming week has been filled, its first days published, and some officers have answered: what the coordinator
 * finds on Rosters.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class SchedulesChapter implements DemoChapter {

    private static final LocalDate MONDAY = DemoStory.TODAY.plusDays(6);
    private static final LocalDate PUBLISHED_UNTIL = MONDAY.plusDays(1);
    private static final int PARTNERS_TOO = 3;

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final ScheduleCommands commands;
    private final ScheduleJobs jobs;
    private final SchedulePublishing publishing;
    private final Acceptances acceptances;
    private final HeldPosts held;

    SchedulesChapter(DSLContext db, PlatformTransactionManager transactions, ScheduleCommands commands,
            ScheduleJobs jobs, SchedulePublishing publishing, Acceptances acceptances,
            HeldPosts held) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.commands = commands;
        this.jobs = jobs;
        this.publishing = publishing;
        this.acceptances = acceptances;
        this.held = held;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void tell(DemoStory story) {
        var id = commands.fill(MONDAY, MONDAY.plusDays(6), PARTNERS_TOO, null);
        jobs.next();
        publishing.ask(id, PUBLISHED_UNTIL, "Proposed in the roster.", null);
        publishing.next();
        answer();
    }

    /** Some say yes and few say no; the person who signs in as an officer finds their own still waiting. */
    private void answer() {
        var asked = transaction.execute(t -> db.select(POST.ID, OFFICER.PERSON_ID).from(POST).join(OFFICER)
                .on(OFFICER.AGENCY_ID.eq(POST.AGENCY_ID)).and(OFFICER.ID.eq(POST.HELD_FOR))
                .where(POST.STATE.eq("HELD")).and(POST.DAY.between(MONDAY, PUBLISHED_UNTIL))
                .and(OFFICER.EMAIL.notLike("%@demo.daywatch.example")).orderBy(POST.STARTS_AT, POST.ID).fetch());
        int n = 0;
        for (var one : asked) {
            try {
                if (n % 11 == 7) held.decline(one.get(OFFICER.PERSON_ID), one.get(POST.ID));
                else if (n % 3 != 2) acceptances.accept(one.get(OFFICER.PERSON_ID), one.get(POST.ID));
            } catch (Refused waits) {
                continue; // a rule stands against it by now, and they have still to answer
            }
            n++;
        }
    }
}
