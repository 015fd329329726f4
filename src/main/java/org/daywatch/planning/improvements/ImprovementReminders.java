package org.daywatch.planning.improvements;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before an improvement is due those who see to it are told, and once it is late the safety director is; each once,
 * whichever node looks first.
 */
@Component
public class ImprovementReminders {

    private final DSLContext db;
    private final ImprovementStore improvements;
    private final Campuses campuses;
    private final ProgramRules rules;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    ImprovementReminders(DSLContext db, ImprovementStore improvements, Campuses campuses, ProgramRules rules,
            Notifications notifications, Texts texts, Clock clock) {
        this.db = db;
        this.improvements = improvements;
        this.campuses = campuses;
        this.rules = rules;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryQuarterHour {

        private final ImprovementReminders reminders;
        private final Tenants tenants;

        EveryQuarterHour(ImprovementReminders reminders, Tenants tenants) {
            this.reminders = reminders;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 15, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("improvements that are due", agency -> reminders.remind());
        }
    }

    /** For the agency that is bound. @return how many reminders were told now */
    @Transactional
    public int remind() {
        var book = rules.book();
        int told = 0;
        for (var i : improvements.list(IMPROVEMENT.AGENCY_ID.eq(Tenancy.tenant())
                .and(IMPROVEMENT.STATE.in("OPEN", "DONE")).and(IMPROVEMENT.TOLD_LATE_AT.isNull()))) {
            var school = campuses.find(i.schoolId()).orElse(null);
            if (school == null) continue;
            var today = LocalDate.now(clock.withZone(school.zone()));
            int before = book
                    .get("IMPROVEMENT_REMIND", today, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                    .number();
            if (i.late(today) && firstTime(i.id(), IMPROVEMENT.TOLD_LATE_AT))
                told += tell(i, school, "late", List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR));
            else
                if (!i.late(today) && !i.due().isAfter(today.plusDays(before))
                        && firstTime(i.id(), IMPROVEMENT.TOLD_SOON_AT))
                    told += tell(i, school, "soon", List.of(Role.PRINCIPAL));
        }
        return told;
    }

    private boolean firstTime(UUID id, Field<java.time.Instant> mark) {
        return db.update(IMPROVEMENT).set(mark, clock.instant()).where(IMPROVEMENT.ID.eq(id)).and(mark.isNull())
                .execute() == 1;
    }

    private int tell(Improvement i, Campus school, String what, List<Role> roles) {
        var notice = Notice.of("IMPROVEMENT_" + what.toUpperCase(java.util.Locale.ROOT), "/improvements/" + i.id(),
                language -> new Notice.Words(
                        texts.of(language, "improvements.notice." + what + ".subject", school.name(),
                                When.in(language).date(i.due())),
                        texts.of(language, "improvements.notice." + what + ".body", school.name(),
                                When.in(language).date(i.due()), i.issue(), i.owner())));
        for (var role : roles)
            notifications.tell(notice,
                    new Audience.Holders(i.districtId(), role, role.atOneSchool() ? i.schoolId() : null));
        if (i.ownerPerson() != null
                && notifications.tell(notice, Audience.person(i.districtId(), i.ownerPerson())) == 0) {
            notifications.tell(notice, Audience.person(i.agencyId(), i.ownerPerson())); // an officer
        }
        return 1;
    }
}
