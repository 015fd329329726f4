package org.daywatch.staffing.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.imports.DepartmentReader.DepartmentRow;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsPaper;
import org.daywatch.staffing.terms.proposals.TermsProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Departments with contact, clock, limits and, where the signed paper lies beside the file, the terms it holds. Matched
 * by ORI, else by name.
 */
@Component
class DepartmentsImport implements Importer {

    private static final String CONTACTS = "staffing.department_contact";

    private final DepartmentFiles files;
    private final DepartmentTerms terms;
    private final TermsProposals proposals;
    private final CapPolicyStore policies;
    private final Organizations organizations;

    DepartmentsImport(DepartmentFiles files, DepartmentTerms terms, TermsProposals proposals, CapPolicyStore policies,
            Organizations organizations) {
        this.files = files;
        this.terms = terms;
        this.proposals = proposals;
        this.policies = policies;
        this.organizations = organizations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.DEPARTMENTS;
    }

    @Override
    public List<String> tables() {
        return List.of(CONTACTS);
    }

    @Override
    public List<Said> stays(UUID runId) {
        return terms.agreed().isEmpty() ? List.of() : List.of(Said.of("staffing.said.terms.stay"));
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        TextFile text = TextFile.open(file.path(), file.name());
        var known = new HashMap<String, UUID>();
        run.inTransaction(() -> files.list().forEach((id, f) -> learn(known, id, f.name(), f.ori())));
        var reader = new DepartmentReader(files, Set.copyOf(policies.sets()));
        try (Table table = Table.open(text, DepartmentReader.COLUMNS)) {
            for (Row row : table) {
                run.rowRead();
                DepartmentRow department = reader.read(row);
                if (department == null) run.refuse(row.faults());
                else take(department, row.line(), file.path(), known, run);
                run.progress(text);
            }
        }
    }

    private void take(DepartmentRow row, int line, Path beside, Map<String, UUID> known, ImportRun run) {
        TermsPaper paper;
        try {
            paper = row.paper().isEmpty() ? null : paper(beside, row.paper());
        } catch (InvalidInput unreadable) {
            run.refuse(new RefusedCell(line, "Signed paper", row.paper(), "staffing.cell.paper"));
            return;
        }
        UUID id = row.file().ori().isEmpty() ? null : known.get(row.file().ori());
        if (id == null) id = known.get(row.file().name().toLowerCase(Locale.ROOT));
        boolean agreed = paper != null && (id == null || terms.find(id).isEmpty());
        if (id == null) {
            var made = new UUID[] {UUID.randomUUID()};
            if (!run.isPreview()) run.inTransaction(() -> made[0] = add(row, paper, run));
            learn(known, made[0], row.file().name(), row.file().ori());
            run.rows(1, 0, 0);
        } else {
            change(id, row, agreed ? paper : null, run);
        }
    }

    private UUID add(DepartmentRow row, @Nullable TermsPaper paper, ImportRun run) {
        var id = files.add(row.file());
        run.created(ImportLedger.ORGANIZATIONS, List.of(id));
        run.created(CONTACTS, List.of(id));
        if (paper != null) agree(id, row, paper);
        return id;
    }

    private void change(UUID id, DepartmentRow row, @Nullable TermsPaper paper, ImportRun run) {
        var on = files.get(id);
        var next = row.onto(on);
        boolean same = next.equals(on) && paper == null;
        if (!same && !run.isPreview()) {
            run.inTransaction(() -> {
                if (!next.equals(on)) run.updating(CONTACTS, List.of(id), () -> files.change(id, next));
                if (paper != null) agree(id, row, paper);
            });
        }
        run.rows(0, same ? 0 : 1, same ? 1 : 0);
    }

    private void agree(UUID id, DepartmentRow row, TermsPaper paper) {
        var read = row.terms();
        var agreed = new AgreedTerms(Tenancy.tenant(), id, read.rank() == 0 ? terms.nextRank() : read.rank(),
                row.file().policySet(), read.prohibited(), row.file().zone(), null, null, read.leadHours(),
                read.cancelHours(), read.minimumHours(), read.from(), read.to());
        var agency = organizations.find(Tenancy.tenant()).map(Organizations.Organization::name).orElse("");
        var person = Tenancy.current().map(Scope::person).orElse(Tenancy.tenant());
        proposals.file(new TermsProposals.By(person, agency, agency), agreed, paper, row.signedBy(), "");
    }

    private static TermsPaper paper(Path file, String name) {
        var path = file.toAbsolutePath().resolveSibling(name).normalize();
        try {
            if (!path.getParent().equals(file.toAbsolutePath().getParent()) || !Files.isRegularFile(path))
                throw new InvalidInput("paper", name, "terms.error.paper");
            return TermsPaper.read(name, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new InvalidInput("paper", name, "terms.error.paper");
        }
    }

    private static void learn(Map<String, UUID> known, UUID id, String name, String ori) {
        known.put(name.toLowerCase(Locale.ROOT), id);
        if (!ori.isEmpty()) known.put(ori, id);
    }

    /** @param rank 0: after those that are there */
    record Terms(int rank, LocalDate from, @Nullable LocalDate to, Set<org.daywatch.scheduling.WorkKind> prohibited,
            int leadHours, int cancelHours, int minimumHours) {}
}
