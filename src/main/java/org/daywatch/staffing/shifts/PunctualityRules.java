package org.daywatch.staffing.shifts;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.springframework.stereotype.Component;

/** The rules about time in force at a school on the day of a shift. */
@Component
public class PunctualityRules {

    private final ProgramRules rules;
    private final Campuses campuses;

    PunctualityRules(ProgramRules rules, Campuses campuses) {
        this.rules = rules;
        this.campuses = campuses;
    }

    public Punctuality of(UUID schoolId, Instant start) {
        var campus = campuses.find(schoolId).orElseThrow(() -> new NotFound("school " + schoolId));
        var day = start.atZone(campus.zone()).toLocalDate();
        var book = rules.book();
        String[] scopes = {"DISTRICT:" + campus.districtId(), RuleBook.state(campus.state())};
        return new Punctuality(minutes(book.get("CHECK_IN_EARLY", day, scopes)),
                minutes(book.get("CHECK_IN_LATE", day, scopes)),
                minutes(book.get("NO_SHOW_GRACE", day, scopes)));
    }

    private static Duration minutes(ProgramRule rule) {
        return Duration.ofMinutes(rule.number());
    }
}
