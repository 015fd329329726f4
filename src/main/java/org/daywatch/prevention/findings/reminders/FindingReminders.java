package org.daywatch.prevention.findings.reminders;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
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
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.prevention.PreventionEvent.InterimMeasureSet;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingDues;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.findings.FindingStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before a finding is due its owner and the principal are told; once it is late the safety director too, week after
 * week until it is done. Whoever may verify is told that it waits for their eyes, and all of them when nothing protects
 * any more what is not fixed. Of an accepted risk the safety director is told alone. Whichever node looks first.
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

    FindingReminders(FindingStore findings, FindingDues dues, Campuses campuses, FindingSentences sentences,
            Organizations organizations, Notifications notifications, Texts texts, Clock clock) {
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
        for (var f : findings.list(FINDING.AGENCY_ID.eq(Tenancy.tenant()).and(FINDING.STATE.ne("CLOSED")))) {
            var school = campuses.find(f.schoolId()).orElse(null);
            if (school != null) told += remind(f, school, LocalDate.ofInstant(clock.instant(), school.zone()));
        }
        return told;
    }

    private int remind(Finding f, Campus school, LocalDate today) {
        var now = clock.instant();
        var before = now.minus(dues.tellAgain(school, today), ChronoUnit.DAYS);
        int told = 0;
        if (f.unprotected(today) && findings.timeAgain(f.id(), FINDING.TOLD_INTERIM_AT, before, now))
            told += tell(f, school, "interim", List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR), Set.of());
        if (f.state() instanceof State.Fixed(var fixed))
            return told + (findings.timeAgain(f.id(), FINDING.TOLD_VERIFY_AT, before, now)
                    ? verify(f, school, fixed, f.late(today))
                    : 0);
        boolean risk = f.state() instanceof State.RiskAccepted;
        if (f.late(today) && findings.timeAgain(f.id(), FINDING.TOLD_LATE_AT, before, now)) {
            return told + tell(f, school, risk ? "review" : f.state() instanceof State.Verified ? "close" : "late",
                    risk ? List.of(Role.SAFETY_DIRECTOR) : List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR), Set.of());
        }
        if (f.late(today) || f.next().isAfter(today.plusDays(dues.remindBefore(school, today)))
                || !findings.firstTime(f.id(), FINDING.TOLD_SOON_AT, now))
            return told;
        return told + tell(f, school, risk ? "review" : "soon", List.of(risk ? Role.SAFETY_DIRECTOR : Role.PRINCIPAL),
                Set.of());
    }

    /** Those who may look, without those who may not: who mended it and who owns it. */
    private int verify(Finding f, Campus school, Finding.Word fixed, boolean late) {
        var not = new HashSet<>(Set.of(fixed.by().person()));
        if (f.owner() != null && f.owner().person() != null) not.add(f.owner().person());
        boolean principalMended = organizations.placedAt(school.districtId(), school.id()).stream()
                .filter(p -> p.role() == Role.PRINCIPAL).allMatch(p -> not.contains(p.person()));
        return tell(f, school, "verify",
                late || principalMended ? List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR) : List.of(Role.PRINCIPAL), not);
    }

    /** Somebody took away what protected it; told once, however often it is heard. */
    @ApplicationModuleListener
    void on(InterimMeasureSet set) {
        if (!set.measure().isEmpty()) return;
        var before = set.at().minus(1, ChronoUnit.MICROS);
        findings.find(set.id()).filter(
                f -> f.state().toMend() && findings.timeAgain(f.id(), FINDING.TOLD_INTERIM_AT, before, clock.instant()))
                .ifPresent(f -> campuses.find(f.schoolId()).ifPresent(
                        school -> tell(f, school, "interim", List.of(Role.PRINCIPAL, Role.SAFETY_DIRECTOR), Set.of())));
    }

    private int tell(Finding f, Campus school, String what, List<Role> roles, Set<UUID> not) {
        var notice = Notice.of("FINDING_" + what.toUpperCase(Locale.ROOT), "/findings/" + f.id(),
                language -> new Notice.Words(
                        texts.of(language, "findings.notice." + what + ".subject", school.name(),
                                When.in(language).date(f.next())),
                        texts.of(language, "findings.notice." + what + ".body", school.name(),
                                When.in(language).date(f.next()), sentences.in(language, f), f.where().place())));
        var owner = f.owner() == null || !f.state().toMend() ? null : f.owner().person();
        var without = new HashSet<>(not);
        if (owner != null) without.add(owner);
        for (var role : roles)
            notifications.tellOthers(notice,
                    new Audience.Holders(f.districtId(), role, role.atOneSchool() ? f.schoolId() : null), without);
        if (owner != null)
            notifications.tell(notice,
                    new Audience.People(ofTheDistrict(f, owner) ? f.districtId() : f.agencyId(), Set.of(owner)));
        return 1;
    }

    /** An officer who owns it reads their messages at the agency. */
    private boolean ofTheDistrict(Finding f, UUID owner) {
        return !organizations.heldBy(f.districtId(), Set.of(owner)).isEmpty();
    }
}
