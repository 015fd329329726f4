package org.daywatch.mentoring.care;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.ConsentDeclined;
import org.daywatch.directory.DirectoryEvent.ConsentGiven;
import org.daywatch.directory.DirectoryEvent.ConsentWithdrawn;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.ConsentMatters;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Consent to a match: who may ask for it, and what follows from what was said. */
@Component
class MatchConsents implements ConsentMatters {

    private final MatchDoor door;
    private final MatchStore matches;
    private final MatchCommands commands;
    private final Campuses campuses;

    MatchConsents(MatchDoor door, MatchStore matches, MatchCommands commands, Campuses campuses) {
        this.door = door;
        this.matches = matches;
        this.commands = commands;
        this.campuses = campuses;
    }

    /** Its counselor asks. */
    @Override
    public Optional<Asking> of(Actor actor, UUID about) {
        if (actor.role() != Role.COUNSELOR) return Optional.empty();
        try {
            return Optional.of(door.with(actor, about, (at, m) -> new Asking(about, Matter.MENTORING, at.school(),
                    m.student(), "/mentoring/" + about)));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    @ApplicationModuleListener
    void on(ConsentGiven fact) {
        weigh(fact.about());
    }

    @ApplicationModuleListener
    void on(ConsentDeclined fact) {
        weigh(fact.about());
    }

    @ApplicationModuleListener
    void on(ConsentWithdrawn fact) {
        weigh(fact.about());
    }

    private void weigh(UUID about) {
        matches.find(about).flatMap(m -> campuses.find(m.school()))
                .ifPresent(school -> commands.weigh(about, school));
    }
}
