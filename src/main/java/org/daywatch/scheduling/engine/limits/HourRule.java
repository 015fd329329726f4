package org.daywatch.scheduling.engine.limits;

import java.time.LocalDate;
import java.time.ZoneId;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;

/**
 * A limit that is not a plain sum over fixed periods: it is asked again whenever an officer gets a seat. All limits are
 * such that less work never breaks them, so taking a seat away needs no question.
 */
public sealed interface HourRule {

    boolean allows(Held held, int pair, int except, int alsoExcept);

    /**
     * At most {@code limit} in any {@code length} that touches the seat. The fullest stretch begins where work begins
     * or ends where work ends.
     */
    record Rolling(int limit, int length, FixedWork fixed) implements HourRule {

        @Override
        public boolean allows(Held held, int pair, int except, int alsoExcept) {
            int n = held.gather(pair, except, alsoExcept);
            int start = held.from(0);
            int end = held.to(0);
            if (work(held, n, start - length, end + length) <= limit) return true;
            if (full(held, n, start - length + 1) || full(held, n, end - 1)) return false;
            for (int i = 0; i < n; i++) {
                if (fullAt(held, n, held.from(i), start, end) || fullAt(held, n, held.to(i) - length, start, end))
                    return false;
            }
            for (int i = fixed.firstEndingAfter(start - length); i < fixed.starts.length
                    && fixed.starts[i] < end + length; i++) {
                if (fullAt(held, n, fixed.starts[i], start, end) || fullAt(held, n, fixed.ends[i] - length, start, end))
                    return false;
            }
            return true;
        }

        private boolean fullAt(Held held, int n, int begin, int start, int end) {
            return begin < end && begin + length > start && full(held, n, begin);
        }

        private boolean full(Held held, int n, int begin) {
            return work(held, n, begin, begin + length) > limit;
        }

        /** A seat may lie over leave that counts too: no minute twice. */
        private int work(Held held, int n, int from, int to) {
            int sum = fixed.within(from, to);
            for (int i = 0; i < n; i++) {
                int begin = Math.max(from, held.from(i));
                int end = Math.min(to, held.to(i));
                if (end > begin) sum += end - begin - fixed.within(begin, end);
            }
            return sum;
        }
    }

    /** At most {@code limit} of work without a gap of {@code rest} or longer. */
    record Spell(int limit, int rest, FixedWork fixed) implements HourRule {

        @Override
        public boolean allows(Held held, int pair, int except, int alsoExcept) {
            int n = held.gather(pair, except, alsoExcept);
            int from = held.from(0);
            int to = held.to(0);
            boolean grew = true;
            while (grew) {
                grew = false;
                for (int i = 0; i < n; i++) {
                    if (joins(held.from(i), held.to(i), from, to) && (held.from(i) < from || held.to(i) > to)) {
                        from = Math.min(from, held.from(i));
                        to = Math.max(to, held.to(i));
                        grew = true;
                    }
                }
                for (int i = fixed.firstEndingAfter(from - Math.max(rest, 1)); i < fixed.starts.length
                        && fixed.starts[i] <= to + rest; i++) {
                    if (joins(fixed.starts[i], fixed.ends[i], from, to)
                            && (fixed.starts[i] < from || fixed.ends[i] > to)) {
                        from = Math.min(from, fixed.starts[i]);
                        to = Math.max(to, fixed.ends[i]);
                        grew = true;
                    }
                }
            }
            int worked = fixed.within(from, to);
            for (int i = 0; i < n; i++) {
                if (held.from(i) >= from && held.to(i) <= to)
                    worked += held.to(i) - held.from(i) - fixed.within(held.from(i), held.to(i));
            }
            return worked <= limit;
        }

        /** Touching work is one stretch; otherwise the gap must be shorter than the rest. */
        private boolean joins(int start, int end, int from, int to) {
            int gap = Math.max(start - to, from - end);
            return gap <= 0 || gap < rest;
        }
    }

    /** At least {@code rest} between a seat and other hours, their other seats among them. */
    record Apart(int rest, FixedWork other) implements HourRule {

        @Override
        public boolean allows(Held held, int pair, int except, int alsoExcept) {
            int n = held.gather(pair, except, alsoExcept);
            int start = held.from(0);
            int end = held.to(0);
            for (int i = 1; i < n; i++) {
                if (held.from(i) < end + rest && start < held.to(i) + rest) return false;
            }
            int last = other.lastEnd(start);
            return !other.touches(start, end) && (last == Integer.MIN_VALUE || start - last >= rest)
                    && other.nextStart(end) - end >= rest;
        }
    }

    /** Any other limit, read from the ledger itself: exact and slow, for shapes and dates that are rare. */
    record ByLedger(Policy policy, HourLedger fixed, ZoneId zone) implements HourRule {

        @Override
        public boolean allows(Held held, int pair, int except, int alsoExcept) {
            var seats = held.seats(pair, except, alsoExcept);
            var ledger = fixed;
            for (var seat : seats) ledger = ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, seat.window()));
            for (var seat : seats) if (seat.judged() && breaks(ledger, seat.window())) return false;
            return true;
        }

        private boolean breaks(HourLedger ledger, Window window) {
            LocalDate day = window.start().atZone(zone).toLocalDate();
            return policy.inForce(day) && policy.shape().read(ledger, window, zone).filter(r -> r.broken()).isPresent();
        }
    }
}
