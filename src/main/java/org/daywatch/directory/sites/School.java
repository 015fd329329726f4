package org.daywatch.directory.sites;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.SchoolLevel;
import org.jspecify.annotations.Nullable;

/**
 * A school.
 *
 * @param enrollment null: unknown, never zero
 */
public record School(UUID id, UUID agencyId, UUID districtId, String name, @Nullable String ncesId,
        @Nullable String stateId, String kind,
        String status, @Nullable String lowGrade, @Nullable String highGrade, SchoolLevel level,
        @Nullable Integer enrollment,
        String street, String city, String state, String zip, @Nullable String county, String phone,
        @Nullable String locale, ZoneId zone,
        Position position, String deskCode, @Nullable Instant archivedAt, List<Building> buildings) {

    public record Building(UUID id, String name, List<Room> rooms) {}

    public record Room(UUID id, String name, String floor, @Nullable Integer capacity) {}

    public String address() {
        return java.util.stream.Stream.of(street, city, (state + " " + zip).strip()).filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    public String grades() {
        if (lowGrade == null || highGrade == null) return "";
        return lowGrade.equals(highGrade) ? lowGrade : lowGrade + "–" + highGrade;
    }
}
