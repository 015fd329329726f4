package org.daywatch.prevention.findings.telling;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.Texts;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingDues;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.findings.FindingStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before a finding is due its owner and the principal are told, once it is late the safety director too; of an accepted risk he alone, before
 * and when it is to be looked at again. Each once for each day it is due, whichever node looks first.
 */
@Component
public class FindingReminders {

    private final FindingStore findings;
    private final FindingDues dues;
    private final Campuses campuses;
    private final FindingSentences sentences;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    FindingReminders(FindingStore findings, FindingDues dues, Campuses campuses, FindingSentences sentences, Organizations organizations, Notifications notifications, Texts texts, Clock clock) {
        this.findings = findings;
        this.dues = dues;
        this.campuses = campuses;
        this.sentences = sentences;
        this.organizations = organizations;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class FindingRounds {

        private final FindingReminders reminders;
        private final Tenants tenants;

        FindingRounds(FindingReminders reminders, Tenants tenants) {
            this.reminders = reminders;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 15, initialDelay = 4, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("findings that are due", agency -> reminders.remind());
        }
    }

    /** For the agency that is bound. @return how many reminders were told now */
    @Transactional
    public int remind() {
        int told = 0;
        for (var f : findings.list(FINDING.AGENCY_ID.eq(Tenancy.tenant()).and(FINDING.STATE.ne("CLOSED")).and(FINDING.TOLD_LATE_AT.isNull()))) {
            var school = campuses.find(f.schoolId()).orElse(null);
            if (school == null) continue;
            var now = clock.instant();
            var today = LocalDate.ofInstant(now, school.zone());
            boolean risk = f.state() instanceof Finding.State.RiskAccepted;
            if (f.late(today) && findings.firstTime(f.id(), FINDING.TOLD_LATE_AT, now)) told += tell(f, school, risk ? "review" : "late", risk ? List.of(Role.SAFETY_DIRECTOR)
                    : List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR));
            else if (!f.late(today) && !f.next().isAfter(today.plusDays(dues.remindBefore(school, today))) && findings.firstTime(f.id(), FINDING.TOLD_SOON_AT, now))
                told += tell(f, school, risk ? "review" : "soon", List.of(risk ? Role.SAFETY_DIRECTOR : Role.PRINCIPAL));
        }
        return told;
    }

    private int tell(Finding f, Campus school, String what, List<Role> roles) {
        var notice = Notice.of("FINDING_" + what.toUpperCase(Locale.ROOT), "/findings/" + f.id(), language -> new Notice.Words(
                texts.of(language, "findings.notice." + what + ".subject", school.name(), When.in(language).date(f.next())),
                texts.of(language, "findings.notice." + what + ".body", school.name(), When.in(language).date(f.next()), sentences.in(language, f), f.where().place())));
        var owner = f.owner() == null || !f.state().toMend() ? null : f.owner().person();
        for (var role : roles) {
            var holders = new Audience.Holders(f.districtId(), role, role.atOneSchool() ? f.schoolId() : null);
            if (owner == null) notifications.tell(notice, holders);
            else notifications.tellOthers(notice, holders, Set.of(owner));
        }
        if (owner != null) notifications.tell(notice, new Audience.People(ofTheDistrict(f, owner) ? f.districtId() : f.agencyId(), Set.of(owner)));
        return 1;
    }

    /** An officer who owns it reads his messages at the agency. */
    private boolean ofTheDistrict(Finding f, UUID owner) {
        return !organizations.heldBy(f.districtId(), Set.of(owner)).isEmpty();
    }
}
