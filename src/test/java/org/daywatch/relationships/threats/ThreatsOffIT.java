package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An installation that does not use threat assessments has none of it. */
@DaywatchIT
class ThreatsOffIT {

    @Autowired ApplicationContext app;

    @Test
    void whereTheyAreNotUsedThereIsNoPageAndNoWayToOne() {
        var story = new ThreatStory(app);
        var counselor = story.visit(story.counselor, Role.COUNSELOR);
        for (String address : new String[] {"/threats", "/threats/new", "/threats/" + story.day.school})
            assertThat(counselor.get(address).statusCode()).as(address).isEqualTo(404);
        assertThat(counselor.post("/threats", "form", story.day.school.toString(), "student", "Yucca").statusCode())
                .isEqualTo(404);
        assertThat(counselor.get("/helping").statusCode()).isEqualTo(404);
        assertThat(counselor.get("/").headers().firstValue("Location").orElse("")).endsWith("/alert");
        assertThat(counselor.get("/alert").body()).contains("Counselor").doesNotContain("/threats", "/helping");
    }
}
