package org.daywatch.emergencies.lane;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.jspecify.annotations.Nullable;

/**
 * One line of the lane's durable log: whoever sent it has been told "accepted" once it is on disk. Its id makes it
 * count once.
 */
public sealed interface LaneEntry {

    UUID id();

    UUID agency();

    UUID district();

    UUID school();

    /** By the server's clock. */
    Instant acceptedAt();

    /**
     * Somebody pressed.
     *
     * @param id chosen by the device; the same id a thousand times is one press
     * @param detail for SHELTER hazard and strategy, else empty
     * @param room where the presser says they are, by the school's list of rooms
     * @param place the same in words where no room fits
     * @param person null for a device or a wearable that belongs to nobody
     * @param presser the name shown
     * @param deviceAt by the device's clock: informative only
     */
    record Press(UUID id, UUID agency, UUID district, UUID school, AlertStatus status, ProtocolAction action,
            String detail, @Nullable UUID room, String place,
            String note, Source source, @Nullable UUID person, String presser, @Nullable Instant deviceAt,
            Instant acceptedAt) implements LaneEntry {}

    /**
     * What became of an alert on one person's device.
     *
     * @param version of the alert that was shown
     */
    record Ack(UUID id, UUID agency, UUID district, UUID school, UUID alert, int version, Kind kind, UUID person,
            String name, String note, Instant acceptedAt)
            implements
                LaneEntry {}

    /** As a device says it: ISO 8601 with four digits of the year, and no time that a database could not hold. */
    static Optional<Instant> time(String said) {
        try {
            return said.matches("[0-9]{4}-.*") ? Optional.of(Instant.parse(said)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** How a press came. */
    enum Source { WEB, PHONE, KEYBOARD, DEVICE, WEBHOOK }

    /** DELIVERED by the device itself, the others by a person's act only. */
    enum Kind {
        DELIVERED, SEEN, ACKNOWLEDGED, SAFE, NEED_HELP,
        /** On the way to whoever called for help, until they answer something else. */
        GOING
    }
}
