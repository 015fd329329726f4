package org.daywatch.directory.programs;

import java.time.LocalDate;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.exports.ExportsADay;
import org.springframework.stereotype.Component;

/** From the dated rules. */
@Component
class ExportRule implements ExportsADay {

    private final ProgramRules rules;

    ExportRule(ProgramRules rules) {
        this.rules = rules;
    }

    @Override
    public int on(LocalDate day) {
        return rules.inForce("EXPORTS_A_DAY", "ALL", day).orElseThrow().number();
    }
}
