package org.daywatch.staffing.notices;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.*;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A question to the department is told to its supervisors, the answer to the officer; a word taken back to the
 * coordinators too.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovalNotices {

    private static final Duration SOON = Duration.ofHours(36);

    private final DepartmentTerms terms;
    private final Agencies agencies;
    private final Notifications notifications;
    private final Persons persons;
    private final NoticeWords words;

    ApprovalNotices(DepartmentTerms terms, Agencies agencies, Notifications notifications, Persons persons,
            NoticeWords words) {
        this.terms = terms;
        this.agencies = agencies;
        this.notifications = notifications;
        this.persons = persons;
        this.words = words;
    }

    /** Bound to the agency: only it sees officers. */
    void tell(OfApproval fact) {
        switch (fact) {
            case CapApprovalAsked f -> {
                var notice = words.about(Topic.APPROVAL_ASKED, "/department/approvals/" + f.id(), f.place(),
                        zone(f.departmentId()), f.window().start(),
                        "", persons.nameOfOfficer(f.officerId()));
                var soon = f.window().start().isBefore(f.at().plus(SOON)) ? notice.asUrgent() : notice;
                for (var role : Set.of(Role.DEPARTMENT_SUPERVISOR, Role.DEPARTMENT_ADMIN)) {
                    notifications.tell(soon.until(f.window().end()), Audience.holders(f.departmentId(), role));
                }
            }
            case CapApprovalGiven f -> officer(f, f.officerId(),
                    words.about(Topic.APPROVAL_GIVEN, "/offers", f.place(), zone(f.departmentId()), f.window().start(),
                            f.reason(), f.by()).until(f.window().end()));
            case CapApprovalDeclined f -> officer(f, f.officerId(),
                    words.about(Topic.APPROVAL_DECLINED, "/offers", f.place(), zone(f.departmentId()),
                            f.window().start(), f.reason(), f.by()));
            case CapApprovalRevoked f -> {
                var notice = words.about(Topic.APPROVAL_REVOKED, "/shifts", f.place(), zone(f.departmentId()),
                        f.window().start(), f.reason(),
                        f.by() + ", " + persons.nameOfOfficer(f.officerId()));
                officer(f, f.officerId(), notice);
                notifications.tell(notice.asUrgent(), Audience.holders(f.tenant(), Role.COORDINATOR));
            }
            case CapApprovalWithdrawn _ -> {}
        }
    }

    /** {0} the officer, {1} the last day, {2} who said so. */
    void given(WorkPermissionGiven f) {
        officer(f, f.id(), words.about(Topic.PERMISSION_GIVEN, "/my-hours", persons.nameOfOfficer(f.id()),
                zone(f.departmentId()), lastMoment(f), "", f.by()));
    }

    void ended(WorkPermissionEnded f) {
        var notice = words.about(Topic.PERMISSION_ENDED, "/officers/" + f.id(), persons.nameOfOfficer(f.id()),
                zone(f.departmentId()), f.at(), f.by() + ": " + f.reason(),
                Integer.toString(f.shifts()));
        officer(f, f.id(),
                words.about(Topic.PERMISSION_ENDED, "/my-day", persons.nameOfOfficer(f.id()), zone(f.departmentId()),
                        f.at(), f.by() + ": " + f.reason(),
                        Integer.toString(f.shifts())));
        notifications.tell(f.shifts() > 0 ? notice.asUrgent() : notice, Audience.holders(f.tenant(), Role.COORDINATOR));
    }

    private java.time.Instant lastMoment(WorkPermissionGiven f) {
        return f.until().plusDays(1).atStartOfDay(zone(f.departmentId())).toInstant().minusSeconds(60);
    }

    private void officer(StaffingEvent fact, UUID officer, Notice notice) {
        persons.ofOfficer(officer)
                .ifPresent(person -> notifications.tell(notice, Audience.person(fact.tenant(), person)));
    }

    private ZoneId zone(UUID department) {
        return terms.find(department).map(AgreedTerms::zone).orElseGet(() -> agencies.zone(Tenancy.tenant()));
    }
}
