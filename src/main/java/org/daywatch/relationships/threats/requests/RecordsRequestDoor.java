package org.daywatch.relationships.threats.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatDoor.Seen;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.requests.RecordsRequestCommand.By;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose requests somebody sees: of the assessments whose record of disclosures is theirs to read, and what was answered
 * about nobody at their school or in their district. Everybody else is told that there is nothing. The district is
 * bound.
 */
@Component
@Transactional(readOnly = true)
public class RecordsRequestDoor {

    private final RecordsRequestStore store;
    private final ThreatDoor door;
    private final Campuses campuses;
    private final Clock clock;

    RecordsRequestDoor(RecordsRequestStore store, ThreatDoor door, Campuses campuses, Clock clock) {
        this.store = store;
        this.door = door;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** @param of empty: there is no assessment. @param reads they may read it, and not only that it was asked for */
    public record Asked(RecordsRequest request, Campus school, LocalDate today, Optional<Seen> of, boolean reads) {

        /** No name where nothing is on file. */
        public String student() {
            return of.map(seen -> seen.threat().file().student().name()).orElse("");
        }

        public By by(Actor actor) {
            return new By(actor.name(), reads, today);
        }

        public boolean late() {
            return request.late(today);
        }
    }

    public boolean isOpen() { return door.isOpen(); }

    /** What is due first. */
    public List<Asked> list(Actor actor) {
        return store.all().stream().flatMap(request -> asked(actor, request).stream()).toList();
    }

    /** @throws NotFound whenever they may not see it, whatever the cause */
    public Asked get(Actor actor, UUID id) {
        return store.find(id).flatMap(request -> asked(actor, request))
                .orElseThrow(() -> new NotFound("records request " + id));
    }

    /** The schools for which they enter a request, by name. */
    public List<Campus> schools(Actor actor) {
        if (!door.isOpen()) throw new NotFound("requests of parents");
        if (actor.role() == Role.RECORDS_KEEPER)
            return campuses.search("", actor.tenant()).stream()
                    .sorted(Comparator.comparing(Campus::name)).toList();
        return actor.school() == null ? List.of() : campuses.find(actor.school()).stream().toList();
    }

    public LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }

    /** An assessment whose record is theirs to answer for. */
    Optional<Seen> seen(Actor actor, UUID caseId) {
        if (actor.role() == Role.RECORDS_KEEPER) return door.kept(actor, caseId);
        return door.takesPart(actor) ? door.keeps(actor, caseId) : Optional.empty();
    }

    private Optional<Asked> asked(Actor actor, RecordsRequest request) {
        if (!door.isOpen()) return Optional.empty();
        return campuses.find(request.school()).flatMap(school -> {
            if (request.caseId() == null)
                return isAt(actor, request.school())
                        ? Optional.of(new Asked(request, school, today(school), Optional.empty(), false))
                        : Optional.empty();
            return seen(actor, request.caseId())
                    .map(seen -> new Asked(request, school, today(school), Optional.of(seen), door.mayRead(seen)));
        });
    }

    private static boolean isAt(Actor actor, @Nullable UUID school) {
        return actor.role() == Role.RECORDS_KEEPER
                || actor.role() == Role.PRINCIPAL && actor.school() != null && actor.school().equals(school);
    }
}
