package org.daywatch.relationships.threats;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.daywatch.relationships.threats.cases.OpenedUnder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers of threat assessments that somebody outside decides, by the day at the school. */
@Component
public class ThreatRules {

    private static final String MODEL = "THREAT_MODEL";

    private final ProgramRules rules;

    ThreatRules(ProgramRules rules) {
        this.rules = rules;
    }

    /** On which day a threat that is transient, or of a low level, today fades. */
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

    /** Under which model a case is opened today. */
    public OpenedUnder model(Campus school, LocalDate today) {
        var rule = rule(MODEL, school, today);
        return new OpenedUnder(model(rule), rule.version());
    }

    /** The models under which cases were opened between two days, as the rules of the district say it today. */
    public Set<AssessmentModel> models(UUID district, @Nullable String state, LocalDate from, LocalDate until) {
        var book = rules.book();
        var scopes = state == null
                ? List.of("DISTRICT:" + district)
                : List.of("DISTRICT:" + district, RuleBook.state(state));
        var begun = book.of(MODEL).stream().flatMap(rule -> Stream.of(rule.validFrom(), rule.validTo()))
                .filter(Objects::nonNull).flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(day -> day.isAfter(from) && !day.isAfter(until));
        return Stream.concat(Stream.of(from), begun).flatMap(day -> book.find(MODEL, day, scopes).stream())
                .map(ThreatRules::model).collect(Collectors.toCollection(() -> EnumSet.noneOf(AssessmentModel.class)));
    }

    /** Its number stands for one, as the texts of the rule say. */
    private static AssessmentModel model(ProgramRule rule) {
        return rule.number() == 2 ? AssessmentModel.LEVELS : AssessmentModel.DECISION_TREE;
    }

    public int mostDisclosureHours(Campus school, LocalDate today) {
        return rule("DISCLOSURE_HOURS", school, today).number();
    }

    public int fewestDisclosureWords(Campus school, LocalDate today) {
        return rule("DISCLOSURE_WORDS", school, today).number();
    }

    /** Within how many days a parent who asks sees the record, by the day they asked. */
    public int accessDays(Campus school, LocalDate received) {
        return rule("RECORDS_ACCESS", school, received).number();
    }

    /** Within how many days a parent who asks to amend it has an answer. */
    public int amendmentDays(Campus school, LocalDate received) {
        return rule("RECORDS_AMENDMENT", school, received).number();
    }

    /** So many days before it is due somebody is reminded. */
    public int requestReminderDays(Campus school, LocalDate today) {
        return rule("RECORDS_REMINDER", school, today).number();
    }

    public int fewestGlassWords(Campus school, LocalDate today) {
        return rule("GLASS_WORDS", school, today).number();
    }

    private ProgramRule rule(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()));
    }
}
