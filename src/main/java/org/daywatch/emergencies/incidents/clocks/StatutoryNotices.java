package org.daywatch.emergencies.incidents.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.When;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever must act hears that something is due by law: those who lead at the school, and once it is late the district's
 * safety director.
 */
@Component
public class StatutoryNotices {

    private static final Duration NEWS = Duration.ofDays(2);

    private final HomeTime home;
    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    StatutoryNotices(Notifications notifications, Campuses campuses, Texts texts, HomeTime home) {
        this.home = home;
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    /** Where it belongs. */
    private record To(UUID incident, UUID districtId, UUID schoolId, AlertStatus status) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(Incident i, StatutoryRule.Kind kind, Instant firstDue) {
        tell(new To(i.id(), i.districtId(), i.schoolId(), i.status()), "begun", "incidents.event." + kind, firstDue,
                false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void soon(StatutoryQueries.Open open) {
        tell(to(open), "soon", "incidents.clock." + open.clock().what(), open.clock().dueAt(), false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void late(StatutoryQueries.Open open) {
        tell(to(open), "late", "incidents.clock." + open.clock().what(), open.clock().dueAt(), true);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void openAgain(Incident i, StatutoryRule what, Instant dueAt) {
        tell(new To(i.id(), i.districtId(), i.schoolId(), i.status()), "again", "incidents.clock." + what, dueAt,
                false);
    }

    private static To to(StatutoryQueries.Open open) {
        return new To(open.incident(), open.districtId(), open.schoolId(), open.status());
    }

    private void tell(To to, String topic, String what, Instant dueAt, boolean higher) {
        var school = campuses.find(to.schoolId());
        String name = school.map(Campus::name).orElse("");
        ZoneId zone = school.map(Campus::zone).orElseGet(home::zone);
        var notice = Notice.of("STATUTORY_" + topic.toUpperCase(java.util.Locale.ROOT), "/incidents/" + to.incident(),
                language -> {
                    String drill = to.status() == AlertStatus.ACTUAL
                            ? ""
                            : texts.of(language, "alerts.status." + to.status()) + ": ";
                    String due = When.in(language).moment(dueAt, zone);
                    return new Notice.Words(
                            drill + texts.of(language, "incidents.notice." + topic + ".subject",
                                    texts.of(language, what), name, due),
                            drill + texts.of(language, "incidents.notice." + topic + ".body", texts.of(language, what),
                                    name, due));
                }).asUrgent().until(dueAt.plus(NEWS));
        for (var role : List.of(Role.PRINCIPAL, Role.FRONT_OFFICE))
            notifications.tell(notice, new Audience.Holders(to.districtId(), role, to.schoolId()));
        if (higher) notifications.tell(notice, Audience.holders(to.districtId(), Role.SAFETY_DIRECTOR));
    }
}
