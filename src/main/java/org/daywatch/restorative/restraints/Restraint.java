package org.daywatch.restorative.restraints;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.RestorativeEvent.RestraintWritten;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.restraints.RestraintCommand.Correct;
import org.daywatch.restorative.restraints.RestraintCommand.Given;
import org.daywatch.restorative.restraints.RestraintCommand.SpeakAfter;
import org.daywatch.restorative.restraints.RestraintCommand.Write;
import org.jspecify.annotations.Nullable;

/**
 * That a student was held. It begins with the report in an incident, which starts what the law makes due; its id is
 * that of the reported event, so that one event is one record.
 *
 * @param incident in which it was reported: there stand the deadlines, and initials at most
 * @param reported on the school's day. @param written null: not yet. @param file null until it is written
 */
public record Restraint(UUID district, UUID id, UUID school, UUID incident, LocalDate reported,
        @Nullable LocalDate written, Given given, @Nullable RestraintFile file, int version) {

    public enum Stage {
        REPORTED, WRITTEN, SPOKEN
    }

    static Restraint reported(UUID district, UUID id, UUID school, UUID incident, LocalDate day) {
        return new Restraint(district, id, school, incident, day, null, Given.NOBODY, null, 0);
    }

    public Stage stage() {
        if (file == null) return Stage.REPORTED;
        return file.talk() == null ? Stage.WRITTEN : Stage.SPOKEN;
    }

    /** Who reads it by being part of it. */
    public Set<UUID> assigned() {
        return Stream.of(given.counselor(), given.officer()).filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The day by which the next is to be done: it is written on the day after the report, then spoken about. */
    public @Nullable LocalDate due(int write, int speak) {
        return switch (stage()) {
            case REPORTED -> reported.plusDays(write);
            case WRITTEN -> java.util.Objects.requireNonNull(file).day().plusDays(speak);
            case SPOKEN -> null;
        };
    }

    public Decision<Restraint> decide(RestraintCommand command, Instant now) {
        return switch (command) {
            case Write(var then, var who, var today, var _) -> file != null
                    ? Decision.refuse(RestorativeRefusal.RESTRAINT_WRITTEN)
                    : checked(then, who, today, command, now);
            case Correct(var then, var who, var why, var today, var by) -> file == null
                    ? Decision.refuse(RestorativeRefusal.RESTRAINT_NOT_WRITTEN)
                    : why.isBlank()
                            ? Decision.refuse(RestorativeRefusal.RESTRAINT_WHY)
                            : checked(then.after(file, new RestraintFile.Change(today, why, by)), who, today, command,
                                    now);
            case SpeakAfter(var talk, var today, var _) -> {
                if (file == null) yield Decision.refuse(RestorativeRefusal.RESTRAINT_NOT_WRITTEN);
                if (talk.on().isBefore(file.day()) || talk.on().isAfter(today))
                    yield Decision.refuse(RestorativeRefusal.RESTRAINT_TALK_DAY);
                yield accepted(file.talked(talk), given, written, command, now);
            }
        };
    }

    private Decision<Restraint> checked(RestraintFile then, Given who, LocalDate today, RestraintCommand command,
            Instant now) {
        if (then.minutes().isEmpty()) return Decision.refuse(RestorativeRefusal.RESTRAINT_NOTHING);
        if (then.day().isAfter(today) || then.day().isAfter(reported))
            return Decision.refuse(RestorativeRefusal.RESTRAINT_DAY);
        return accepted(then, who, written == null ? today : written, command, now);
    }

    private Decision<Restraint> accepted(RestraintFile then, Given who, @Nullable LocalDate on,
            RestraintCommand command, Instant now) {
        return Decision.accept(new Restraint(district, id, school, incident, reported, on, who, then, version + 1),
                new RestraintWritten(district, id, now, school, command.getClass().getSimpleName(), command.by()));
    }
}
