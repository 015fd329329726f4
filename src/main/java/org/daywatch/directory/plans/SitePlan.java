package org.daywatch.directory.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan without its picture: that it exists is no secret. */
public record SitePlan(UUID id, UUID schoolId, String name, String mediaType, Instant addedAt) {

    /** What stands on a plan. @param across percent from the left edge, {@code down} from the upper one */
    public record Mark(UUID id, Kind kind, @Nullable UUID roomId, String label, double across, double down) {}

    /** What the marks of one kind are called. */
    public static List<String> labels(List<Mark> marks, Kind kind) {
        return marks.stream().filter(mark -> mark.kind == kind).map(Mark::label).toList();
    }

    public enum Kind { ROOM, DOOR, CAMERA, KEYS, SHUTOFF, ASSEMBLY }

    /** Something that is shown on a plan without being marked there: its number stands in a list beside it. */
    public record Pin(String number, double across, double down) {}

    /** Somebody looks at the picture, until it ends. */
    public record Opening(UUID id, UUID planId, String by, String purpose, Instant openedAt, Instant endsAt) {}

    /** What an opening shows. */
    public record Sheet(SitePlan plan, Opening opening, List<Mark> marks) {

        /** A room of the school's list stands on it. */
        public boolean shows(@Nullable UUID room) {
            return room != null && marks.stream().anyMatch(mark -> room.equals(mark.roomId));
        }
    }

    public record Picture(String mediaType, byte[] bytes) {}
}
