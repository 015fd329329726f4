package org.daywatch.staffing.rosters.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import org.daywatch.staffing.hours.HourEntry;
import org.daywatch.staffing.hours.HourKind;
import org.daywatch.staffing.hours.HourLedger;
import org.daywatch.staffing.rosters.problem.RosterProblem.Policy;

/**
 * A limit that is not a plain sum over fixed periods: it is asked again whenever an officer gets a seat. All limits are
 * such that less work never breaks them, so taking a seat away needs no question.
 */
sealed interface HourRule {

    boolean allows(Seating seating, int pair, int except, int alsoExcept);

    /** At most {@code limit} in any {@code length} that touches the seat. The fullest stretch begins where work begins or ends where work ends. */
    record Rolling(int limit, int length, FixedWork fixed) implements HourRule {

        @Override
        public boolean allows(Seating seating, int pair, int except, int alsoExcept) {
            int n = seating.gather(pair, except, alsoExcept);
            int start = seating.model.start(pair);
            int end = seating.model.end(pair);
            if (work(seating, n, start - length, end + length) <= limit) return true;
            if (full(seating, n, start - length + 1) || full(seating, n, end - 1)) return false;
            for (int i = 0; i < n; i++) {
                if (fullAt(seating, n, seating.from[i], start, end) || fullAt(seating, n, seating.to[i] - length, start, end)) return false;
            }
            for (int i = fixed.firstEndingAfter(start - length); i < fixed.starts.length && fixed.starts[i] < end + length; i++) {
                if (fullAt(seating, n, fixed.starts[i], start, end) || fullAt(seating, n, fixed.ends[i] - length, start, end)) return false;
            }
            return true;
        }

        private boolean fullAt(Seating seating, int n, int begin, int start, int end) {
            return begin < end && begin + length > start && full(seating, n, begin);
        }

        private boolean full(Seating seating, int n, int begin) {
            return work(seating, n, begin, begin + length) > limit;
        }

        /** A seat may lie over leave that counts too: no minute twice. */
        private int work(Seating seating, int n, int from, int to) {
            int sum = fixed.within(from, to);
            for (int i = 0; i < n; i++) {
                int begin = Math.max(from, seating.from[i]);
                int end = Math.min(to, seating.to[i]);
                if (end > begin) sum += end - begin - fixed.within(begin, end);
            }
            return sum;
        }
    }

    /** At most {@code limit} of work without a gap of {@code rest} or longer. */
    record Spell(int limit, int rest, FixedWork fixed) implements HourRule {

        @Override
        public boolean allows(Seating seating, int pair, int except, int alsoExcept) {
            int n = seating.gather(pair, except, alsoExcept);
            int from = seating.model.start(pair);
            int to = seating.model.end(pair);
            boolean grew = true;
            while (grew) {
                grew = false;
                for (int i = 0; i < n; i++) {
                    if (joins(seating.from[i], seating.to[i], from, to) && (seating.from[i] < from || seating.to[i] > to)) {
                        from = Math.min(from, seating.from[i]);
                        to = Math.max(to, seating.to[i]);
                        grew = true;
                    }
                }
                for (int i = fixed.firstEndingAfter(from - Math.max(rest, 1)); i < fixed.starts.length && fixed.starts[i] <= to + rest; i++) {
                    if (joins(fixed.starts[i], fixed.ends[i], from, to) && (fixed.starts[i] < from || fixed.ends[i] > to)) {
                        from = Math.min(from, fixed.starts[i]);
                        to = Math.max(to, fixed.ends[i]);
                        grew = true;
                    }
                }
            }
            int worked = fixed.within(from, to);
            for (int i = 0; i < n; i++) {
                if (seating.from[i] >= from && seating.to[i] <= to) worked += seating.to[i] - seating.from[i] - fixed.within(seating.from[i], seating.to[i]);
            }
            return worked <= limit;
        }

        /** Touching work is one stretch; otherwise the gap must be shorter than the rest. */
        private boolean joins(int start, int end, int from, int to) {
            int gap = Math.max(start - to, from - end);
            return gap <= 0 || gap < rest;
        }
    }

    /** Any other limit, read from the ledger itself: exact and slow, for shapes and dates that are rare. */
    record ByLedger(Policy policy, HourLedger fixed, ZoneId zone) implements HourRule {

        @Override
        public boolean allows(Seating seating, int pair, int except, int alsoExcept) {
            var model = seating.model;
            int officer = model.officerOf(pair);
            var ledger = fixed.with(job(model, pair));
            for (int i = 0; i < seating.count[officer]; i++) {
                int other = seating.held[officer][i];
                if (other != except && other != alsoExcept && other != pair) ledger = ledger.with(job(model, other));
            }
            if (breaks(ledger, model, pair)) return false;
            for (int i = 0; i < seating.count[officer]; i++) {
                int other = seating.held[officer][i];
                if (other != except && other != alsoExcept && !model.pinned(other) && breaks(ledger, model, other)) return false;
            }
            return true;
        }

        private boolean breaks(HourLedger ledger, RosterModel model, int pair) {
            var window = model.shift(model.seatOf(pair)).window();
            LocalDate day = window.start().atZone(zone).toLocalDate();
            return policy.inForce(day) && policy.shape().read(ledger, window, zone).filter(r -> r.broken()).isPresent();
        }

        private static HourEntry job(RosterModel model, int pair) {
            return HourEntry.planned(HourKind.OFF_DUTY_HERE, model.shift(model.seatOf(pair)).window());
        }
    }
}
