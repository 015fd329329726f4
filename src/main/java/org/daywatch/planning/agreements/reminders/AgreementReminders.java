package org.daywatch.planning.agreements.reminders;

import static org.daywatch_db.planning.Tables.AGREEMENT_REMINDER;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.AgreementCommands;
import org.daywatch.planning.agreements.AgreementQueries.Standing;
import org.daywatch.planning.agreements.AgreementQueries;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Both parties are reminded before the last day; once it is over, those above them hear of it too. Each time once.
 * Terms that are over end here.
 */
@Component
public class AgreementReminders {

    private final DSLContext db;
    private final AgreementQueries queries;
    private final AgreementCommands commands;
    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;
    private final Clock clock;

    AgreementReminders(DSLContext db, AgreementQueries queries, AgreementCommands commands, Notifications notifications,
            Campuses campuses, Texts texts, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.commands = commands;
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryHour {

        private final AgreementReminders reminders;
        private final Tenants tenants;

        EveryHour(AgreementReminders reminders, Tenants tenants) {
            this.reminders = reminders;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("agreements to sign", agency -> reminders.remind());
        }
    }

    /** For the agency that is bound. @return how many reminders were told now */
    @Transactional
    public int remind() {
        int told = 0;
        for (var g : queries.standing()) {
            if (!g.agencyId().equals(Tenancy.tenant())) continue;
            var school = campuses.find(g.schoolId());
            if (school.isEmpty()) continue;
            var today = clock.instant().atZone(school.get().zone()).toLocalDate();
            if (g.state() == State.IN_FORCE && commands.expire(g.id(), today)) continue;
            var time = AgreementTimes.of(g, today);
            if (time.isEmpty() || !firstTime(g, time.get())) continue;
            tell(g, school.get(), time.get());
            told++;
        }
        return told;
    }

    private boolean firstTime(Standing g, AgreementTimes time) {
        var r = AGREEMENT_REMINDER;
        return db.insertInto(r).set(r.AGENCY_ID, g.agencyId()).set(r.AGREEMENT_ID, g.id()).set(r.KIND, time.name())
                .set(r.DISTRICT_ID, g.districtId()).set(r.TOLD_AT, clock.instant())
                .onConflictDoNothing().execute() == 1;
    }

    private void tell(Standing g, Campus school, AgreementTimes time) {
        var day = time == AgreementTimes.ENDING ? g.ends() : g.due();
        var notice = Notice.of("AGREEMENT_" + time, "/service-agreements/" + g.id(), language -> {
            String who = g.officer().isEmpty() ? texts.of(language, "serviceAgreements.allOfficers.of") : g.officer();
            return new Notice.Words(
                    texts.of(language, "serviceAgreements.notice." + time + ".subject", who, school.name(),
                            When.in(language).date(day)),
                    texts.of(language, "serviceAgreements.notice." + time + ".body", who, school.name(),
                            When.in(language).date(day)));
        });
        for (var audience : audiences(g, time)) notifications.tell(notice, audience);
    }

    private static List<Audience> audiences(Standing g, AgreementTimes time) {
        var audiences = new ArrayList<Audience>(List.of(Audience.holders(g.agencyId(), Role.COORDINATOR),
                Audience.holders(g.districtId(), Role.SAFETY_DIRECTOR)));
        if (time == AgreementTimes.LATE) {
            audiences.add(Audience.holders(g.agencyId(), Role.AGENCY_ADMIN));
            audiences.add(new Audience.Holders(g.districtId(), Role.PRINCIPAL, g.schoolId()));
        }
        return audiences;
    }
}
