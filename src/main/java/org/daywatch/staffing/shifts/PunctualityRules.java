package org.daywatch.staffing.shifts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.platform.errors.NotFound;
import org.springframework.stereotype.Component;

/** The rules about time in force at a school on the day of a shift. */
@Component
public class PunctualityRules {

    private final ProgrammeRules rules;
    private final Campuses campuses;

    PunctualityRules(ProgrammeRules rules, Campuses campuses) {
        this.rules = rules;
        this.campuses = campuses;
    }

    public Punctuality of(UUID schoolId, Instant start) {
        var campus = campuses.find(schoolId).orElseThrow(() -> new NotFound("school " + schoolId));
        var day = start.atZone(campus.zone()).toLocalDate();
        var scopes = List.of("DISTRICT:" + campus.districtId(), "STATE:" + campus.state(), "ALL");
        return new Punctuality(minutes("CHECK_IN_OPENS_BEFORE", scopes, day), minutes("CHECK_IN_LATE_AFTER", scopes, day),
                minutes("CHECK_IN_MISSED_AFTER", scopes, day));
    }

    private Duration minutes(String code, List<String> scopes, LocalDate day) {
        var rule = rules.find(code, scopes, day)
                .orElseThrow(() -> new IllegalStateException("no programme rule " + code + " is in force on " + day + " for " + scopes));
        return Duration.ofMinutes(rule.value().longValueExact());
    }
}
