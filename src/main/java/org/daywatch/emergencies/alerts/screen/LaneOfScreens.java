package org.daywatch.emergencies.alerts.screen;

import java.util.Optional;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.planning.DrillStarting;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.springframework.stereotype.Component;

/** The way from a person's screen to the alert lane, with the token the lane knows them by. */
@Component
public class LaneOfScreens {

    private final LaneAddress address;
    private final LaneTokens tokens;
    private final AlertPlaces places;
    private final DrillStarting drills;

    LaneOfScreens(LaneAddress address, LaneTokens tokens, AlertPlaces places, DrillStarting drills) {
        this.address = address;
        this.tokens = tokens;
        this.places = places;
        this.drills = drills;
    }

    /** @param url where presses and answers go @param streams where the screen opens its stream */
    public record Link(String url, String streams, String token) {}

    /** For a device to keep, which may lie anywhere: it opens no names. */
    public Optional<Link> toKeep(Actor actor) {
        return of(actor.without(Permission.REACH_READ));
    }

    /** Empty where no lane listens: screens then use the doorbell and ask again. */
    public Optional<Link> of(Actor actor) {
        String url = address.get();
        if (url.isEmpty() || actor.role().atOneSchool() && actor.school() == null) return Optional.empty();
        var sender = named(actor);
        return Optional.of(new Link(url, address.streams(),
                actor.role() == Role.OFFICER ? tokens.of(sender, places.named(actor)) : tokens.of(sender)));
    }

    /** With the right to begin drills where the drill plan of their school names them. */
    private Actor named(Actor actor) {
        boolean named = actor.school() != null && !actor.may(Permission.DRILLS_RUN)
                && drills.mayStart(actor, actor.school());
        return named ? actor.with(Permission.DRILLS_RUN) : actor;
    }
}
