package org.daywatch.planning.operationsplans;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.springframework.stereotype.Component;

/**
 * Who is told what about a plan: never a word of what it says. In the transaction of the fact; the district is bound.
 */
@Component
public class PlanNotices {

    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    PlanNotices(Notifications notifications, Campuses campuses, Texts texts) {
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    void submitted(OperationsPlan plan, String by) {
        notifications.tell(notice("PLAN_SUBMITTED", plan, "submitted", by, ""),
                Audience.holders(plan.districtId(), Role.SAFETY_DIRECTOR));
    }

    void sentBack(OperationsPlan plan, String by) {
        notifications.tell(notice("PLAN_SENT_BACK", plan, "sentBack", by, ""),
                new Audience.People(plan.districtId(), plan.writers()));
    }

    void reviewDue(OperationsPlan plan, LocalDate day) {
        var due = notice("PLAN_REVIEW_DUE", plan, "due", language -> When.in(language).date(day), "");
        notifications.tell(due, Audience.holders(plan.districtId(), Role.SAFETY_DIRECTOR));
        notifications.tell(due, new Audience.Holders(plan.districtId(), Role.PRINCIPAL, plan.schoolId()));
    }

    /** Its owner learns of every opening at once. */
    public void opened(OperationsPlan plan, String by, String purpose) {
        tell(plan, notice("OPERATIONS_PLAN_OPENED", plan, "opened", by, purpose).asUrgent());
    }

    /** By a link that had been opened before. @param more so many times */
    public void openedByMore(OperationsPlan plan, String by, String purpose, int more) {
        String school = name(plan.schoolId());
        tell(plan,
                Notice.of("OPERATIONS_PLAN_OPENED", "/operations-plans/" + plan.id(),
                        language -> new Notice.Words(texts.of(language, "eop.notice.more.subject", more, school),
                                texts.of(language, "eop.notice.more.body", more, school, by, purpose)))
                        .asUrgent());
    }

    private void tell(OperationsPlan plan, Notice opened) {
        int told = notifications.tell(opened, Audience.holders(plan.districtId(), Role.SAFETY_DIRECTOR));
        if (told == 0)
            notifications.tell(opened, new Audience.Holders(plan.districtId(), Role.PRINCIPAL, plan.schoolId())); // a small district has no director
    }

    private Notice notice(String topic, OperationsPlan plan, String key, String who, String why) {
        return notice(topic, plan, key, language -> who, why);
    }

    private Notice notice(String topic, OperationsPlan plan, String key, UnaryOperator<String> who, String why) {
        String school = name(plan.schoolId());
        return Notice.of(topic, "/operations-plans/" + plan.id(),
                language -> new Notice.Words(texts.of(language, "eop.notice." + key + ".subject", school),
                        texts.of(language, "eop.notice." + key + ".body", school, who.apply(language), why)));
    }

    private String name(UUID school) {
        return campuses.find(school).map(c -> c.name()).orElse("");
    }
}
