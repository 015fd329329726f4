package org.daywatch.restorative.repair;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.ConsentDeclined;
import org.daywatch.directory.DirectoryEvent.ConsentWithdrawn;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.ConsentMatters;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Consent of each student who would come: who may ask for it, and what follows from a no. */
@Component
class ConferenceConsents implements ConsentMatters {

    private final ConferenceDoor door;
    private final ConferenceStore conferences;
    private final ConferenceCommands commands;
    private final Campuses campuses;

    ConferenceConsents(ConferenceDoor door, ConferenceStore conferences, ConferenceCommands commands,
            Campuses campuses) {
        this.door = door;
        this.conferences = conferences;
        this.commands = commands;
        this.campuses = campuses;
    }

    /** Whoever leads it asks, as long as it goes on. */
    @Override
    public Optional<Asking> of(Actor actor, UUID about) {
        if (actor.role() != Role.COUNSELOR) return Optional.empty();
        try {
            return door.at(actor, at -> conferences.ofParticipant(about)).filter(c -> !c.stage().isOver())
                    .map(found -> door.with(actor, found.id(), (at, c) -> new Asking(about, Matter.CONFERENCE,
                            at.school(),
                            c.file().participants().stream().filter(p -> p.id().equals(about)).findFirst()
                                    .orElseThrow(() -> new NotFound("participant " + about)).student(),
                            "/restorative/" + c.id())));
        } catch (NotFound none) {
            return Optional.empty();
        }
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
        conferences.ofParticipant(about).flatMap(c -> campuses.find(c.school()))
                .ifPresent(school -> commands.weigh(about, school));
    }
}
