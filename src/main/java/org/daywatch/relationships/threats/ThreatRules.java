package org.daywatch.relationships.threats;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers of threat assessments that somebody outside decides, by the day at the school. */
@Component
public class ThreatRules {

    private final ProgramRules rules;

    ThreatRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** On which day a threat that is transient today fades. */
    public LocalDate fades(Campus school, LocalDate today) {
        return today.plusDays(rule("THREAT_FADES", school, today).number());
    }

    /** By when a plan of today is looked at again at the latest. */
    public LocalDate latestReview(Campus school, LocalDate today) {
        return today.plusDays(rule("THREAT_REVIEW", school, today).number());
    }

    public ProgramRule daysOut(Campus school, LocalDate today) {
        return rule("DAYS_OUT_LIMIT", school, today);
    }

    /** Since when days out of school are counted. */
    public LocalDate daysOutSince(Campus school, LocalDate today) {
        return begun(rule("DAYS_OUT_YEAR", school, today), today);
    }

    /** The first day of the school year that a day is in. */
    public LocalDate schoolYear(UUID district, @Nullable String state, LocalDate day) {
        var scope = "DISTRICT:" + district;
        return begun(state == null
                ? rules.book().get("DAYS_OUT_YEAR", day, scope)
                : rules.book().get("DAYS_OUT_YEAR", day, scope, RuleBook.state(state)), day);
    }

    private static LocalDate begun(ProgramRule month, LocalDate day) {
        var first = LocalDate.of(day.getYear(), month.number(), 1);
        return first.isAfter(day) ? first.minusYears(1) : first;
    }

    public int mostDisclosureHours(Campus school, LocalDate today) {
        return rule("DISCLOSURE_HOURS", school, today).number();
    }

    public int fewestDisclosureWords(Campus school, LocalDate today) {
        return rule("DISCLOSURE_WORDS", school, today).number();
    }

    public int fewestGlassWords(Campus school, LocalDate today) {
        return rule("GLASS_WORDS", school, today).number();
    }

    private ProgramRule rule(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()));
    }
}
