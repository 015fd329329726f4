package org.daywatch.directory.programs;

import java.time.LocalDate;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.exports.people.RowLimits;
import org.daywatch.platform.identity.Role;
import org.springframework.stereotype.Component;

/** From the dated rules; a rule for a role goes before the one for everybody. */
@Component
class StudentRowRules implements RowLimits {

    private final ProgramRules rules;

    StudentRowRules(ProgramRules rules) {
        this.rules = rules;
    }

    @Override
    public Most of(Role role, LocalDate day) {
        var book = rules.book();
        var scope = "ROLE:" + role;
        return new Most(book.get("STUDENT_ROWS_A_DAY", day, scope).number(),
                book.get("STUDENT_ROWS_A_WEEK", day, scope).number(),
                book.get("STUDENT_ROWS_SECOND", day, scope).number());
    }
}
