package org.daywatch.staffing.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoFiles;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsPaper;
import org.daywatch.staffing.terms.proposals.TermsProposals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Three police departments, their officers with papers, limits of three kinds, and who is on duty when. */
@Component
@ConditionalOnProperty("daywatch.demo")
class OfficersChapter implements DemoChapter {

    private final FileImports imports;
    private final Organizations organizations;
    private final DepartmentTerms terms;
    private final DepartmentFiles files;
    private final TermsProposals proposals;
    private final CapPolicyStore limits;

    OfficersChapter(FileImports imports, Organizations organizations, DepartmentTerms terms, DepartmentFiles files,
            TermsProposals proposals, CapPolicyStore limits) {
        this.files = files;
        this.proposals = proposals;
        this.limits = limits;
        this.imports = imports;
        this.organizations = organizations;
        this.terms = terms;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(LocalDate.of(2026, 7, 27), LocalTime.of(10, 0));
        take(ImportKind.OFFICERS, "officers.csv");
        department(story, "ironwood-police", "Ironwood Valley Police Department", 1, "GEORGIA_DPS", "IRONWOOD_VALLEY",
                "SURPRISE", "Drew Castellan");
        department(story, "palo-brea-police", "Palo Brea Police Department", 2, "FLORIDA_AGENCY", "PALO_BREA", "MESA",
                "Lane Abernathy");
        department(story, "sheriff", "Copper County Sheriff", 3, "DENVER", "COPPER_COUNTY", "MESA", "Marlow Quade");
        story.itIs(LocalDate.of(2026, 10, 19), LocalTime.of(9, 0));
        take(ImportKind.DUTY, "duty.csv");
    }

    private void department(DemoStory story, String name, String fullName, int rank, String like, String policies,
            String forbidden, String supervisor) {
        UUID id = organizations.listOwn("DEPARTMENT").stream().filter(o -> o.name().equals(fullName)).findFirst()
                .orElseThrow().id();
        story.remember(name, id);
        limits.adopt(like, policies, id, fullName, "Off-duty policy of the " + fullName + ", July 2026"); // invented, with figures somebody really published
        files.change(id, new DepartmentFile(fullName, files.get(id).ori(),
                new Contact(supervisor, "Off-duty coordinator", "", ""), DemoStory.ZONE, policies));
        var agreed = AgreedTerms.usual(story.agency(), id, rank, policies, terms.published(forbidden), DemoStory.ZONE)
                .between(LocalDate.of(2026, 7, 1), null);
        var admin = organizations.join(story.agency(), "admin@demo.daywatch.example", "Casey Juniper",
                Role.AGENCY_ADMIN, null);
        proposals.file(new TermsProposals.By(admin, "Casey Juniper", "Sonoran School Safety Cooperative"), agreed,
                paper(fullName, supervisor), supervisor, "Off-duty coordinator");
        organizations.join(id, "supervisor." + name + "@demo.daywatch.example", supervisor, Role.DEPARTMENT_SUPERVISOR,
                null);
        if (rank == 1)
            organizations.join(id, "administrator." + name + "@demo.daywatch.example", "Ellis Varga",
                    Role.DEPARTMENT_ADMIN, null);
    }

    private static TermsPaper paper(String department, String signed) {
        var sheet = new PdfSheet("Terms for off-duty work at schools", "", false, department);
        sheet.text("An invented paper of an invented department, signed by " + signed + ".");
        return TermsPaper.read("signed-terms.pdf", sheet.bytes());
    }

    private void take(ImportKind kind, String file) {
        var report = imports.take(kind, new ImportFile(DemoFiles.copy(file), file, null));
        if (report.refusedRows() > 0)
            throw new IllegalStateException("the demonstration's own file was refused: " + report);
    }
}
