package org.daywatch.staffing.departments.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.TermsEvent.DepartmentAdded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments of the agency that is bound: added, changed, listed with what has been agreed. */
@Component
@Transactional
public class DepartmentFiles {

    private final DepartmentContactStore store;
    private final Organizations organizations;
    private final Agencies agencies;
    private final DepartmentTerms terms;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    DepartmentFiles(DepartmentContactStore store, Organizations organizations, Agencies agencies, DepartmentTerms terms,
            AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.agencies = agencies;
        this.terms = terms;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws InvalidInput where a department of that name or ORI is there already */
    public UUID add(DepartmentFile file) {
        taken(file, null);
        var id = organizations.findOrCreate("DEPARTMENT", file.name(), null, file.ori().isEmpty() ? null : file.ori());
        store.save(id, file);
        facts.tell(new DepartmentAdded(Tenancy.tenant(), Ids.next(), clock.instant(), id, file.name(), file.ori()));
        return id;
    }

    public void change(UUID id, DepartmentFile file) {
        own(id);
        taken(file, id);
        organizations.rename(id, file.name(), file.ori().isEmpty() ? null : file.ori());
        store.save(id, file);
        audit.act("DepartmentFileChanged", "department " + id, Map.of("name", file.name(), "ori", file.ori(), "zone",
                file.zone().getId(), "limits", file.policySet()));
    }

    @Transactional(readOnly = true)
    public DepartmentFile get(UUID id) {
        return file(own(id), store.contacts().get(id), terms.find(id));
    }

    /** Every department of the agency by name, whether it has agreed terms or not. */
    @Transactional(readOnly = true)
    public Map<UUID, DepartmentFile> list() {
        var contacts = store.contacts();
        var agreed = terms.agreed().stream().collect(Collectors.toMap(AgreedTerms::departmentId, t -> t));
        return organizations.listOwn("DEPARTMENT").stream().collect(Collectors.toMap(Organization::id,
                o -> file(o, contacts.get(o.id()), Optional.ofNullable(agreed.get(o.id()))), (a, b) -> a,
                java.util.LinkedHashMap::new));
    }

    /**
     * One that came with a list of officers has no contact yet; its clock is that of its terms, or the agency's other
     * departments'.
     */
    private DepartmentFile file(Organization o, DepartmentContactStore.@Nullable Stored c,
            Optional<AgreedTerms> agreed) {
        String ori = o.externalId() == null ? "" : o.externalId();
        if (c != null) { return new DepartmentFile(o.name(), ori, c.contact(), c.zone(), c.policySet()); }
        return new DepartmentFile(o.name(), ori, Contact.NONE, agreed.map(AgreedTerms::zone).orElseGet(this::usualZone),
                agreed.map(AgreedTerms::policySet).orElse(CapPolicyStore.NOT_KNOWN));
    }

    /** The clock that is proposed: the agency's. */
    @Transactional(readOnly = true)
    public ZoneId usualZone() {
        return agencies.zone(Tenancy.tenant());
    }

    /** The day it is on that clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), usualZone());
    }

    private Organization own(UUID id) {
        return organizations.find(id).filter(o -> o.kind().equals("DEPARTMENT") && Tenancy.tenant().equals(o.parent()))
                .orElseThrow(() -> new NotFound("department " + id));
    }

    private void taken(DepartmentFile file, @Nullable UUID except) {
        for (var o : organizations.listOwn("DEPARTMENT")) {
            if (o.id().equals(except)) continue;
            if (o.name().equalsIgnoreCase(file.name()))
                throw new InvalidInput("name", file.name(), "departments.error.name.taken");
            if (!file.ori().isEmpty() && file.ori().equalsIgnoreCase(o.externalId()))
                throw new InvalidInput("ori", file.ori(), "departments.error.ori.taken");
        }
    }
}
