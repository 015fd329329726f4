package org.daywatch.directory.imports.oneroster;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.DirectoryEvent.RosterChanged;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.canaries.CanaryWatch;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;

/** A district takes in its own roster; nothing of it is visible to the agency but the schools. */
@Component
class OneRosterImport implements Importer {
    private final RosterStore store;
    private final Organizations organizations;
    private final ProgramRules rules;
    private final CanaryWatch canaries;
    private final Facts facts;
    private final Clock clock;
    private final HomeTime home;

    OneRosterImport(RosterStore store, Organizations organizations, ProgramRules rules, CanaryWatch canaries,
            Facts facts, Clock clock, HomeTime home) {
        this.store = store;
        this.organizations = organizations;
        this.rules = rules;
        this.canaries = canaries;
        this.facts = facts;
        this.clock = clock;
        this.home = home;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ONEROSTER;
    }

    @Override
    public List<String> tables() {
        return List.of("directory.school", "directory.academic_session", "directory.roster_person",
                "directory.roster_class",
                "directory.roster_enrollment");
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        var id = Objects.requireNonNull(file.districtId(), "the shell names the district");
        try (var roster = RosterPackage.open(file.path(), file.name())) {
            var district = organizations.find(id).orElseThrow(() -> new NotFound("district " + id));
            int most = rules.book().get("ROSTER_LEFT_MOST", home.today()).number();
            var invented = new Invented(canaries.marks());
            try {
                new RosterReading(roster, store, district, run, invented,
                        new RosterReading.Leaving(clock.instant(), most, file.leaversConfirmed())).take();
            } finally {
                if (!invented.found().isEmpty()) canaries.imported(invented.found());
                tell(id, run); // of a run that stopped half-way too: the steps before it stand
            }
        }
    }

    private void tell(UUID district, ImportRun run) {
        var report = run.report();
        if (run.isPreview() || report.created() + report.updated() + report.leavers().left() == 0) return;
        run.inTransaction(
                () -> facts.tell(new RosterChanged(district, district, clock.instant(), report.leavers().left())));
    }

    @Override
    public void undone(UUID runId) {
        facts.tell(new RosterChanged(Tenancy.tenant(), Tenancy.tenant(), clock.instant(), 0));
    }
}
