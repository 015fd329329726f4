package org.daywatch.transparency.activitylog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.TransparencyEvent.ActivityRecorded;
import org.daywatch.transparency.TransparencyEvent.ActivityWithdrawn;
import org.daywatch.transparency.TransparencyEvent.ImproperRequestRecorded;
import org.daywatch.transparency.TransparencyRefusal;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way into the log: what was assembled takes the place of what stood, and what was typed comes in once. */
@Component
@Transactional
public class ActivityLog {

    private static final int SHORTEST_REASON = 5;

    private final ActivityStore store;
    private final SignedWeeks weeks;
    private final Facts facts;
    private final java.time.Clock clock;

    ActivityLog(ActivityStore store, SignedWeeks weeks, Facts facts, java.time.Clock clock) {
        this.store = store;
        this.weeks = weeks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What one thing tells now. Hearing it twice changes nothing.
     *
     * @param assemble asked after whoever tells of the same thing has finished
     * @param reason why lines go that stood, or come after a signature
     */
    public void tells(String origin, java.util.function.Supplier<List<Activity>> assemble, String reason) {
        var difference = Difference.between(store.lock(origin), assemble.get());
        difference.closed().forEach(closing -> store.close(closing.line(), closing.as()));
        difference.withdrawn().forEach(line -> store.withdraw(line.id(), reason, null));
        difference.added().forEach(
                addition -> store.add(addition.what(), addition.follows() == null ? null : addition.follows().id()));
        var changed = new LinkedHashSet<Activity>();
        difference.withdrawn().forEach(line -> changed.add(line.what()));
        difference.closed().forEach(closing -> changed.add(closing.as()));
        difference.added().forEach(addition -> changed.add(addition.what()));
        // Always in one order: two who hear of things at the same officers at once must not wait for each other.
        changed.stream().filter(Activity::ofTheWeek)
                .sorted(Comparator.comparing(Activity::officer).thenComparing(Activity::school)
                        .thenComparing(Activity::day))
                .forEach(a -> weeks.changed(a.officer(), a.district(), a.school(), a.day(), null, "", reason));
    }

    /** What the same officer had typed of the same work for the same time goes; it stays readable. */
    public void takesThePlaceOfTyped(Activity told, String reason) {
        if (told.officer() == null) return;
        for (var typed : store.typedOf(told)) {
            store.withdraw(typed.id(), reason, null);
            var a = typed.what();
            weeks.changed(a.officer(), a.district(), a.school(), a.day(), null, "", reason);
        }
    }

    /**
     * Waits until nobody else tells of any of these, before anything is written: whoever holds lines of a week and then
     * waits for somebody who waits for that week would wait for ever.
     */
    public void waitsFor(Collection<String> origins) {
        origins.stream().distinct().sorted().forEach(store::lock);
    }

    /**
     * What an officer wrote down.
     *
     * @param id made where they wrote it; the second time it changes nothing
     * @param correction why it comes after a signature; empty where it does not
     * @return false where it was there already
     */
    public boolean write(Actor officer, UUID id, Activity activity, Instant madeAt, String correction) {
        if (!store.insert(id, activity, null, officer.person())) return false;
        told(officer, id, activity);
        weeks.changed(activity.officer(), activity.district(), activity.school(), activity.day(), madeAt,
                officer.name(), correction);
        return true;
    }

    /** The officer takes their own line back, with a reason; it stays readable. */
    public Kept withdraw(Actor officer, UUID officerId, UUID id, String reason) {
        var line = store.find(id).filter(k -> officerId.equals(k.what().officer()))
                .orElseThrow(() -> new NotFound("activity " + id));
        if (!line.stands()) throw new Refused(TransparencyRefusal.LOG_LINE_WITHDRAWN);
        if (line.what().source() != Source.TYPED) throw new Refused(TransparencyRefusal.LOG_LINE_NOT_TYPED);
        if (reason.strip().length() < SHORTEST_REASON) throw new Refused(TransparencyRefusal.LOG_REASON_MISSING);
        store.withdraw(id, reason.strip(), officer.person());
        var a = line.what();
        facts.tell(new ActivityWithdrawn(officer.tenant(), id, clock.instant(), a.school(), officerId, a.kind().name(),
                reason.strip()));
        weeks.changed(officerId, a.district(), a.school(), a.day(), null, officer.name(), reason);
        return line;
    }

    /** The same line with other minutes takes its place. */
    public Activity correct(Actor officer, UUID officerId, UUID line, int minutes, String reason) {
        var before = withdraw(officer, officerId, line, reason).what();
        var id = Ids.next();
        var now = new Activity(before.district(), before.school(), before.officer(), before.day(), before.from(),
                before.from() == null ? null : before.from().plus(minutes, ChronoUnit.MINUTES),
                minutes, before.kind(), before.subject(), before.reason(), before.details(), before.source(), "",
                before.evidence().replace(line.toString(), id.toString()));
        store.insert(id, now, line, officer.person());
        told(officer, id, now);
        weeks.changed(officerId, now.district(), now.school(), now.day(), null, officer.name(), reason);
        return now;
    }

    private void told(Actor officer, UUID id, Activity a) {
        var now = clock.instant();
        if (a.kind().function() == ActivityFunction.IMPROPER) {
            facts.tell(new ImproperRequestRecorded(officer.tenant(), id, now, a.district(), a.school(), a.officer(),
                    a.day(), a.kind().name()));
        } else
            facts.tell(new ActivityRecorded(officer.tenant(), id, now, a.school(), a.officer(), a.day(),
                    a.kind().name(), a.minutes()));
    }
}
