package org.daywatch.directory.districts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A district and its school by hand, without any list. */
@DaywatchIT
class DistrictRegisterIT {

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired DistrictRegister register;
    @Autowired Campuses campuses;

    private Story.Cast cast;
    private Visit coordinator;

    @BeforeEach
    void aCoordinator() {
        cast = story.cast();
        coordinator = visitors.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void aGradeThatIsNoneIsNamedInsteadOfBeingLostAtTheNextChange() {
        var id = added("Elm Unified", "2000124");
        var wrong = coordinator.post("/schools", "district", id.toString(), "name", "Wren Elementary", "level",
                "ELEMENTARY", "lowGrade", "K", "highGrade", "5", "state", "KS", "zone", "America/Chicago");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("field-lowGrade-error", "field-highGrade-error",
                "Choose a grade: PK, KG or 01 to 13.");
        assertThat(coordinator.get("/schools/new?district=" + id).body()).contains("<option value=\"KG\"");
    }

    @Test
    void aDistrictIsAddedByHandAndTheListSaysWhatItStillNeeds() {
        var id = added("Prairie Unified", "2000123");
        assertThat(coordinator.get("/districts").body()).contains("Prairie Unified", "2000123", "Add a school",
                "/schools/new?district=" + id);

        var school = coordinator.post("/schools", "district", id.toString(), "name", "Lark High School", "level",
                "HIGH", "lowGrade", "09", "highGrade", "12", "enrollment", "", "street", "",
                "city", "Salina", "state", "KS", "zip", "", "phone", "", "zone", "America/Chicago", "latitude",
                "38.8403, -97.6114", "longitude", "");
        assertThat(school.statusCode()).as(school.body()).isEqualTo(302);
        assertThat(coordinator.get("/districts").body()).contains("Set the school year");
        var progress = story.as(cast.agency(), register::list).stream().filter(d -> id.equals(d.district().id()))
                .findFirst().orElseThrow();
        assertThat(progress.schools()).isOne();
        assertThat(progress.dated() + progress.rung()).isZero();
        var place = coordinator
                .get(school.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "")).body();
        assertThat(place).as("both numbers were pasted into one field").contains("38.84030", "-97.61140");
        assertThat(coordinator.get("/districts.csv").body()).contains("Prairie Unified,2000123,KS,1,0,0");
    }

    @Test
    void theFormOfASchoolBeginsWithTheStateAndTheClockOfItsDistrict() {
        var id = added("Prairie Unified", "");
        assertThat(coordinator.get("/schools/new?district=" + id).body()).contains("value=\"KS\"")
                .containsPattern("value=\"America/Chicago\"\\s+selected");
        assertThat(coordinator.get("/schools/new?district=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void mistakesAreNamedAndNoDistrictIsThereTwice() {
        added("Prairie Unified", "2000123");
        assertThat(coordinator.post("/districts", form("", "12", "Kansas")).body()).contains(
                "Enter the district&#39;s name".replace("&#39;", "'"), "is not an NCES district ID", "two letters");
        assertThat(coordinator.post("/districts", form("prairie unified", "", "KS")).body())
                .contains("A district with this name is already on your list.");
        assertThat(coordinator.post("/districts", form("Other", "2000123", "KS")).body())
                .contains("Another district on your list already has the NCES ID 2000123.");
    }

    @Test
    void anotherAgencyNeitherSeesNorChangesIt() {
        var id = added("Prairie Unified", "");
        var other = story.cast();
        var stranger = visitors.signedIn(other.coordinator(), other.agency(), Role.COORDINATOR);
        assertThat(stranger.get("/districts").body()).doesNotContain("Prairie Unified");
        assertThat(stranger.get("/districts/" + id + "/edit").statusCode()).isEqualTo(404);
        assertThat(
                stranger.post("/districts/" + id + "/edit", "name", "Taken", "ncesId", "", "state", "KS").statusCode())
                .isEqualTo(404);
        assertThat(coordinator.post("/districts/" + id + "/edit", "name", "Prairie Hills", "ncesId", "", "state", "KS")
                .statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/districts").body()).contains("Prairie Hills").doesNotContain("Prairie Unified");
    }

    private UUID added(String name, String nces) {
        var answer = coordinator.post("/districts", form(name, nces, "KS"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return UUID.fromString(answer.headers().firstValue("location").orElseThrow().replaceFirst(".*district=", ""));
    }

    private static String[] form(String name, String nces, String state) {
        return new String[] {"form", Ids.next().toString(), "name", name, "ncesId", nces, "state", state};
    }
}
