package org.daywatch.staffing.notices;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusEnded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusRecorded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusTakenBack;
import org.daywatch.staffing.DutyStatusEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the department says of an officer's duty is told to them, and to the side that did not write it down. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DutyStatusNotices {

    private final Notifications notifications;
    private final Persons persons;
    private final Texts texts;

    DutyStatusNotices(Notifications notifications, Persons persons, Texts texts) {
        this.notifications = notifications;
        this.persons = persons;
        this.texts = texts;
    }

    void tell(DutyStatusEvent fact) {
        switch (fact) {
            case DutyStatusRecorded f -> recorded(f);
            case DutyStatusEnded f -> ended(f);
            case DutyStatusTakenBack f -> takenBack(f);
        }
    }

    private void recorded(DutyStatusRecorded f) {
        tell(Topic.DUTY_STATUS_RECORDED, f.tenant(), f.id(), f.departmentId(), f.byDepartment(), f.shifts() > 0,
                f.kind(), language -> f.lastDay() == null
                        ? texts.of(language, "dutystatus.since", day(language, f.firstDay()))
                        : texts.of(language, "dutystatus.span", day(language, f.firstDay()),
                                day(language, f.lastDay())),
                Integer.toString(f.shifts()));
    }

    private void ended(DutyStatusEnded f) {
        tell(Topic.DUTY_STATUS_ENDED, f.tenant(), f.id(), f.departmentId(), f.byDepartment(), false, f.kind(),
                language -> day(language, f.lastDay()), f.reason());
    }

    private void takenBack(DutyStatusTakenBack f) {
        tell(Topic.DUTY_STATUS_TAKEN_BACK, f.tenant(), f.id(), f.departmentId(), f.byDepartment(), false, f.kind(),
                language -> day(language, f.firstDay()), f.reason());
    }

    private void tell(Topic topic, UUID agency, UUID officer, UUID department, boolean byDepartment, boolean urgent,
            String kind,
            Function<String, String> days, String last) {
        var name = persons.nameOfOfficer(officer);
        persons.ofOfficer(officer).ifPresent(person -> notifications
                .tell(notice(topic, "/my-hours", name, kind, days, last), Audience.person(agency, person)));
        if (byDepartment) {
            var notice = notice(topic, "/officers/" + officer + "/duty-status", name, kind, days, last);
            notifications.tell(urgent ? notice.asUrgent() : notice, Audience.holders(agency, Role.COORDINATOR));
            return;
        }
        for (var role : Set.of(Role.DEPARTMENT_SUPERVISOR, Role.DEPARTMENT_ADMIN)) {
            notifications.tell(notice(topic, "/department/officers/" + officer, name, kind, days, last),
                    Audience.holders(department, role));
        }
    }

    private Notice notice(Topic topic, String link, String name, String kind, Function<String, String> days,
            String last) {
        return Notice.of(topic.name(), link, language -> {
            var values = new Object[] {name, texts.of(language, "dutystatus.kind." + kind), days.apply(language), last};
            return new Notice.Words(texts.of(language, "notices." + topic + ".subject", values).strip(),
                    texts.of(language, "notices." + topic + ".body", values).strip());
        });
    }

    private static String day(String language, LocalDate day) {
        return When.in(language).dayAndYear(day);
    }
}
