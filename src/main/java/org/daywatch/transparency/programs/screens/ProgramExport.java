package org.daywatch.transparency.programs.screens;

import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.schools.SchoolRow;

/** One row per school; docs/formats/program-export.md describes the columns. An empty cell is unknown, and no zero. */
final class ProgramExport {

    static final List<String> HEADER = List.of("school", "state", "as_of", "now", "lre_cohort_minutes",
            "lre_cohort_target", "lre_universal_minutes", "lre_universal_target",
            "lre_minutes", "lre_target", "on_campus_minutes", "paid_minutes", "log_weeks_missing", "team_quarters_held",
            "team_quarters_missed", "agreements_overdue", "drills_asked",
            "drills_done", "drills_late", "drills_missed", "drills_too_many", "rules");

    private ProgramExport() {}

    static List<?> row(SchoolRow r) {
        var m = r.meters();
        var cohort = dial(r, "LRE:COHORT");
        var universal = dial(r, "LRE:UNIVERSAL");
        var all = dial(r, "LRE");
        var share = m.campusShare();
        var drills = m.drills();
        return java.util.Arrays.asList(r.school().name(), r.school().state(), m.asOf(), r.past() ? null : r.now(),
                amount(cohort), target(cohort), amount(universal), target(universal), amount(all),
                target(all), share == null || !share.known() ? null : share.onCampus(),
                share == null || !share.known() ? null : share.paid(), m.logsAsked() ? m.logsMissing() : null,
                m.quarters().isEmpty() ? null : quarters(r, "HELD"),
                m.quarters().isEmpty() ? null : quarters(r, "MISSED"), m.agreementsOverdue().size(),
                drills.asked() == 0 ? null : drills.asked(), drills.asked() == 0 ? null : drills.done(),
                drills.asked() == 0 ? null : drills.late(),
                drills.asked() == 0 ? null : drills.missed(), drills.asked() == 0 ? null : drills.tooMany(),
                String.join("; ", Requirement.versions(m.requirements())));
    }

    private static Optional<Meter> dial(SchoolRow r, String subject) {
        return r.meters().dials().stream().filter(m -> m.requirement().subject().equals(subject)).findFirst();
    }

    private static Object amount(Optional<Meter> meter) {
        return meter.map(Meter::amount).orElse(null);
    }

    private static Object target(Optional<Meter> meter) {
        return meter.map(Meter::target).orElse(null);
    }

    private static long quarters(SchoolRow r, String state) {
        return r.meters().quarters().stream().filter(q -> q.state().name().equals(state)).count();
    }
}
