package org.daywatch.staffing.schedules.weeks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.RosterAsked;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.eligibility.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a schedule, stops it, and pins people to places by a coordinator's word. */
@Component
@Transactional
public class ScheduleCommands {

    private static final int LONGEST_DAYS = 31;

    private final ScheduleStore rosters;
    private final SchedulePlans plans;
    private final Facts facts;
    private final Clock clock;

    ScheduleCommands(ScheduleStore rosters, SchedulePlans plans, Facts facts, Clock clock) {
        this.rosters = rosters;
        this.plans = plans;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Asks for a schedule over some days; while one over the same days is being worked out, that one is the answer.
     * What people pinned in the last one stays pinned.
     *
     * @param ranks departments asked: 1 the primary ones, 2 and more partners too
     */
    public UUID fill(LocalDate from, LocalDate to, int ranks, @Nullable UUID by) {
        if (to.isBefore(from)) throw new InvalidInput("to", "" + to, "rosters.wrong.order");
        if (to.isAfter(from.plusDays(LONGEST_DAYS - 1))) throw new InvalidInput("to", "" + to, "rosters.wrong.far");
        if (ranks < 1 || ranks > 20) throw new InvalidInput("ranks", "" + ranks, "rosters.wrong.ranks");
        var before = rosters.latest(from, to);
        if (before.isPresent() && before.get().working()) return before.get().id();
        before.ifPresent(last -> notInPublication(last.id()));
        var id = Ids.next();
        var now = clock.instant();
        if (!rosters.add(id, from, to, ranks, from.toEpochDay(), by, now))
            return rosters.latest(from, to).orElseThrow().id(); // a click at the same moment was first
        before.ifPresent(
                last -> rosters.pins(last.id()).forEach((post, officer) -> rosters.pin(id, post, officer, now)));
        facts.tell(new RosterAsked(Tenancy.tenant(), id, now, from, to, ranks));
        return id;
    }

    public void stop(UUID id) {
        rosters.get(id);
        rosters.askToStop(id);
    }

    /**
     * What the rules say of an officer at a place, with all else the schedule proposes for them, before anybody pins
     * them there.
     */
    @Transactional(readOnly = true)
    public Verdict wouldBe(UUID id, UUID post, UUID officer) {
        return plans.judge(id, post, officer);
    }

    /**
     * Pins an officer to a place of the schedule, or with null leaves it open. Refused where a rule forbids them there:
     * only that their department has not been asked is a coordinator's to overrule.
     */
    public void pin(UUID id, UUID post, @Nullable UUID officer) {
        notWorking(id);
        if (officer != null && wouldBe(id, post, officer).reasons().stream()
                .anyMatch(f -> !f.code().equals("DEPARTMENT_NOT_ASKED"))) {
            throw new Refused(StaffingRefusal.PIN_FORBIDDEN);
        }
        rosters.pin(id, post, officer, clock.instant());
    }

    /** Takes the word back; whoever stands there stays proposed. */
    public void unpin(UUID id, UUID post) {
        notWorking(id);
        rosters.unpin(id, post, clock.instant());
    }

    private void notWorking(UUID id) {
        if (rosters.get(id).working()) throw new Refused(StaffingRefusal.ROSTER_AT_WORK);
        notInPublication(id);
    }

    private void notInPublication(UUID id) {
        if (rosters.inPublication(id)) throw new Refused(StaffingRefusal.ROSTER_IN_PUBLICATION);
    }
}
