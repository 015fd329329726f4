package org.daywatch.emergencies.devices.hooks;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.jspecify.annotations.Nullable;

/**
 * A way in for wearables and desk buttons of one vendor.
 *
 * @param school null: buttons of all schools of the district
 * @param buttonField where a message names its button, such as {@code button} or {@code data.device.id}
 * @param eventField where it names its event
 * @param secretNumber of the secret that counts
 * @param oldUntil so long the one before it counts too
 * @param testingUntil so long every press is a test
 */
public record PressHook(UUID agency, UUID id, UUID district, @Nullable UUID school, String label, String buttonField,
        String eventField, int secretNumber,
        @Nullable Instant oldUntil, @Nullable Instant testingUntil, String madeBy, Instant madeAt,
        @Nullable Instant revokedAt) {

    public boolean testing(Instant now) {
        return testingUntil != null && now.isBefore(testingUntil);
    }

    boolean oldSecretCounts(Instant now) {
        return secretNumber > 1 && oldUntil != null && now.isBefore(oldUntil);
    }

    /**
     * What one of its buttons means.
     *
     * @param button as the vendor calls it
     * @param place shown as where it was pressed
     * @param detail for SHELTER "HAZARD/STRATEGY", else empty
     */
    public record Button(String button, UUID school, @Nullable UUID room, String place, ProtocolAction action,
            String detail, AlertStatus status, String setBy, Instant setAt) {}

    /** Something that came in. @param press as the lane was told, empty where nothing was pressed */
    public record Message(UUID id, UUID hook, Instant at, String body, Outcome outcome, String press) {}

    public enum Outcome { PRESSED, TESTED, UNKNOWN_BUTTON, UNREADABLE, NOT_SIGNED }
}
