package org.daywatch.prevention.patterns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Patterns of fixed periods: whoever compares today with yesterday learns nothing of one day. */
@Component
@Transactional(readOnly = true)
public class PatternQueries {

    private final Happenings happenings;
    private final Zones zones;
    private final ProgramRules rules;
    private final PreventionPlaces places;

    PatternQueries(Happenings happenings, Zones zones, ProgramRules rules, PreventionPlaces places) {
        this.happenings = happenings;
        this.zones = zones;
        this.rules = rules;
        this.places = places;
    }

    /**
     * @param periods all that may be looked at, the last one first. @param pattern null: nothing is known of this
     * period
     */
    public record View(Campus school, Period period, List<Period> periods, @Nullable Pattern pattern,
            ProgramRule rule) {}

    /** @param from the first day of a period; another word: the last one that is shown */
    View of(Campus school, String from) {
        var periods = Period.shown(places.today(school));
        var period = periods.stream().filter(p -> p.from().toString().equals(from)).findFirst()
                .orElse(periods.getFirst());
        var rule = small(school, period.shownFrom());
        var stands = period.shownFrom().atStartOfDay(school.zone()).toInstant();
        boolean known = happenings.first(school.id(), stands).map(first -> !first.isAfter(period.to())).orElse(false);
        return new View(school, period, periods, known ? pattern(school, period, rule.number()) : null, rule);
    }

    /** For weighing a patrol: what may be shown, and nothing else. */
    public Optional<Weights> weights(Campus school) {
        var view = of(school, "");
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
        var happened = period.counted(happenings.noted(school.id(), period), school.zone());
        var where = zones.ever(school.id()).stream()
                .filter(z -> z.walked() || happened.stream().anyMatch(h -> z.id().equals(h.zone()))).toList();
        return Pattern.of(happened, where, small);
    }

    private ProgramRule small(Campus school, LocalDate day) {
        return rules.book().get("PATTERN_SMALL", day, "DISTRICT:" + school.districtId(),
                RuleBook.state(school.state()));
    }
}
