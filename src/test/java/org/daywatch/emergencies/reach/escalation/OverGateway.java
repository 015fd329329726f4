package org.daywatch.emergencies.reach.escalation;

import java.time.Clock;
import java.util.List;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.platform.notifications.DirectDeliveries;
import org.daywatch.platform.time.Elapsed;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Text messages and e-mail as shipped, over a gateway of the test's. */
public final class OverGateway {

    private OverGateway() {}

    public static Escalation escalation(ApplicationContext app, DirectDeliveries deliveries) {
        var ways = new MessageOutlets();
        return new Escalation(app.getBean(AttemptStore.class), app.getBean(ReachStore.class),
                app.getBean(ProgramRules.class), app.getBean(Campuses.class), app.getBean(AlertMessage.class),
                app.getBean(ExerciseAudiences.class), new Elapsed(app.getBean(Clock.class)),
                app.getBean(HelpCalls.class),
                List.of(ways.textMessages(deliveries), ways.electronicMail(deliveries)),
                app.getBean(PlatformTransactionManager.class));
    }
}
