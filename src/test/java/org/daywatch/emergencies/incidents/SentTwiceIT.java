package org.daywatch.emergencies.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hurried hand sends the same form again. */
@DaywatchIT
class SentTwiceIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "units"})
    void aFormThatIsSentTwiceMakesOneAndOneWithoutItsIdMakesNone(String what) {
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        var principal = visitor.signedIn(
                story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                        "twice" + day.cast.suffix() + "@story.example", "Robin Sage", Role.PRINCIPAL, day.school)),
                day.cast.mesquite(), Role.PRINCIPAL);
        var opened = principal.post("/incidents", "school", day.school.toString(), "status", "EXERCISE", "title",
                "Gas smell at gate 4", "form", UUID.randomUUID().toString());
        String own = opened.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String[] typed = {"words", "Open gate 4", "owner", "Coach Bell", "name", "Engine 12", "kind", "FIRE", "state",
                "ORDERED", "place", "", "under", "COMMANDER", "form", UUID.randomUUID().toString()};
        for (int i = 0; i < 3; i++) assertThat(principal.post(own + "/" + what, typed).statusCode()).isEqualTo(302);
        var without = principal.post(own + "/" + what, Arrays.copyOf(typed, typed.length - 2));
        assertThat(without.statusCode()).as("without its id").isEqualTo(400);
        assertThat(without.body()).contains("form: ");
        var made = Pattern.compile("action=\"" + own + "/" + what + "/[0-9a-f-]{36}");
        assertThat(made.matcher(principal.get(own).body()).results().map(MatchResult::group).distinct()).hasSize(1);
    }
}
