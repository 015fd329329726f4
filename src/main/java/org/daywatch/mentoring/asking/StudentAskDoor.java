package org.daywatch.mentoring.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Who reads what a student asked: the counselors of the school, for they were asked. Asks {@link ReadingRule} alone.
 */
@Component
class StudentAskDoor {

    private final StudentAskStore store;
    private final Organizations organizations;
    private final Clock clock;

    StudentAskDoor(StudentAskStore store, Organizations organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    List<StudentAsk> list(Actor actor, Campus school, int most) {
        return reads(actor, school) ? store.ofSchool(school.id(), most) : List.of();
    }

    /** Since when those wait who wait, the longest first. */
    List<LocalDate> waiting(Actor actor, Campus school) {
        return reads(actor, school) ? store.waiting(school.id()) : List.of();
    }

    Optional<StudentAsk> find(Actor actor, Campus school, UUID id) {
        return reads(actor, school)
                ? store.find(id).filter(ask -> ask.school().equals(school.id()))
                : Optional.empty();
    }

    private boolean reads(Actor actor, Campus school) {
        var asked = organizations.serving(school.districtId(), List.of(Role.COUNSELOR)).stream()
                .filter(s -> school.id().equals(s.school())).map(s -> s.person()).collect(Collectors.toSet());
        var record = new CaseRecord(Kind.CARE_CAUSE, school.districtId(), school.id(), false, Set.of(), Set.of(),
                asked, false, Set.of(), Optional.empty(), 1, Consent.NOT_NEEDED, false);
        var reader = new CaseReader(actor.role() == Role.COUNSELOR ? Part.COUNSELOR : Part.TEACHER, actor.person(),
                true, actor.tenant(), Set.of(school.districtId()), Set.of(school.id()), Purpose.HELP,
                actor.capacity(), Optional.empty(), Optional.empty(), Map.of(), false);
        return ReadingRule.of(reader, record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }
}
