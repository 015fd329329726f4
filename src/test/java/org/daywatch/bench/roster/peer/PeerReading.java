package org.daywatch.bench.roster.peer;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.hours.HourLedger;

/** A compiled problem as the peer's entities, so that both search among the same pairs. */
final class PeerReading {

    private static final int NO_LIMIT = 1_000_000;

    private final ScheduleModel model;
    private final int days;
    private final int[] week;
    private final int[][] day;

    PeerReading(ScheduleModel model) {
        this.model = model;
        days = (int) Duration.between(model.problem().first().atStartOfDay(ZoneOffset.UTC),
                model.problem().last().atStartOfDay(ZoneOffset.UTC)).toDays() + 1;
        week = new int[model.officers().size()];
        day = new int[model.officers().size()][days];
        Arrays.fill(week, NO_LIMIT);
        for (int[] d : day) Arrays.fill(d, NO_LIMIT);
        limits();
    }

    /** A period that seats of several days take from is a week's; any other is a day's. */
    private void limits() {
        int[] dayOfPeriod = new int[model.periods()];
        Arrays.fill(dayOfPeriod, -1);
        for (int p = 0; p < model.pairs(); p++) {
            int on = day(model.seatOf(p));
            model.eachPeriod(p, (period,
                    minutes) -> dayOfPeriod[period] = dayOfPeriod[period] == -1 || dayOfPeriod[period] == on ? on : -2);
        }
        for (int p = 0; p < model.pairs(); p++) {
            int officer = model.officerOf(p);
            int on = day(model.seatOf(p));
            model.eachPeriod(p, (period, minutes) -> {
                if (dayOfPeriod[period] == -2) week[officer] = Math.min(week[officer], model.periodLeft(period));
                else day[officer][on] = Math.min(day[officer][on], model.periodLeft(period));
            });
        }
    }

    List<PeerSeat> seats() {
        var officers = new PeerOfficer[model.officers().size()];
        for (int o = 0; o < officers.length; o++) {
            officers[o] = new PeerOfficer(o, week[o], day[o], model.credited(o), model.mostDays(o),
                    model.hasOtherRules(o) ? work(o) : new int[0], model);
        }
        var seats = new ArrayList<PeerSeat>();
        for (int s = 0; s < model.seats(); s++) {
            var candidates = new ArrayList<PeerOfficer>();
            Map<PeerOfficer, Long> worth = new HashMap<>();
            for (int p = model.firstPair(s); p < model.lastPair(s); p++) {
                candidates.add(officers[model.officerOf(p)]);
                worth.put(officers[model.officerOf(p)], model.points(p));
            }
            int first = model.firstPair(s);
            boolean nobody = candidates.isEmpty();
            seats.add(new PeerSeat(s, minute(model.shift(s).window().start()), minute(model.shift(s).window().end()),
                    day(s), nobody ? 0 : model.school(first), candidates, worth));
        }
        return seats;
    }

    private int day(int seat) {
        return (int) (model.shift(seat).day().toEpochDay() - model.problem().first().toEpochDay());
    }

    private int minute(java.time.Instant at) {
        return (int) Duration.between(model.problem().first().minusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(), at)
                .toMinutes();
    }

    /**
     * Fixed stretches that count toward a spell; one without any has a stretch of nothing long before, so that the rule
     * is asked.
     */
    private int[] work(int officer) {
        var o = model.officers().get(officer);
        var shape = model.problem().policies().stream().map(p -> p.shape()).filter(CapShape.RestAfter.class::isInstance)
                .map(CapShape.RestAfter.class::cast).findFirst().orElseThrow();
        var all = new Window(model.problem().first().minusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(),
                model.problem().last().plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant());
        var stretches = HourLedger.of(o.hours()).work(shape.counts()).touching(all);
        if (stretches.isEmpty()) return new int[] {0, 0};
        return stretches.stream()
                .flatMapToInt(w -> java.util.stream.IntStream.of(Math.max(0, minute(w.start())), minute(w.end())))
                .toArray();
    }
}
