package org.daywatch.staffing.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.staffing.AwardEvent;
import org.daywatch.staffing.DutyStatusEvent;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.*;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears the room's facts inside their transaction and leaves a message for whoever must know. Facts not named here are
 * told to nobody.
 */
@Component
class Notices {

    /** What concerns the next day is urgent: it ignores quiet hours. */
    private static final Duration SOON = Duration.ofHours(18);

    private final Notifications notifications;
    private final OnBehalf onBehalf;
    private final Campuses campuses;
    private final Persons persons;
    private final NoticeWords words;
    private final ApprovalNotices approvals;
    private final DutyStatusNotices dutyStatus;
    private final Clock clock;

    Notices(Notifications notifications, OnBehalf onBehalf, Campuses campuses, Persons persons, NoticeWords words,
            ApprovalNotices approvals,
            DutyStatusNotices dutyStatus, Clock clock) {
        this.dutyStatus = dutyStatus;
        this.notifications = notifications;
        this.onBehalf = onBehalf;
        this.campuses = campuses;
        this.persons = persons;
        this.words = words;
        this.approvals = approvals;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StaffingEvent fact) {
        onBehalf.run(fact.tenant(), () -> tell(fact)); // a principal's act is told with the agency's eyes: only it sees officers
    }

    private void tell(StaffingEvent fact) {
        switch (fact) {
            case PostsPosted f -> asked(f, f.posts(), f.rank(), f.from(), f.to());
            case RosterPublished f when !f.officers().isEmpty() ->
                send(words.batch(Topic.ROSTER_PROPOSED, "/offers", f.asked(), f.from(), f.to()),
                        new Audience.People(f.tenant(), persons.ofOfficers(f.officers())));
            case PostsWidened f -> asked(f, f.posts(), f.rank(), f.from(), f.to());
            case ShiftAccepted f when f.byPhone() -> officer(f, f.officerId(), Topic.PHONE_ACCEPTANCE,
                    "/shifts/" + f.id(), f.schoolId(), f.window().start());
            case ShiftAccepted f when f.consent() != null -> officer(f, f.officerId(), Topic.TAKEN_BY_CONSENT,
                    "/shifts/" + f.id(), f.schoolId(), f.window().start());
            case PostMoved f when f
                    .filled() ->
                persons.onPost(f.id())
                        .ifPresent(s -> school(f.schoolId(),
                                campus -> send(
                                        urgentSoon(words.of(Topic.POST_MOVED, "/shifts/" + s.shift(), campus,
                                                f.after().start()), f.after().start()),
                                        Audience.person(f.tenant(), s.person()))));
            case ShiftCancelled f -> officer(f, f.officerId(), Topic.SHIFT_CANCELLED, "/my-day", f.schoolId(),
                    f.window().start(), f.reason());
            case ShiftGivenBack f -> {
                String name = persons.nameOfOfficer(f.officerId());
                coordinators(f, Topic.SHIFT_GIVEN_BACK, "/posts/" + f.postId(), f.schoolId(), f.window().start(),
                        f.reason(), name);
                if (soon(f.window().start()))
                    principals(Topic.SHIFT_GIVEN_BACK, "/school", f.schoolId(), f.window().start(), false, f.reason(),
                            name);
            }
            case OfficerMissedShift f -> {
                String name = persons.nameOfOfficer(f.officerId());
                school(f.schoolId(),
                        campus -> send(words
                                .of(Topic.SHIFT_MISSED, "/board/posts/" + f.postId(), campus, f.window().start(), "",
                                        name)
                                .asUrgent()
                                .until(f.window().end()), Audience.holders(f.tenant(), Role.COORDINATOR)));
                principals(Topic.SHIFT_MISSED, "/school", f.schoolId(), f.window().start(), true, "", name);
            }
            case ShiftStarted f when !f.proven() -> principals(Topic.PRESENCE_UNPROVEN, "/school", f.schoolId(), f.at(),
                    true, "", persons.nameOfOfficer(f.officerId()));
            case OfficerLeftCampus f -> {
                principals(Topic.LEFT_CAMPUS, "/school", f.schoolId(), f.at(), true, f.reason());
                coordinators(f, Topic.LEFT_CAMPUS, "/shifts/" + f.id(), f.schoolId(), f.at(), f.reason());
            }
            case RequestSubmitted f ->
                coordinators(f, Topic.REQUEST_SUBMITTED, "/requests/" + f.id(), f.schoolId(), f.at(), f.number());
            case RequestAccepted f -> persons.schoolOfRequest(f.id()).ifPresent(
                    s -> principals(Topic.REQUEST_ACCEPTED, "/requests/" + f.id(), s, f.at(), false, f.number()));
            case RequestDeclined f -> persons.schoolOfRequest(f.id())
                    .ifPresent(s -> principals(Topic.REQUEST_DECLINED, "/requests/" + f.id(), s, f.at(), false,
                            f.number() + ": " + f.reason()));
            case TradeProposed f ->
                persons.onShift(f.shiftId()).ifPresent(s -> officer(f, f.toOfficer(), Topic.TRADE_PROPOSED, "/my-day",
                        s.school(), s.startsAt(), "", persons.nameOfOfficer(f.fromOfficer())));
            case TradeAccepted f -> persons.onShift(f.oldShift())
                    .ifPresent(s -> school(s.school(),
                            campus -> send(words.of(Topic.TRADE_ACCEPTED, "/my-day", campus, s.startsAt()),
                                    Audience.person(f.tenant(), s.person()))));
            case SchoolBlockPlaced f ->
                officer(f, f.officerId(), Topic.BLOCK_PLACED, "/my-day", f.schoolId(), f.at(), f.reason());
            case SchoolBlockDecided f -> persons.schoolOfBlock(f.id())
                    .ifPresent(s -> officer(f, f.officerId(), f.lifted() ? Topic.BLOCK_LIFTED : Topic.BLOCK_UPHELD,
                            "/my-day", s, f.at()));
            case AwardEvent.PostAwarded f -> {
                if (f.officerId() != null)
                    officer(f, f.officerId(), Topic.POST_AWARDED, "/shifts/" + f.shiftId(), f.schoolId(),
                            f.window().start());
                f.others().forEach(other -> officer(f, other, Topic.POST_NOT_AWARDED, "/my-sign-ups/" + f.postId(),
                        f.schoolId(), f.window().start()));
            }
            case WorkPermissionGiven f -> approvals.given(f);
            case WorkPermissionEnded f -> approvals.ended(f);
            case DutyStatusEvent f -> dutyStatus.tell(f);
            case OfApproval f -> approvals.tell(f);
            default -> {} // told to nobody: the screens that show it hear the doorbell
        }
    }

