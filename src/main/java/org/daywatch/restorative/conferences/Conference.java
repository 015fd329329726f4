package org.daywatch.restorative.conferences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.RestorativeEvent.ConferenceReferred;
import org.daywatch.restorative.agreements.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Harm or a quarrel, and the meeting that may repair it.
 *
 * @param gate the answer that it is the school's own business. @param lead the counselor to whom it was given
 * @param officer invited by a named educator; null: none
 * @param ended null: it goes on
 */
public record Conference(UUID district, UUID id, UUID school, UUID gate, ConferenceStage stage, ConferenceKind kind,
        UUID lead, @Nullable Invited officer, Days days, @Nullable ConferenceEnd ended, ConferenceFile file,
        List<Promise> promises, int version) {

    /** @param officer their account. @param by the educator, by name */
    public record Invited(UUID officer, String name, String by) {}

    /** @param agreed when they last promised something */
    public record Days(LocalDate referred, @Nullable LocalDate accepted, @Nullable LocalDate held,
            @Nullable LocalDate agreed, @Nullable LocalDate closed) {}

    public static Decision<Conference> refer(UUID district, UUID id, UUID school, UUID gate, ConferenceKind kind,
            UUID lead, ConferenceFile file, LocalDate today, Instant now, String by) {
        return Decision.accept(
                new Conference(district, id, school, gate, ConferenceStage.REFERRED, kind, lead, null,
                        new Days(today, null, null, null, null), null, file, List.of(), 0),
                new ConferenceReferred(district, id, now, school, by));
    }

    public Decision<Conference> decide(ConferenceCommand command, Instant now) {
        return new ConferenceDecision(this, now).on(command);
    }

    /** Whom it was given to, and the officer while they are invited. */
    public Set<UUID> assigned() {
        return Stream.concat(Stream.of(lead), Stream.ofNullable(officer).map(Invited::officer))
                .collect(Collectors.toSet());
    }

    Conference in(ConferenceStage then) {
        return new Conference(district, id, school, gate, then, kind, lead, officer, days, ended, file, promises,
                version);
    }

    Conference with(ConferenceFile then) {
        return new Conference(district, id, school, gate, stage, kind, lead, officer, days, ended, then, promises,
                version + 1);
    }

    Conference as(ConferenceKind then) {
        return new Conference(district, id, school, gate, stage, then, lead, officer, days, ended, file, promises,
                version);
    }

    Conference invited(@Nullable Invited whom) {
        return new Conference(district, id, school, gate, stage, kind, lead, whom, days, ended, file, promises,
                version);
    }

    Conference given(UUID to) {
        return new Conference(district, id, school, gate, stage, kind, to, officer, days, ended, file, promises,
                version);
    }

    Conference days(Days then) {
        return new Conference(district, id, school, gate, stage, kind, lead, officer, then, ended, file, promises,
                version);
    }

    Conference promising(List<Promise> then) {
        return new Conference(district, id, school, gate, stage, kind, lead, officer, days, ended, file,
                List.copyOf(then), version);
    }

    /** The officer's part ends with it. */
    Conference over(ConferenceEnd why, LocalDate on) {
        return new Conference(district, id, school, gate, ConferenceStage.CLOSED, kind, lead, null,
                new Days(days.referred(), days.accepted(), days.held(), days.agreed(), on), why, file, promises,
                version);
    }
}
