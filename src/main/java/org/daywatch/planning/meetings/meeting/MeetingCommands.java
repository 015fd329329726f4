package org.daywatch.planning.meetings.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.directory.Campus;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.meetings.meeting.AgendaItem.About;
import org.daywatch.planning.meetings.meeting.MeetingCommand.Close;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.planning.meetings.team.SeatRules;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: lock, decide, save, tell. */
@Component
@Transactional
public class MeetingCommands {

    private final MeetingStore meetings;
    private final MinutesStore minutes;
    private final TeamStore team;
    private final SeatRules rules;
    private final Approvers approvers;
    private final Notifications notifications;
    private final Texts texts;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    MeetingCommands(MeetingStore meetings, MinutesStore minutes, TeamStore team, SeatRules rules, Approvers approvers,
            Notifications notifications, Texts texts, Facts facts,
            Forms forms, Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.team = team;
        this.rules = rules;
        this.approvers = approvers;
        this.notifications = notifications;
        this.texts = texts;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    /** The agenda begins with the team's four duties. @return its id; empty when the form was sent before */
    public Optional<UUID> call(UUID agency, Campus school, LocalDate day, LocalTime begins, String place, String by,
            UUID form) {
        if (!forms.first(form)) return Optional.empty();
        var now = clock.instant();
        var meeting = new SafetyTeamMeeting(agency, Ids.next(), school.districtId(), school.id(), day, begins,
                place.strip(), now, by, new State.Called(now), 1);
        meetings.insert(meeting);
        minutes.begin(meeting);
        facts.tell(meeting.called());
        return Optional.of(meeting.id());
    }

    public void move(UUID id, LocalDate day, LocalTime begins, String place, String by) {
        handle(id, (m, now) -> new MeetingCommand.Move(by, day, begins, place));
    }

    public void callOff(UUID id, String reason, String by) {
        handle(id, (m, now) -> new MeetingCommand.CallOff(by, reason));
    }

    /** @param member who of those there approved, where none of them has an account; empty: whoever presses */
    public void approve(UUID id, Campus school, Hand hand, String member) {
        handle(id, (m, now) -> {
            var approval = approvers.of(m, school);
            boolean closer = !approval.closer().equals(Hand.UNKNOWN) && hand.same(approval.closer());
            var of = member.isEmpty()
                    ? approval.mayPress(hand) || closer ? hand : null
                    : java.util.Optional.ofNullable(approval.named(member)).map(Approvers.There::hand).orElse(null);
            return new MeetingCommand.Approve(hand, of, approval.onPaper(),
                    (int) minutes.items(id).stream().filter(AgendaItem::unwritten).count());
        });
    }

    /** It is over: who was there is held against the rules of that day, and kept with them. */
    public void close(UUID id, Campus school, LocalTime from, LocalTime to, Hand hand) {
        var meeting = meetings.lock(id);
        var quorum = quorum(meeting, school, from, to);
        var there = minutes.attendance(meeting).stream().filter(Attendance::present).toList();
        var now = clock.instant();
        var close = new Close(hand, now.atZone(school.zone()).toLocalDate(), from, to,
                meeting.day().atTime(from).atZone(school.zone()).toInstant(),
                meeting.day().atTime(to).atZone(school.zone()).toInstant(), there.size(), quorum,
                minutes.items(id).stream().filter(AgendaItem::dealt).map(AgendaItem::duty).distinct().toList(),
                there.stream().map(a -> a.member().officer()).filter(java.util.Objects::nonNull).toList());
        save(meeting.decide(close, now));
        meetings.keep(meeting, quorum);
        askOthers(id, school);
    }

    /** Those who were there and have an account are asked whether the minutes are right. */
    private void askOthers(UUID id, Campus school) {
        var meeting = meetings.lock(id);
        var people = approvers.of(meeting, school).others().stream().map(o -> o.hand().person())
                .filter(java.util.Objects::nonNull).toList();
        var notice = Notice.of("MINUTES_WAIT", "/team/meetings/" + id + "/approval", language -> new Notice.Words(
                texts.of(language, "minutes.notice.subject", school.name(), When.in(language).date(meeting.day())),
                texts.of(language, "minutes.notice.body", school.name(), When.in(language).date(meeting.day()))));
        for (var person : people) {
            if (notifications.tell(notice, Audience.person(meeting.districtId(), person)) == 0)
                notifications.tell(notice, Audience.person(meeting.agencyId(), person)); // an officer
        }
    }

    /** What the quorum would be if the meeting lasted from then to then. */
    @Transactional(readOnly = true)
    public Quorum quorum(SafetyTeamMeeting m, Campus school, LocalTime from, LocalTime to) {
        var all = minutes.attendance(m);
        var present = all.stream().filter(Attendance::present)
                .map(a -> new Quorum.Present(a.member().role(), a.member().name(), a.came(), a.went())).toList();
        var roles = all.stream().map(a -> a.member().role()).collect(java.util.stream.Collectors.toSet());
        return Quorum.of(rules.of(school.state(), m.day()), present, team.funded(m.schoolId(), m.day()), roles, from,
                to);
    }

    /** One more item of the agenda, also during the meeting. */
    public void addItem(UUID id, String title, About about, @Nullable UUID aboutId) {
        minutes.add(called(id), Duty.OWN, title, about, aboutId);
    }

    public void removeItem(UUID id, UUID item) {
        minutes.remove(called(id).id(), item);
    }

    private SafetyTeamMeeting called(UUID id) {
        var meeting = meetings.lock(id);
        if (!(meeting.state() instanceof State.Called)) throw new Refused(PlanningRefusal.MEETING_NOT_CALLED, Map.of());
        return meeting;
    }

    private void handle(UUID id, BiFunction<SafetyTeamMeeting, java.time.Instant, MeetingCommand> command) {
        var meeting = meetings.lock(id);
        var now = clock.instant();
        save(meeting.decide(command.apply(meeting, now), now));
    }

    private void save(Decision<SafetyTeamMeeting> decision) {
        var decided = decision.orThrow();
        meetings.save(decided.state());
        facts.tell(decided.facts());
    }
}
