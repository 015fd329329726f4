package org.daywatch.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.search.SearchSource.Hit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class SchoolSearchIT {

    @Autowired Story story;
    @Autowired Schools schools;
    @Autowired SchoolSearch search;

    @Test
    void aSchoolIsFoundByPartOfItsNameOrItsTownByTheAgencyAndItsOwnDistrictOnly() {
        var cast = story.cast();
        var school = add(cast, cast.mesquite(), "Ocotillo Ridge Elementary " + cast.suffix(), "Cactus Wells");

        for (var words : List.of("tillo ridge elementary " + cast.suffix(), "cactus wel")) {
            assertThat(find(cast.agency(), words)).extracting(Hit::href).contains("/schools/" + school);
            assertThat(find(cast.mesquite(), words)).extracting(Hit::href).containsExactly("/schools/" + school);
            assertThat(find(cast.saguaro(), words)).as("another district of the same agency").isEmpty();
            assertThat(find(story.cast().agency(), words)).as("another agency").isEmpty();
        }
    }

    @Test
    void signsThatMeanSomethingToADatabaseAreOnlyLetters() {
        var cast = story.cast();
        add(cast, cast.mesquite(), "Juniper Elementary", "Mesa Roja");

        assertThat(find(cast.agency(), "%")).isEmpty();
        assertThat(find(cast.agency(), "Jun_per")).isEmpty();
        assertThat(find(cast.agency(), "'; drop table school; --")).isEmpty();
    }

    private UUID add(Story.Cast cast, UUID district, String name, String town) {
        return story.as(cast.agency(),
                () -> schools.add(new Schools.NewSchool(district, name, SchoolLevel.ELEMENTARY, "KG", "05", 420,
                        "1 School Road", town, "AZ", "85001", "", ZoneId.of("America/Phoenix"))));
    }

    private List<Hit> find(UUID tenant, String words) {
        return story.as(tenant, () -> search.find(words, 10, "en"));
    }
}
