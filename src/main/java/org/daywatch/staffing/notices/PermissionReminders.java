package org.daywatch.staffing.notices;

import static org.daywatch_db.staffing.Tables.OFFICER_CARD;
import static org.daywatch_db.staffing.Tables.PERMISSION_REMINDER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.HomeTime;
import org.daywatch_db.staffing.tables.records.OfficerCardRecord;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Thirty and seven days before a work permission ends its officer and their department are warned, each time once. */
@Component
public class PermissionReminders {

    private static final int FIRST = 30;
    private static final int LAST = 7;

    private final HomeTime home;
    private final DSLContext db;
    private final Notifications notifications;
    private final Persons persons;
    private final NoticeWords words;
    private final Clock clock;

    PermissionReminders(DSLContext db, Notifications notifications, Persons persons, NoticeWords words, HomeTime home,
            Clock clock) {
        this.home = home;
        this.db = db;
        this.notifications = notifications;
        this.persons = persons;
        this.words = words;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryHour {

        private final PermissionReminders reminders;
        private final Tenants tenants;

        EveryHour(PermissionReminders reminders, Tenants tenants) {
            this.reminders = reminders;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
        void round() {
            tenants.forEachAgency("reminding of permissions", agency -> reminders.remind());
        }
    }

    /** For the agency that is bound. @return how many permissions were warned of now */
    @Transactional
    public int remind() {
        var today = home.today();
        var ending = db.selectFrom(OFFICER_CARD).where(OFFICER_CARD.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OFFICER_CARD.STATE.eq("ACTIVE"))
                .and(OFFICER_CARD.PERMISSION_STATE.eq("VALID"))
                .and(OFFICER_CARD.PERMISSION_UNTIL.between(today, today.plusDays(FIRST))).fetch();
        return (int) ending.stream().filter(card -> firstTime(card, today)).peek(this::tell).count();
    }

    private boolean firstTime(OfficerCardRecord card, LocalDate today) {
        int ahead = ChronoUnit.DAYS.between(today, card.getPermissionUntil()) <= LAST ? LAST : FIRST;
        return db.insertInto(PERMISSION_REMINDER).set(PERMISSION_REMINDER.AGENCY_ID, Tenancy.tenant())
                .set(PERMISSION_REMINDER.OFFICER_ID, card.getOfficerId())
                .set(PERMISSION_REMINDER.LAST_DAY, card.getPermissionUntil()).set(PERMISSION_REMINDER.DAYS_AHEAD, ahead)
                .set(PERMISSION_REMINDER.TOLD_AT, clock.instant()).onConflictDoNothing().execute() == 1;
    }

    private void tell(OfficerCardRecord card) {
        var end = card.getPermissionUntil().plusDays(1).atStartOfDay(home.zone()).toInstant().minusSeconds(60);
        notifications.tell(
                words.about(Topic.PERMISSION_ENDS_SOON, "/department/permissions?show=soon", card.getFullName(),
                        home.zone(), end),
                Audience.holders(card.getDepartmentId(), Role.DEPARTMENT_SUPERVISOR));
        persons.ofOfficer(card.getOfficerId())
                .ifPresent(person -> notifications.tell(
                        words.about(Topic.PERMISSION_ENDS_SOON, "/my-hours", card.getFullName(), home.zone(), end),
                        Audience.person(Tenancy.tenant(), person)));
    }
}
