package org.daywatch.directory.rosters;

import java.util.List;
import java.util.UUID;

/**
 * A class with its adults and students.
 *
 * @param room as the roster writes it; empty where it says none
 */
public record ClassGroup(UUID id, String title, String room, List<String> periods, List<RosterPerson> adults,
        List<RosterPerson> students) {

    public List<String> adultNames() {
        return adults.stream().map(RosterPerson::name).toList();
    }

    public record RosterPerson(UUID id, String name, String email) {}
}
