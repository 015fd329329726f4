package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.daywatch._story.Story;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.webhooks.FakeReceiver.Act;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * A receiver that has taken a message and not answered yet: the moment at which the application that sent it is killed
 * with -9.
 */
public final class ToldWhileKilled implements AutoCloseable {

    /** Set for the application that is to be killed. */
    public static final List<String> SETTINGS = List.of("--daywatch.timers=true",
            "--daywatch.webhooks.networks=127.0.0.0/8");

    private final FakeReceiver receiver = new FakeReceiver(Act.LATE);

    public ToldWhileKilled() throws IOException {}

    public String address() {
        return receiver.address();
    }

    /** In the application that is to be killed: an address, and an alert it hears of. */
    public static void begin(ApplicationContext app, UUID agency, UUID district, UUID school, String address) {
        var director = new Actor(Ids.next(), "Robin Alder", district, "Lane District", Role.SAFETY_DIRECTOR, Set.of(),
                null, Capacity.NONE, Ids.next(), "en");
        app.getBean(Story.class).run(district, () -> app.getBean(Webhooks.class).add(director, "Dispatch", address,
                "EVENT", false, Set.of(AlertStatus.ACTUAL)));
        var press = new LaneEntry.Press(Ids.next(), agency, district, school, AlertStatus.ACTUAL, ProtocolAction.HOLD,
                "", null, "Room 12", "", LaneEntry.Source.WEB, null, "Robin Alder", null,
                app.getBean(Clock.class).instant());
        for (int left = 5; left > 0; left--) {
            try {
                app.getBean(Story.class).run(district, () -> app.getBean(AlertCommands.class).press(List.of(press)));
                return;
            } catch (PessimisticLockingFailureException again) {
                // it and what the lane stores at this moment may wait for each other; the lane tries again too, and the same press counts once
            }
        }
        throw new IllegalStateException("the press could not be stored");
    }

    /** It has been sent, and nobody has written that it was. */
    public boolean taken() {
        return !receiver.got.isEmpty();
    }

    /**
     * In the application that stands up again, once the claim of the dead one has run out: the same message under the
     * same number, and every other once.
     */
    public void isToldAgain(ApplicationContext app, UUID district) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            Tenancy.run(Scope.system(district), () -> app.getBean(WebhookDeliveries.class).waiting()
                    .forEach(app.getBean(WebhookWorker.class)::deliver));
            return states(app, district).stream().allMatch("SENT"::equals);
        });
        var byNumber = receiver.got.stream().collect(Collectors.groupingBy(got -> got.header("Daywatch-Delivery")));
        var twice = byNumber.remove(receiver.got.getFirst().header("Daywatch-Delivery"));
        assertThat(twice).as("taken, and its answer lost with the application").hasSize(2);
        assertThat(twice.getLast().body()).isEqualTo(twice.getFirst().body());
        assertThat(byNumber.values()).allMatch(once -> once.size() == 1);
    }

    private static List<String> states(ApplicationContext app, UUID district) {
        return app.getBean(Story.class).as(district, () -> app.getBean(DSLContext.class)
                .select(WEBHOOK_DELIVERY.DELIVERY).from(WEBHOOK_DELIVERY).fetch(WEBHOOK_DELIVERY.DELIVERY));
    }

    @Override
    public void close() {
        receiver.close();
    }
}
