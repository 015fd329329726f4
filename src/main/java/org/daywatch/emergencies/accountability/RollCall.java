package org.daywatch.emergencies.accountability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.jspecify.annotations.Nullable;

/** A roll call of a school for one alert. */
public record RollCall(UUID districtId, UUID id, UUID agencyId, UUID schoolId, UUID alertId, AlertStatus status,
        String action, Instant begunAt) {

    public enum Kind { STUDENT, STAFF, VISITOR, OFFICER, OTHER }

    /** What is said of a person. Nothing said is UNKNOWN, which is never safe. */
    public enum Says {
        PRESENT, MISSING, INJURED, NEEDS_HELP
    }

    public enum Source { PHONE, PAPER, POST }

    /** A class as it met. @param emails of its adults, in small letters */
    public record Place(UUID id, String title, String room, String adults, List<String> emails) {}

    /**
     * @param placeId where they were expected; null for the person who belongs to no class
     * @param personId in the roster, or the visitor
     */
    public record Person(UUID id, @Nullable UUID placeId, Kind kind, @Nullable UUID personId, String name) {}

    /** @param placeId by which room; null: the command post */
    public record Statement(UUID person, @Nullable UUID placeId, Says says, Instant at) {}

    /** @param placeId null: the command post. @param secured null: nothing was said about it */
    public record Report(UUID id, @Nullable UUID placeId, Source source, @Nullable Boolean secured, Instant saidAt,
            String by) {}
}
