package org.daywatch.staffing.calloffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
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
class CallOffIT {

    @Autowired ApplicationContext app;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired Acceptances acceptances;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID shift;

    @BeforeEach
    void danaHasTakenAPost() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        var post = day.post(Instant.parse("2026-08-04T14:10:00Z"));
        shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()), () -> acceptances.accept(dana.person(), post));
    }

    @Test
    void afterTheCutOffHeIsToldWhatHeCanDoInstead() {
        var phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/shifts/" + shift).body()).contains("You can give it back yourself until Mon, Aug 3, 7:10", "/return");
        clock.setTo("2026-08-04T02:10:00Z");
        assertThat(phone.get("/shifts/" + shift).body()).contains("was possible until Mon, Aug 3, 7:10", "Offer it to a colleague").doesNotContain("/return");
        var refused = phone.post("/shifts/" + shift + "/return", "reason", "court");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("call the coordinator");
    }
}
