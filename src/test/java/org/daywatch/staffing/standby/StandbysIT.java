package org.daywatch.staffing.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class StandbysIT {

    private static final Instant START = Instant.parse("2026-08-04T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired Acceptances acceptances;
    @Autowired Standbys standbys;

    private PostedDay day;
    private List<PostedDay.Officer> others;
    private UUID post;

    @BeforeEach
    void danaHasTakenThePost() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        var dana = day.officer("Dana Vega");
        others = new ArrayList<>();
        for (String name : List.of("Ana Ruiz", "Ben Soto", "Cal Ward", "Eva Lind")) others.add(day.officer(name));
        post = day.post(START);
        Tenancy.run(new Scope(day.cast.agency(), dana.person()), () -> acceptances.accept(dana.person(), post));
    }

    @Test
    void standbyListsAreKeptAndFollowTheFacts() {
        assertThat(refresh()).isEqualTo(1);
        var before = story.as(day.cast.agency(), () -> standbys.find(post)).orElseThrow();
        assertThat(before.officers()).extracting(Standbys.Ready::name).containsExactly("Ana Ruiz", "Ben Soto",
                "Cal Ward", "Eva Lind");
        assertThat(refresh()).as("nothing changed").isZero();
        clock.setTo("2026-08-03T15:00:00Z");
        var other = day.post(START.plusSeconds(1800));
        Tenancy.as(new Scope(day.cast.agency(), others.getFirst().person()),
                () -> acceptances.accept(others.getFirst().person(), other));
        assertThat(refresh()).isEqualTo(2);
        assertThat(story.as(day.cast.agency(), () -> standbys.find(post)).orElseThrow().officers())
                .extracting(Standbys.Ready::name).containsExactly("Ben Soto", "Cal Ward", "Eva Lind");
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/standby").body()).contains("Ocotillo High", "Dana Vega");
        assertThat(desk.get("/standby/" + post).body()).contains("Ben Soto", "Calculated Mon, Aug 3, 8:00");
    }

    private int refresh() {
        return Tenancy.as(Scope.system(day.cast.agency()), standbys::refresh);
    }
}
