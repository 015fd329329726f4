package org.daywatch.directory.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A school as the coordinator keeps it: everything the list tells can be seen and mended, and putting it away is taken
 * back.
 */
@DaywatchIT
class SchoolChangesIT {
    @Autowired Story story;
    @Autowired SchoolStore store;
    @Autowired Schools schools;
    @Autowired Sessions sessions;
    @LocalServerPort int port;
    private Story.Cast cast;
    private Guest guest;
    private UUID school;

    @BeforeEach
    void theCoordinatorOpensASchool() {
        cast = story.cast();
        guest = new Guest(port);
        guest.carry("daywatch_session", sessions.open(cast.coordinator(), "PASSKEY", "test"));
        school = story.as(cast.agency(),
                () -> schools.add(new Schools.NewSchool(cast.mesquite(), "Ocotillo High", SchoolLevel.HIGH, "09", "12",
                        800, "1 Main St",
                        "Mesquite", "AZ", "85001", "555-0100", java.time.ZoneId.of("America/Phoenix"))));
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    @Test
    void everyDetailIsKeptAndShown() {
        assertThat(details(
                Map.of("ncesId", "040000100001", "stateId", "AZ-77", "locale", "Town: Remote", "lowGrade", "KG"))
                .status()).isEqualTo(302);
        assertThat(guest.get("/schools/" + school).body()).contains("040000100001", "AZ-77", "Town: Remote", "KG–12",
                "1 Main St, Mesquite, AZ 85001");
    }

    @Test
    void whatCannotBeMeantIsNamedAllAtOnceAndNothingIsLost() {
        var wrong = new HashMap<>(Map.of("name", "", "ncesId", "123", "zone", "+07:00", "state", "az", "zip", "8500",
                "lowGrade", "12", "highGrade", "09"));
        wrong.putAll(Map.of("enrollment", "-3", "level", "NURSERY", "status", "Perhaps", "city", "Old town"));
        var again = details(wrong);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Enter the school’s name.", "twelve digits", "America/Phoenix",
                "two capital letters", "85001-1234", "lower than the lowest",
                "without signs", "Choose a level from the list", "Choose a status from the list", "Old town");
        assertThat(story.as(cast.agency(), () -> store.get(school)).city()).isEqualTo("Mesquite");
    }

    @Test
    void theTimeZoneIsChosenByAPlainNameAndThatOfASingleTownCanBeChosenToo() {
        String page = guest.get("/schools/" + school).body();
        assertThat(page)
                .contains("<option value=\"America/Phoenix\" selected>Arizona</option>",
                        "<option value=\"America/Indiana/Knox\">Knox (America/Indiana/Knox)</option>")
                .doesNotContain("As America/Phoenix");
        assertThat(details(Map.of("zone", "America/Indiana/Knox")).status()).isEqualTo(302);
        assertThat(guest.get("/schools/" + school).body()).contains("<option value=\"America/Indiana/Knox\" selected>");
    }

    @Test
    void theRadiusIsWrittenInFeetAndKeptInMetersAndBothNumbersMayBePastedAtOnce() {
        assertThat(guest.post("/schools/" + school + "/position", "latitude", "33.6310, -112.4390", "longitude", "",
                "radius", "984", "boundary", "").status()).isEqualTo(302);
        var position = story.as(cast.agency(), () -> store.get(school)).position();
        assertThat(position).isEqualTo(new Position(33.6310, -112.4390, 300, java.util.List.of()));
        assertThat(guest.get("/schools/" + school).body()).contains("within 984 feet", "value=\"984\"");
        assertThat(guest.post("/schools/" + school + "/position", "latitude", "33.6", "longitude", "-112.4", "radius",
                "20", "boundary", "").body()).contains("between 66 and 16,400 feet");
    }

    @Test
    void twoSchoolsCannotHaveOneNationalNumber() {
        details(Map.of("ncesId", "040000100009"));
        school = story.as(cast.agency(),
                () -> schools.add(new Schools.NewSchool(cast.mesquite(), "Palo Verde Middle", SchoolLevel.MIDDLE, "",
                        "", null, "", "", "AZ", "", "",
                        java.time.ZoneId.of("America/Phoenix"))));
        assertThat(details(Map.of("ncesId", "040000100009")).body())
                .contains("Another school has this NCES number. Check the number.");
    }

    @Test
    void aSchoolIsArchivedAndTakenBackWithAReason() {
        assertThat(guest.get("/schools/" + school + "/archive").body()).contains("Archive Ocotillo High?");
        assertThat(guest.post("/schools/" + school + "/archive", "back", "false", "reason", "").body())
                .contains("Enter a reason");
        assertThat(guest
                .post("/schools/" + school + "/archive", "back", "false", "reason", "Merged with the middle school")
                .status()).isEqualTo(302);
        assertThat(guest.get("/schools").body()).doesNotContain("Ocotillo High");
        assertThat(details(Map.of()).status()).as("nothing changes while it is archived").isEqualTo(409);
        assertThat(guest.post("/schools/" + school + "/archive", "back", "true", "reason", "The merger was called off")
                .status()).isEqualTo(302);
        assertThat(guest.get("/schools").body()).contains("Ocotillo High");
    }

    @Test
    void buildingsAndRoomsAreRenamedAndTakenOut() {
        guest.post("/schools/" + school + "/buildings", "building", "Gym");
        UUID building = story.as(cast.agency(), () -> store.get(school)).buildings().getFirst().id();
        guest.post("/schools/" + school + "/rooms", "roomBuilding", building.toString(), "room", "G1", "floor", "1");
        UUID room = story.as(cast.agency(), () -> store.get(school)).buildings().getFirst().rooms().getFirst().id();
        assertThat(guest.post("/schools/" + school + "/buildings/" + building, "name", " ").body())
                .contains("Enter a building name.");
        assertThat(guest.post("/schools/" + school + "/buildings/" + building, "name", "x", "then", "remove").body())
                .contains("still has rooms");
        guest.post("/schools/" + school + "/buildings/" + building, "name", "Sports hall");
        guest.post("/schools/" + school + "/rooms/" + room, "name", "G2", "floor", "0");
        assertThat(guest.get("/schools/" + school + "/buildings").body()).contains("Sports hall", "G2")
                .doesNotContain("Gym");
        guest.post("/schools/" + school + "/rooms/" + room, "name", "G2", "then", "remove");
        guest.post("/schools/" + school + "/buildings/" + building, "name", "x", "then", "remove");
        assertThat(story.as(cast.agency(), () -> store.get(school)).buildings()).isEmpty();
    }

    private Guest.Answer details(Map<String, String> changed) {
        var form = new HashMap<>(Map.of("name", "Ocotillo High", "status", "Open", "level", "HIGH", "lowGrade", "09",
                "highGrade", "12", "street", "1 Main St", "city", "Mesquite",
                "state", "AZ", "zip", "85001", "zone", "America/Phoenix"));
        form.putAll(changed);
        return guest.post("/schools/" + school + "/details", form.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray(String[]::new));
    }
}
