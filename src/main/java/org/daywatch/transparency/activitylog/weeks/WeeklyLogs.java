package org.daywatch.transparency.activitylog.weeks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerNames;
import org.daywatch.transparency.TransparencyEvent.WeekLocked;
import org.daywatch.transparency.TransparencyEvent.WeekReopened;
import org.daywatch.transparency.TransparencyEvent.WeekSentBack;
import org.daywatch.transparency.TransparencyEvent.WeekSigned;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.activitylog.SignedWeeks;
import org.daywatch.transparency.activitylog.WeekChange;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.By;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogStore.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signing a week, sending it back, and what becomes of signatures when a line changes. */
@Component
@Transactional
public class WeeklyLogs implements SignedWeeks {

    private final WeeklyLogStore store;
    private final ActivityQueries activities;
    private final OfficerNames officers;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    WeeklyLogs(WeeklyLogStore store, ActivityQueries activities, OfficerNames officers, Campuses campuses, Facts facts,
            Clock clock) {
        this.store = store;
        this.activities = activities;
        this.officers = officers;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** The officer's own signature. */
    public void sign(Actor actor, UUID id) {
        var log = store.lock(id);
        if (!actor.person().equals(log.person())) throw new NotFound("weekly log " + id);
        decide(log, new WeeklyLogCommand.Sign(by(actor), content(log), today(log)));
    }

    /** The signature of the school's administrator. */
    public void lock(Actor actor, UUID id) {
        var log = ofSchool(actor, id);
        decide(log, new WeeklyLogCommand.Lock(by(actor), content(log)));
    }

    public void sendBack(Actor actor, UUID id, String reason) {
        decide(ofSchool(actor, id), new WeeklyLogCommand.SendBack(by(actor), reason));
    }

    @Override
    public void changed(UUID officer, UUID district, UUID school, LocalDate day, @Nullable Instant madeAt, String by,
            String reason) {
        var week = WeeklyLog.weekOf(day);
        var log = store.lock(store.find(officer, school, week).orElseGet(() -> begin(officer, district, school, week)));
        var signedAt = log.state() instanceof WeeklyLog.State.OfficerSigned(var s)
                ? s.at()
                : log.state() instanceof WeeklyLog.State.Locked(var s, _) ? s.at() : null;
        boolean late = signedAt != null && madeAt != null && madeAt.isBefore(signedAt) && reason.isBlank();
        decide(log, new WeeklyLogCommand.Change(by, late ? WeekChange.LATE_ENTRY.name() : reason));
    }

    private UUID begin(UUID officer, UUID district, UUID school, LocalDate week) {
        var named = officers.of(List.of(officer)).get(officer);
        if (named == null) throw new NotFound("officer " + officer);
        store.begin(new WeeklyLog(Tenancy.tenant(), Ids.next(), district, school, officer, named.person(), named.name(),
                week, new WeeklyLog.State.Open(), 0));
        return store.find(officer, school, week).orElseThrow();
    }

    private WeeklyLog ofSchool(Actor actor, UUID id) {
        var log = store.lock(id);
        if (!log.schoolId().equals(actor.school())) throw new NotFound("weekly log " + id);
        return log;
    }

    private void decide(WeeklyLog log, WeeklyLogCommand command) {
        var decided = log.decide(command, clock.instant()).orThrow();
        if (decided.facts().isEmpty()) return;
        store.save(decided.state(), today(log));
        var content = content(log);
        for (var fact : decided.facts()) {
            switch (fact) {
                case WeekSigned f -> step(log, f.at(), "SIGNED", f.by(), "", content);
                case WeekLocked f -> step(log, f.at(), "LOCKED", f.by(), "", content);
                case WeekSentBack f -> step(log, f.at(), "SENT_BACK", f.by(), f.reason(), content);
                case WeekReopened f -> step(log, f.at(), "REOPENED", f.by(), f.reason(), content);
                default -> throw new IllegalStateException("a weekly log does not tell " + fact);
            }
        }
        facts.tell(decided.facts());
    }

    private void step(WeeklyLog log, Instant at, String step, String by, String reason, WeekContent content) {
        store.step(log, new Step(at, step, by, reason, content.lines(), content.minutes(), content.digest()));
    }

    private WeekContent content(WeeklyLog log) {
        return WeekContent.of(activities.of(log.officerId(), List.of(log.schoolId()), log.week(), log.lastDay()));
    }

    private LocalDate today(WeeklyLog log) {
        return LocalDate.ofInstant(clock.instant(), campuses.find(log.schoolId()).map(Campus::zone)
                .orElseThrow(() -> new NotFound("school " + log.schoolId())));
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }
}
