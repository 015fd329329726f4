package org.daywatch.staffing.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class FairnessPagesIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Opportunities opportunities;
    @Autowired Acceptances acceptances;

    private PostedDay day;
    private Visitor.Visit coordinator;
    private Visitor.Visit administrator;
    private Visitor.Visit stranger;
    private UUID agency;
    private UUID admin;
    private UUID vega;

    @BeforeEach
    void anAugustOfFiveOfficers() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        agency = day.cast.agency();
        var first = day.officer("Officer Vega");
        for (var name : java.util.List.of("Officer Alder", "Officer Birch", "Officer Cedar", "Officer Doyle"))
            day.officer(name);
        vega = first.id();
        var post = day.post(Instant.parse("2026-08-04T14:10:00Z"));
        Tenancy.run(Scope.system(agency), () -> opportunities.gather());
        Tenancy.as(new Scope(agency, first.person()), () -> acceptances.accept(first.person(), post));
        Tenancy.run(Scope.system(agency), () -> opportunities.settle());
        admin = Tenancy.as(Scope.system(agency), () -> organizations.join(agency,
                "admin" + day.cast.suffix() + "@story.example", "Ari Admin", Role.AGENCY_ADMIN, null));
        signIn();
    }

    /** A session ends when nobody used it for long; whoever comes back signs in anew. */
    private void signIn() {
        coordinator = visitor.signedIn(day.cast.coordinator(), agency, Role.COORDINATOR);
        administrator = visitor.signedIn(admin, agency, Role.AGENCY_ADMIN);
        stranger = visitor.stranger();
    }

    @Test
    void theCoordinatorReadsWhoHadWhichChances() {
        var body = coordinator.get("/fairness?month=2026-08").body();
        assertThat(body).contains("Officer Vega", "Officer Doyle", "Opportunities have been counted since Aug 3, 2026",
                "0.800", "Unknown if any of the shifts has no rate", "/pay-rates");
        assertThat(coordinator.get("/fairness?month=August").statusCode()).isEqualTo(400);
        var rows = coordinator.get("/fairness/officers/" + vega + "?month=2026-08&outcome=ACCEPTED").body();
        assertThat(rows).as("a figure opens its rows").contains("Officer Vega: posts they could have taken", "accepted")
                .contains("Aug 4");
        assertThat(coordinator.get("/fairness/officers/" + vega + "?month=2026-08&outcome=MISSED").body())
                .doesNotContain("Aug 4,");
        assertThat(coordinator.get("/fairness/officers/" + UUID.randomUUID() + "?month=2026-08").statusCode())
                .isEqualTo(404);
    }

    @Test
    void officersOfAMonthAreSearchedPutInOrderAndTakenAwayAsTheyStand() {
        assertThat(coordinator.get("/fairness?month=2026-08&sort=officer").body())
                .containsSubsequence("Officer Alder</a>", "Officer Doyle</a>", "Officer Vega</a>");
        assertThat(coordinator.get("/fairness?month=2026-08&sort=-accepted").body())
                .containsSubsequence("Officer Vega</a>", "Officer Alder</a>");
        assertThat(coordinator.get("/fairness?month=2026-08&q=doy").body()).contains("Officer Doyle</a>", "0.800")
                .doesNotContain("Officer Vega</a>");
        assertThat(coordinator.get("/fairness?month=2026-08&department=Nobody").body())
                .doesNotContain("Officer Doyle</a>");
        assertThat(administrator.get("/fairness.csv?month=2026-08&q=vega").body().lines()).hasSize(2).last().asString()
                .startsWith("Officer Vega,Copper Valley Police");
    }

    @Test
    void aMonthThatIsNotOverCannotBePublished() {
        assertThat(administrator.post("/fairness/publication", "month", "2026-08", "reason", "as every month").body())
                .contains("This month is not over");
        assertThat(stranger.get(address()).statusCode()).isEqualTo(404);
    }

    @Test
    void onceAnAdministratorPublishesItEverybodyReadsItWithoutNames() {
        clock.setTo("2026-09-02T16:00:00Z");
        signIn();
        assertThat(coordinator.get("/fairness/publication?month=2026-08").statusCode()).as("not for a coordinator")
                .isEqualTo(403);
        assertThat(administrator.post("/fairness/publication", "month", "2026-08", "reason", "x").body())
                .contains("Give a reason of 5 to 300 characters.");
        assertThat(stranger.get(address()).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/public/fairness/" + agency).statusCode()).isEqualTo(404);
        assertThat(administrator
                .post("/fairness/publication", "month", "2026-08", "reason", "as agreed with the districts")
                .statusCode()).isEqualTo(302);
        var sheet = stranger.get(address());
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).contains("Copper Valley Police", "unknown", "0.800").doesNotContain("Vega", "Doyle",
                "as agreed with the districts");
        var csv = stranger.get(address() + ".csv").body();
        assertThat(csv.lines()).hasSize(6).first()
                .isEqualTo("month,counted,department,pseudonym,opportunities,offers,acceptances,hours,dollars");
        assertThat(csv).doesNotContain("Vega");
        assertThat(stranger.get("/public/fairness/" + agency).body()).contains("2026-08");
        assertThat(administrator.post("/fairness/publication", "month", "2026-08", "reason", "once more please").body())
                .contains("already public");
    }

    @Test
    void whatWasPublishedStaysAsItWasAndIsWithdrawnWithAReason() {
        clock.setTo("2026-09-02T16:00:00Z");
        signIn();
        administrator.post("/fairness/publication", "month", "2026-08", "reason", "as agreed with the districts");
        var before = stranger.get(address() + ".csv").body();
        day.officer("Officer Elm");
        assertThat(stranger.get(address() + ".csv").body()).isEqualTo(before);
        clock.move(Duration.ofDays(1));
        signIn();
        assertThat(administrator.post("/fairness/withdrawal", "month", "2026-08", "reason", "a department asked us to")
                .statusCode()).isEqualTo(302);
        assertThat(stranger.get(address()).statusCode()).isEqualTo(404);
        assertThat(administrator.post("/fairness/publication", "month", "2026-08", "reason", "mended and published")
                .statusCode()).isEqualTo(302);
        assertThat(stranger.get(address()).statusCode()).isEqualTo(200);
    }

    @Test
    void otherAddressesSayNothing() {
        for (var path : java.util.List.of("/public/fairness/" + UUID.randomUUID(),
                "/public/fairness/" + day.cast.mesquite(), "/public/fairness/" + agency + "/2026-13",
                "/public/fairness/" + agency + "/2026-07.csv"))
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }

    private String address() {
        return "/public/fairness/" + agency + "/2026-08";
    }
}
