package org.daywatch.staffing.departments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.WorkPermissionEnded;
import org.daywatch.staffing.StaffingEvent.WorkPermissionGiven;
import org.daywatch.staffing.approvals.ApprovalWords;
import org.daywatch.staffing.departments.DepartmentQueries.Card;
import org.daywatch.staffing.officers.Credential.Kind;
import org.daywatch.staffing.officers.Credential.State;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The department permits its officers to work here, for at most a year at a time, and takes the permission back. The
 * file is the agency's, so it is written with the agency's eyes; that the officer is the department's own is checked
 * before.
 */
@Component
@Transactional
public class WorkPermissions {

    private static final int LONGEST_YEARS = 1;
    private final AcceptedShifts accepted;
    private final DepartmentQueries department;
    private final OfficerCommands officers;
    private final OfficerStore storedOfficers;
    private final OnBehalf onBehalf;
    private final Facts facts;
    private final Clock clock;

    WorkPermissions(AcceptedShifts accepted, DepartmentQueries department, OfficerCommands officers,
            OfficerStore storedOfficers, OnBehalf onBehalf, Facts facts, Clock clock) {
        this.accepted = accepted;
        this.department = department;
        this.officers = officers;
        this.storedOfficers = storedOfficers;
        this.onBehalf = onBehalf;
        this.facts = facts;
        this.clock = clock;
    }

    /** A shift the officer has accepted and not begun. */
    public record Accepted(UUID officerId, String school, Window window) {

        public static List<String> lines(List<Accepted> shifts, ApprovalWords words) {
            return shifts.stream().map(shift -> words.window(shift.window) + ", " + shift.school).toList();
        }
    }

    /** For each of them from today on, whatever was said before. @return how many */
    int give(Actor supervisor, Collection<UUID> ids, LocalDate until) {
        if (ids.isEmpty()) throw new InvalidInput("officer", "", "permissions.error.nobody");
        for (UUID id : ids) {
            var card = department.card(id);
            var today = today(card);
            if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS)))
                throw new InvalidInput("until", until.toString(), "permissions.error.until");
            onBehalf.run(card.agencyId(), () -> officers.record(id, permission(today, until, State.VALID)));
            facts.tell(new WorkPermissionGiven(card.agencyId(), id, clock.instant(), supervisor.tenant(), until,
                    supervisor.name()));
        }
        return ids.size();
    }

    /** Accepted shifts stand until a coordinator decides about them; they are told how many there are. */
    void end(Actor supervisor, UUID id, boolean forGood, PermissionCause cause, String reason) {
        if (reason.isBlank()) throw new InvalidInput("reason", "", "approvals.error.reason");
        var card = department.card(id);
        if (!card.permissionState().equals("VALID"))
            throw new InvalidInput("officer", card.name(), "permissions.error.none");
        var state = forGood ? State.WITHDRAWN : State.SUSPENDED;
        var today = today(card);
        onBehalf.run(card.agencyId(), () -> {
            for (var held : storedOfficers.credentials(List.of(id)).getOrDefault(id, List.of())) {
                boolean ends = held.kind() == Kind.WORK_PERMISSION && held.isValid() && held.lastDay() != null
                        && !held.lastDay().isBefore(today);
                if (ends)
                    officers.record(id, new Credential(held.id(), held.kind(), held.number(), held.issuedOn(),
                            held.expiresOn(), held.hours(), state));
            }
        });
        facts.tell(new WorkPermissionEnded(card.agencyId(), id, clock.instant(), supervisor.tenant(), state.name(),
                cause.name(), reason.strip(),
                supervisor.name(), touched(List.of(card)).size()));
    }

    /**
     * The department itself cannot see shifts, only their hours; of its own officers it may know where they are about
     * to stand.
     */
    List<Accepted> touched(Collection<Card> cards) {
        var found = new ArrayList<Accepted>();
        cards.stream().map(Card::agencyId).distinct().forEach(agency -> onBehalf.run(agency, () -> {
            var ids = cards.stream().filter(c -> c.agencyId().equals(agency)).map(Card::officerId).toList();
            found.addAll(accepted.of(ids, clock.instant()));
        }));
        return found;
    }

    ZoneId zone(Card card) {
        return department.terms(card.agencyId()).zone();
    }

    private LocalDate today(Card card) {
        return clock.instant().atZone(zone(card)).toLocalDate();
    }

    private static Credential permission(LocalDate from, LocalDate until, State state) {
        return new Credential(Ids.next(), Kind.WORK_PERMISSION, "", from, until, null, state);
    }
}
