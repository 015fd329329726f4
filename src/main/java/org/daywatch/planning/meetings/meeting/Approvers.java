package org.daywatch.planning.meetings.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.planning.meetings.team.TeamMember;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.staffing.SchoolOfficers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may approve the minutes of a meeting: a member who was there and did not close it. */
@Component
@Transactional(readOnly = true)
public class Approvers {

    private final MinutesStore minutes;
    private final PeopleAtSchool people;
    private final SchoolOfficers officers;

    Approvers(MinutesStore minutes, PeopleAtSchool people, SchoolOfficers officers) {
        this.minutes = minutes;
        this.people = people;
        this.officers = officers;
    }

    /** A member who was there. */
    public record There(UUID member, Hand hand) {

        public String name() {
            return hand.name();
        }
    }

    /** @param others everybody who was there but whoever closed the meeting */
    public record Approval(Hand closer, List<There> others) {

        public boolean mayPress(Hand hand) {
            return others.stream().anyMatch(o -> o.hand().person() != null && o.hand().same(hand));
        }

        /** Nobody else who was there has an account: then it is written down who of them approved. */
        public boolean onPaper() {
            return others.stream().allMatch(o -> o.hand().person() == null);
        }

        /** Who of them can sign in and approve there. */
        public String namesWithAccount() {
            return others.stream().filter(one -> one.hand.person() != null).map(There::name)
                    .collect(Collectors.joining(", "));
        }

        public @Nullable There named(String member) {
            return others.stream().filter(o -> o.member().toString().equals(member)).findFirst().orElse(null);
        }
    }

    /** Anyone who speaks for the students is not asked: they have neither account nor name here. */
    public Approval of(SafetyTeamMeeting m, Campus school) {
        var closer = m.state() instanceof State.Held held ? held.closer() : Hand.UNKNOWN;
        var ofOfficers = officers.since(school.id(), m.day().minusYears(1)).stream()
                .collect(Collectors.toMap(SchoolOfficers.Worked::officer, SchoolOfficers.Worked::person, (a, b) -> a));
        var here = people.of(school);
        var others = minutes.attendance(m).stream().filter(Attendance::present).map(Attendance::member)
                .filter(member -> !member.name().isBlank())
                .map(member -> new There(member.id(), new Hand(account(member, ofOfficers, here), member.name())))
                .filter(there -> !there.hand().same(closer)).toList();
        return new Approval(closer, others);
    }

    /** As written with the member; else by their officer file, or where one person of the school has their name. */
    private static @Nullable UUID account(TeamMember member, Map<UUID, UUID> ofOfficers,
            List<PeopleAtSchool.Person> here) {
        if (member.person() != null) return member.person();
        if (member.officer() != null) return ofOfficers.get(member.officer());
        var same = here.stream().filter(p -> p.name().equalsIgnoreCase(member.name().strip())).toList();
        return same.size() == 1 ? same.getFirst().person() : null;
    }
}
