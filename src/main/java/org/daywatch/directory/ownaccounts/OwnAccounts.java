package org.daywatch.directory.ownaccounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.ownaccounts.OwnAccountPart.Entry;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.audit.AuditReadings;
import org.daywatch.platform.audit.AuditReadings.Reading;
import org.daywatch.platform.identity.Capacity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What student or parent read. Where a parent may not, they get the page of a student about whom nothing is recorded:
 * that something is held back tells of a report. The district is bound.
 */
@Component
@Transactional
public class OwnAccounts {

    private final ObjectProvider<OwnAccountPart> rooms;
    private final AccountHoldStore holds;
    private final Guardians guardians;
    private final AuditReadings readings;
    private final AuditLog audit;
    private final Clock clock;

    OwnAccounts(ObjectProvider<OwnAccountPart> rooms, AccountHoldStore holds, Guardians guardians,
            AuditReadings readings, AuditLog audit, Clock clock) {
        this.rooms = rooms;
        this.holds = holds;
        this.guardians = guardians;
        this.readings = readings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param entries the newest first. @param readers in which role it was read, how often, and when last */
    public record OwnAccount(List<Entry> entries, List<Reading> readers) {

        static final OwnAccount NOTHING = new OwnAccount(List.of(), List.of());
    }

    /** @param guardian the adult who holds the link; null: the student does */
    public OwnAccount of(Campus school, UUID student, @Nullable UUID guardian) {
        if (!mayRead(school, student, guardian)) return OwnAccount.NOTHING;
        audit.read("OwnAccount", "student " + student, Map.of("as", guardian == null ? "STUDENT" : "PARENT"));
        var entries = rooms.orderedStream().flatMap(room -> room.of(student).stream())
                .sorted(Comparator.comparing(Entry::on).reversed()).toList();
        return new OwnAccount(entries,
                readings.of(rooms.orderedStream().flatMap(room -> room.subjects(student).stream()).toList()));
    }

    private boolean mayRead(Campus school, UUID student, @Nullable UUID guardian) {
        var now = clock.instant();
        var custody = guardians.custody(student, LocalDate.ofInstant(now, school.zone()));
        var record = new CaseRecord(Kind.OWN_ACCOUNT, school.districtId(), school.id(), false, Set.of(), Set.of(),
                Set.of(), false, Set.of(student), Optional.empty(), 1, Consent.NOT_NEEDED,
                holds.open(student).isPresent());
        var reader = guardian == null
                ? reader(Part.STUDENT, student, Map.of())
                : reader(Part.PARENT, guardian, custody.containsKey(guardian)
                        ? Map.of(student, custody.get(guardian))
                        : Map.of());
        return ReadingRule.of(reader, record, now) instanceof ReadingAnswer.Allowed;
    }

    private static CaseReader reader(Part part, UUID person, Map<UUID, CaseReader.Custody> custody) {
        return new CaseReader(part, person, true, person, Set.of(), Set.of(), Purpose.NONE, Capacity.NONE,
                Optional.empty(), Optional.empty(), custody, true);
    }
}
