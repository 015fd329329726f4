package org.daywatch.emergencies.alerts.screen;

import java.util.Optional;
import org.daywatch.platform.identity.Actor;

/** The way from a person's screen to the alert lane, where there is one. */
public interface ScreenLane {

    /** Empty where no lane listens: screens then use the doorbell and ask again. */
    Optional<Link> of(Actor actor);

    /** @param url scheme, host and port @param token what the lane knows the person by */
    record Link(String url, String token) {}
}
