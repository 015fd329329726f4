package org.daywatch.staffing.replacement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.staffing.shifts.Shift;
import org.springframework.stereotype.Component;

/** The dated rules of a search at one school on one day. */
@Component
class ReplacementRules {

    private final ProgramRules rules;
    private final Campuses campuses;

    ReplacementRules(ProgramRules rules, Campuses campuses) {
        this.rules = rules;
        this.campuses = campuses;
    }

    /**
     * @param size officers asked at a time
     * @param expiry how long they have
     * @param before so long before the start a missing check-in is noticed
     * @param after so long after the start others are asked
     */
    record Search(int size, Duration expiry, Duration before, Duration after) {

        /**
         * When the officer is asked whether they are coming: before the start, or a little after they accepted where
         * that came later.
         */
        Instant askedFrom(Shift shift) {
            var usual = shift.window().start().minus(before);
            return shift.standsSince().isAfter(usual) ? shift.standsSince().plus(after) : usual;
        }

        /** When others are asked. Whoever was asked late has the same time to come after it. */
        Instant othersFrom(Shift shift) {
            var asked = askedFrom(shift);
            return asked.isBefore(shift.window().start()) ? shift.window().start().plus(after) : asked.plus(after);
        }
    }

    Search of(UUID schoolId, Instant start) {
        return of(rules.book(), campuses.find(schoolId).orElseThrow(() -> new NotFound("school " + schoolId)), start);
    }

    static Search of(RuleBook book, Campus campus, Instant start) {
        var day = start.atZone(campus.zone()).toLocalDate();
        String[] scopes = {"DISTRICT:" + campus.districtId(), RuleBook.state(campus.state())};
        return new Search(book.get("WAVE_SIZE", day, scopes).number(),
                Duration.ofMinutes(book.get("WAVE_EXPIRY", day, scopes).number()),
                Duration.ofMinutes(book.get("MISSING_BEFORE", day, scopes).number()),
                Duration.ofMinutes(book.get("MISSING_AFTER", day, scopes).number()));
    }
}
