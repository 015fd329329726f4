package org.daywatch.transparency.programs.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.junit.jupiter.api.Test;

class FiledPaperTest {

    private static Requirement demand(Kind kind, String subject, Evidence evidence) {
        var rule = new ProgramRule("R-" + subject, "R-" + subject, "ALL", BigDecimal.ONE, "a year",
                LocalDate.of(2020, 1, 1), null, "a test", false, "Words.");
        return new Requirement("P", kind, subject, evidence, Counting.YEAR, rule);
    }

    @Test
    void onlyPapersThatNoRoomTellsAreRecordedByHand() {
        var demanded = List.of(demand(Kind.DOCUMENT, "PLAN:OPERATIONAL", Evidence.SIGNED_DOCUMENT),
                demand(Kind.REPORT, "REPORT:PROPOSAL", Evidence.REPORT_FILED),
                demand(Kind.AUDIT, "AUDIT:SAFETY", Evidence.REPORT_FILED),
                demand(Kind.DOCUMENT, "PLAN:EMERGENCY", Evidence.SIGNED_DOCUMENT),
                demand(Kind.DOCUMENT, "AGREEMENT:SERVICE", Evidence.SIGNED_DOCUMENT),
                demand(Kind.DRILL, "DRILL:LOCKDOWN", Evidence.DRILL_RECORD),
                demand(Kind.SWEEP, "SWEEP:DOORS", Evidence.SWEEP_SHEET),
                demand(Kind.AUDIT, "AUDIT:SAFETY", Evidence.REPORT_FILED));
        assertThat(FiledPaper.subjects(demanded)).containsExactly("AUDIT:SAFETY", "PLAN:OPERATIONAL",
                "REPORT:PROPOSAL");
    }
}
