package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a campus is to be assessed again: so many years after the last assessment that counts, as its program says, or
 * else our own rule.
 */
@Component
@Transactional(readOnly = true)
public class AssessmentDues {

    /** What programs count it as. */
    public static final String SUBJECT = "AUDIT:SAFETY";

    private final AssessmentStore assessments;
    private final ProgramRules rules;
    private final ObjectProvider<Programs> programs;
    private final PreventionPlaces places;

    AssessmentDues(AssessmentStore assessments, ProgramRules rules, ObjectProvider<Programs> programs,
            PreventionPlaces places) {
        this.assessments = assessments;
        this.rules = rules;
        this.programs = programs;
        this.places = places;
    }

    /**
     * @param last the day of the last one that counts; null: none is known here
     * @param next by when; null where none is known, so that it is due now
     * @param rule that says how many years
     * @param demanded by a program of the school, not only by our own rule
     */
    public record Clock(@Nullable LocalDate last, @Nullable LocalDate next, ProgramRule rule, boolean demanded,
            boolean late, boolean soon) {

        /** @param remind so many days before it is due it stands on first screens */
        static Clock of(@Nullable LocalDate last, ProgramRule rule, boolean demanded, int remind, LocalDate today) {
            var next = last == null ? null : last.plusYears(rule.number());
            return new Clock(last, next, rule, demanded, next != null && next.isBefore(today),
                    next == null || !next.isAfter(today.plusDays(remind)));
        }

        public boolean never() {
            return last == null;
        }
    }

    public Map<UUID, Clock> of(Collection<Campus> schools) {
        var ids = schools.stream().map(Campus::id).toList();
        var last = new HashMap<UUID, LocalDate>();
        for (var a : assessments
                .list(ASSESSMENT.SCHOOL_ID.in(ids).and(ASSESSMENT.STATE.eq("ACCEPTED")).and(ASSESSMENT.COUNTS))) {
            if (a.day() != null) last.merge(a.schoolId(), a.day(), (x, y) -> x.isAfter(y) ? x : y);
        }
        var book = rules.book();
        var clocks = new HashMap<UUID, Clock>();
        schools.stream().collect(Collectors.groupingBy(places::today)).forEach((today, there) -> {
            var demanded = demanded(there.stream().map(Campus::id).toList(), today);
            for (var school : there)
                clocks.put(school.id(), clock(school, last.get(school.id()), demanded.get(school.id()), book, today));
        });
        return clocks;
    }

    private static Clock clock(Campus school, @Nullable LocalDate last, @Nullable Requirement demanded, RuleBook book,
            LocalDate today) {
        String[] scopes = {"DISTRICT:" + school.districtId(), RuleBook.state(school.state())};
        var rule = demanded == null ? book.get("ASSESSMENT_EVERY", today, scopes) : demanded.rule();
        return Clock.of(last, rule, demanded != null, book.get("ASSESSMENT_REMIND", today, scopes).number(), today);
    }

    /** By school, what its program asks for; of all schools at once, since a district has many. */
    private Map<UUID, Requirement> demanded(List<UUID> schools, LocalDate today) {
        var known = programs.getIfAvailable();
        if (known == null) return Map.of();
        var demanded = new HashMap<UUID, Requirement>();
        known.of(schools, today).forEach((school, requirements) -> requirements.stream()
                .filter(r -> r.subject().equals(SUBJECT) && r.counting() == Requirement.Counting.EVERY_YEARS)
                .findFirst().ifPresent(r -> demanded.put(school, r)));
        return demanded;
    }
}