    private void asked(StaffingEvent fact, int posts, int rank, LocalDate from, LocalDate to) {
        var officers = persons.asked(rank, from, to);
        if (!officers.isEmpty())
            send(words.batch(Topic.POSTS_POSTED, "/offers", posts, from, to),
                    new Audience.People(fact.tenant(), officers));
    }

    private void officer(StaffingEvent fact, UUID officer, Topic topic, String link, UUID school, Instant when,
            String... more) {
        persons.ofOfficer(officer).ifPresent(
                person -> school(school, campus -> send(urgentSoon(words.of(topic, link, campus, when, more), when),
                        new Audience.People(fact.tenant(), Set.of(person)))));
    }

    private void coordinators(StaffingEvent fact, Topic topic, String link, UUID school, Instant when, String... more) {
        school(school, campus -> send(urgentSoon(words.of(topic, link, campus, when, more), when),
                Audience.holders(fact.tenant(), Role.COORDINATOR)));
    }

    private void principals(Topic topic, String link, UUID school, Instant when, boolean urgent, String... more) {
        school(school, campus -> {
            var notice = words.of(topic, link, campus, when, more);
            send(urgent ? notice.asUrgent().until(clock.instant().plus(Duration.ofHours(8))) : notice,
                    new Audience.Holders(campus.districtId(), Role.PRINCIPAL, campus.id()));
        });
    }

    private void school(UUID school, java.util.function.Consumer<Campus> then) {
        campuses.find(school).ifPresent(then);
    }

    private void send(Notice notice, Audience audience) {
        notifications.tell(notice, audience);
    }

    private boolean soon(Instant when) {
        return when.isAfter(clock.instant()) && when.isBefore(clock.instant().plus(SOON));
    }

    private Notice urgentSoon(Notice notice, Instant when) {
        return soon(when) ? notice.asUrgent() : notice;
    }
}
