package org.daywatch._story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;

/** A process of its own: an officer calls off at 6:40, the first wave goes out, and then somebody kills it. */
public final class WaitingBetweenWaves {

    private WaitingBetweenWaves() {}

    public static void main(String[] arguments) throws IOException {
        var app = WholeApp.start(Path.of(arguments[0]));
        var clock = app.getBean(TestClock.class);
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        var dana = day.officer("Dana Vega");
        for (int i = 1; i <= 4; i++) day.officer("Officer Number " + i);
        UUID post = day.post(Instant.parse("2026-08-04T14:10:00Z"));
        UUID shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        clock.setTo("2026-08-04T13:40:00Z");
        Tenancy.run(Scope.system(day.cast.agency()), () -> {
            app.getBean(ShiftCommands.class).handle(shift, new ShiftCommand.Cancel("called in sick"));
            app.getBean(ReplacementRounds.class).sendDue(); // or the listener was faster
        });
        Path told = Path.of(arguments[1]);
        Files.move(Files.writeString(told.resolveSibling("half"), day.cast.agency().toString()), told);
    }
}
