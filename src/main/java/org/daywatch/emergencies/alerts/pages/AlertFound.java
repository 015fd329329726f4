package org.daywatch.emergencies.alerts.pages;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.AlertsNow;
import org.daywatch.platform.errors.NotFound;
import org.springframework.stereotype.Component;

/**
 * An alert that somebody asks for by its address. Screens are told of a press once it is on disk, so whoever follows
 * the line at once may come before the database has it: they wait for it, and are not told that there is none.
 */
@Component
public class AlertFound {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(50);

    private final AlertStore alerts;
    private final AlertsNow now;

    AlertFound(AlertStore alerts, AlertsNow now) {
        this.alerts = alerts;
        this.now = now;
    }

    /**
     * @param id its own, or that of any press that belongs to it. @throws NotFound where it is nowhere, where it is
     * none of the reader's, or where the database still lacks it after ten seconds
     */
    public Alert named(UUID id) {
        long begun = System.nanoTime();
        while (true) {
            boolean onItsWay = now.onItsWay(id); // asked first: what is stored between the two questions is found
            Optional<Alert> alert = alerts.named(id);
            if (alert.isPresent() || !onItsWay || System.nanoTime() - begun > LONGEST.toNanos())
                return alert.orElseThrow(() -> new NotFound("alert " + id));
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for an alert was interrupted", e);
        }
    }
}
