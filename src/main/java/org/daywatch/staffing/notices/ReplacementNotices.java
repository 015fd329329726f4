package org.daywatch.staffing.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.ReplacementEvent.*;
import org.daywatch.staffing.ReplacementEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked to come, and who is told how it stands: stored with the wave itself, so nothing is announced that was
 * not stored.
 */
@Component
class ReplacementNotices {

    private final Notifications notifications;
    private final OnBehalf onBehalf;
    private final Campuses campuses;
    private final Persons persons;
    private final Texts texts;
    private final Live live;

    ReplacementNotices(Notifications notifications, OnBehalf onBehalf, Campuses campuses, Persons persons, Texts texts,
            Live live) {
        this.notifications = notifications;
        this.onBehalf = onBehalf;
        this.campuses = campuses;
        this.persons = persons;
        this.texts = texts;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReplacementEvent fact) {
        onBehalf.run(fact.tenant(), () -> campuses.find(fact.schoolId()).ifPresent(school -> {
            tell(fact, school);
            for (var topic : Set.of("replacements", "board")) {
                live.ring(topic, fact.tenant());
                live.ring(topic, school.districtId());
            }
        }));
    }

    private void tell(ReplacementEvent fact, Campus school) {
        switch (fact) {
            case ReplacementBegan f when f.nextAt().isAfter(f.at()) -> persons.onShift(f.shiftId()).ifPresent(s -> {
                notifications.tell(notice(Topic.ARRIVAL_ASKED, "/my-day", school, s.startsAt(), f.nextAt()),
                        Audience.person(f.tenant(), s.person()));
                notifications.tell(
                        notice(Topic.NOT_CHECKED_IN, "/replacements/" + f.id(), school, s.startsAt(), f.nextAt()),
                        Audience.holders(f.tenant(), Role.COORDINATOR));
            });
            case WaveSent f -> begins(f).ifPresent(start -> notifications.tell(
                    notice(Topic.REPLACEMENT_ASKED, "/replacement-offers", school, start, f.until()),
                    new Audience.People(f.tenant(), persons.ofOfficers(f.officers()))));
            case ReplacementFilled f -> begins(f).ifPresent(
                    start -> both(f, Topic.REPLACEMENT_FOUND, school, start, persons.nameOfOfficer(f.officerId())));
            case ReplacementExhausted f -> begins(f).ifPresent(
                    start -> both(f, Topic.REPLACEMENT_EXHAUSTED, school, start, f.asked() + "", f.declined() + ""));
            default -> {} // the open screens hear of it
        }
    }

    private java.util.Optional<Instant> begins(ReplacementEvent fact) {
        return persons.beginOfPost(fact.postId());
    }

    /** The coordinator and the principal of the school. */
    private void both(ReplacementEvent fact, Topic topic, Campus school, Instant start, String... more) {
        var until = fact.at().plus(Duration.ofHours(8));
        notifications.tell(said(topic, "/replacements/" + fact.id(), school, start, more).asUrgent().until(until),
                Audience.holders(fact.tenant(), Role.COORDINATOR));
        notifications.tell(said(topic, "/school", school, start, more).asUrgent().until(until),
                new Audience.Holders(school.districtId(), Role.PRINCIPAL, school.id()));
    }

    /** Not sent any more when the time it speaks of is over. */
    private Notice notice(Topic topic, String link, Campus school, Instant start, Instant until) {
        return Notice.of(topic.name(), link,
                language -> words(language, topic, school.name(), When.in(language).moment(start, school.zone()),
                        When.in(language).time(until, school.zone()), ""))
                .asUrgent().until(until);
    }

    private Notice said(Topic topic, String link, Campus school, Instant start, String... more) {
        return Notice.of(topic.name(), link,
                language -> words(language, topic, school.name(), When.in(language).moment(start, school.zone()),
                        more[0], more.length > 1 ? more[1] : ""));
    }

    private Notice.Words words(String language, Topic topic, Object... values) {
        return new Notice.Words(texts.of(language, "notices." + topic + ".subject", values).strip(),
                texts.of(language, "notices." + topic + ".body", values).strip());
    }
}
