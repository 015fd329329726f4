package org.daywatch._story;

import java.util.Set;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.context.ApplicationContext;

/** Two people call off whatever an earlier journey raised: it would cover the pages of the next one. */
public final class NothingUnderWay {

    private static final AlertCommand.By FIRST = new AlertCommand.By(Ids.next(), "Robin Sage", true);
    private static final AlertCommand.By SECOND = new AlertCommand.By(Ids.next(), "Ana Cruz", true);

    private final AlertStore alerts;
    private final AlertCommands commands;

    private NothingUnderWay(ApplicationContext app) {
        this.alerts = app.getBean(AlertStore.class);
        this.commands = app.getBean(AlertCommands.class);
    }

    public static void in(ApplicationContext app) {
        var hands = new NothingUnderWay(app);
        for (var agency : app.getBean(Tenants.class).agencies())
            Tenancy.run(Scope.system(agency.id()), () -> hands.alerts.underWay().forEach(hands::callOff));
    }

    private void callOff(Alert alert) {
        // A word of somebody for another ending would stand in the way; who presses again takes it back.
        if (alert.state().word() != null)
            commands.handle(alert.id(), new AlertCommand.Press(null, "Robin Sage", alert.action(), alert.detail()),
                    FIRST.person());
        var after = say(alert, FIRST);
        if (!after.state().over()) say(alert, SECOND);
    }

    private Alert say(Alert alert, AlertCommand.By by) {
        return commands.handle(alert.id(),
                new AlertCommand.SayOver(by, AlertEnding.FALSE_ALARM, Set.of(), "an earlier journey"), by.person());
    }
}
