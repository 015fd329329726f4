package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A district whose safety director names receivers, and a school where alerts are pressed. */
final class ToldDistrict {

    private static final Pattern KEY = Pattern.compile("<p class=\"webhook-key\">(dwh_[\\w-]+)</p>");

    private final ApplicationContext app;
    final Story story;
    final PostedDay day;
    final Visit director;

    ToldDistrict(ApplicationContext app) {
        this.app = app;
        this.story = app.getBean(Story.class);
        app.getBean(TestClock.class).setTo(TestClock.START);
        this.day = new PostedDay(app);
        this.director = member("director", Role.SAFETY_DIRECTOR, null);
    }

    /** @return its key */
    String heardBy(FakeReceiver by) {
        return heardBy(by, "EVENT", AlertStatus.values());
    }

    /** @return its key */
    String heardBy(FakeReceiver by, String format, AlertStatus... statuses) {
        return heardBy(by, "Mesquite dispatch", format, false, statuses);
    }

    /** @param dispatch marked as a 911 center. @return its key */
    String heardBy(FakeReceiver by, String name, String format, boolean dispatch, AlertStatus... statuses) {
        var form = new ArrayList<>(List.of("name", name, "address", by.address(), "format", format, "dispatch",
                Boolean.toString(dispatch)));
        for (var status : statuses) form.addAll(List.of("of" + status, "true"));
        return key(director.post("/webhooks", form.toArray(String[]::new)).body());
    }

    static String key(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }

    void send() {
        send(day.cast.mesquite());
    }

    void send(UUID organization) {
        Tenancy.run(Scope.system(organization), () -> app.getBean(WebhookDeliveries.class).waiting()
                .forEach(app.getBean(WebhookWorker.class)::deliver));
    }

    List<String> states() {
        return story.as(day.cast.mesquite(),
                () -> app.getBean(DSLContext.class).select(WEBHOOK_DELIVERY.DELIVERY).from(WEBHOOK_DELIVERY)
                        .orderBy(WEBHOOK_DELIVERY.DELIVERY)
                        .fetch(WEBHOOK_DELIVERY.DELIVERY));
    }

    LaneEntry.Press press(AlertStatus status, ProtocolAction action) {
        return new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action, "",
                null, "Room 12", "Little Sam is here", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, app.getBean(TestClock.class).instant());
    }

    UUID pressed(AlertStatus status, ProtocolAction action) {
        var press = press(status, action);
        app.getBeansOfType(LaneListener.class).values().forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    UUID join(UUID org, String who, Role role, UUID at) {
        return story.as(org, () -> app.getBean(Organizations.class).join(org,
                who + day.cast.suffix() + "@story.example", who, role, at));
    }

    Visit member(String who, Role role, UUID at) {
        return app.getBean(Visitor.class).signedIn(join(day.cast.mesquite(), who, role, at), day.cast.mesquite(), role);
    }
}
