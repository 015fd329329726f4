package org.daywatch.restorative.repair;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Component;

/** Who reads what is written about a student without consent: asks {@link ReadingRule} and nothing else. */
@Component
public class StudentRecords {

    private static final Map<Role, Part> PARTS = Map.of(Role.COUNSELOR, Part.COUNSELOR, Role.PRINCIPAL, Part.PRINCIPAL,
            Role.OFFICER, Part.OFFICER);

    private final StudentSearch search;
    private final AuditLog audit;
    private final Clock clock;

    StudentRecords(StudentSearch search, AuditLog audit, Clock clock) {
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /** A record as far as the rule asks. @param assigned who reads it by being part of it */
    public record Of(Kind kind, UUID district, UUID school, Set<UUID> students, Set<UUID> assigned) {}

    /** A role that has no part in them reads nothing. */
    public boolean mayRead(Entry at, Of what, Purpose purpose) {
        var actor = at.actor();
        var part = PARTS.get(actor.role());
        if (part == null) return false;
        var hidden = new HashSet<>(search.hiddenFrom(actor, at.school()));
        hidden.retainAll(what.students());
        var record = new CaseRecord(what.kind(), what.district(), what.school(), !hidden.isEmpty(), Set.of(), Set.of(),
                what.assigned(), false, what.students(), Optional.empty(), what.students().size(),
                Consent.NOT_NEEDED, false);
        var reader = new CaseReader(part, actor.person(), true, actor.tenant(), Set.of(at.school().districtId()),
                Set.of(at.school().id()), purpose, actor.capacity(),
                actor.role() == Role.OFFICER ? Optional.of(at.school().id()) : Optional.empty(), Optional.empty(),
                Map.of(), false);
        return ReadingRule.of(reader, record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }

    /** Leaves the line of a reading. @return true, so that it ends a condition */
    public boolean isRead(Entry at, String kind, String subject, Purpose purpose) {
        audit.read(kind, subject, Map.of("as", at.actor().role().name(), "for", purpose.name()));
        return true;
    }

    /** A principal says why they read; whom it was given to helps, and an officer was part of it. */
    public static Purpose purpose(Entry at, String said) {
        return switch (at.actor().role()) {
            case PRINCIPAL -> List.of(Purpose.HELP, Purpose.SAFETY).stream().filter(p -> p.name().equals(said))
                    .findFirst().orElse(Purpose.NONE);
            case OFFICER -> Purpose.SAFETY;
            default -> Purpose.HELP;
        };
    }

    /** Bound to the district of the school. */
    public static <R> R in(Entry at, Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
