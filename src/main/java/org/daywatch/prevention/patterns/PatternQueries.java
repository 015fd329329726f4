package org.daywatch.prevention.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRule;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Patterns of whole months: whoever compares today with yesterday learns nothing of one day. */
@Component
@Transactional(readOnly = true)
public class PatternQueries {

    private final Happenings happenings;
    private final Zones zones;
    private final ProgrammeRules rules;
    private final PreventionPlaces places;

    PatternQueries(Happenings happenings, Zones zones, ProgrammeRules rules, PreventionPlaces places) {
        this.happenings = happenings;
        this.zones = zones;
        this.rules = rules;
        this.places = places;
    }

    /** Whole months; two periods never overlap, so that one cannot be taken from the other. */
    public record Period(LocalDate from, LocalDate to) {

        public boolean isEmpty() {
            return to.isBefore(from);
        }
    }

    /** @param pattern null: nothing is known of this period */
    public record View(Campus school, Period period, @Nullable Pattern pattern, ProgrammeRule rule) {}

    View of(Campus school, boolean lastYear) {
        var today = places.today(school);
        var rule = small(school, today);
        var period = period(today, lastYear);
        boolean known = !period.isEmpty() && happenings.first(school.id()).map(first -> !first.isAfter(period.to())).orElse(false);
        return new View(school, period, known ? pattern(school, period, rule.number()) : null, rule);
    }

    /** For weighing a patrol: what may be shown, and nothing else. */
    public Optional<Weights> weights(Campus school) {
        var view = of(school, false);
        return view.pattern() == null ? Optional.empty() : Optional.of(new Weights(view.pattern()));
    }

    /** How often by place and by time, as far as it is shown. */
    public static final class Weights {

        private final Pattern pattern;

        Weights(Pattern pattern) {
            this.pattern = pattern;
        }

        public int at(UUID zone) {
            return pattern.shownAt(zone);
        }

        public int at(DayOfWeek day, int hour) {
            return pattern.shownIn(day, Pattern.block(hour));
        }
    }

    private Pattern pattern(Campus school, Period period, int small) {
        var happened = happenings.between(school.id(), period.from(), period.to());
        var where = zones.ever(school.id()).stream().filter(z -> z.walked() || happened.stream().anyMatch(h -> z.id().equals(h.zone()))).toList();
        return Pattern.of(happened, where, small);
    }

    private ProgrammeRule small(Campus school, LocalDate day) {
        return rules.book().get("PATTERN_SMALL", day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()));
    }

    /** From July on, to the end of the last whole month. */
    static Period period(LocalDate today, boolean lastYear) {
        int begun = today.getMonth().compareTo(Month.JULY) >= 0 ? today.getYear() : today.getYear() - 1;
        var july = LocalDate.of(begun, Month.JULY, 1);
        return lastYear ? new Period(july.minusYears(1), july.minusDays(1)) : new Period(july, today.withDayOfMonth(1).minusDays(1));
    }
}
