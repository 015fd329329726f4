package org.daywatch.staffing.fairness.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.fairness.FairnessQueries;
import org.daywatch.staffing.fairness.Share;
import org.daywatch.staffing.offers.Acceptances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Dana stood seven hours on Tuesday 4 August and six and a half on Wednesday; nobody had set a rate yet. */
@DaywatchIT
class PayRatesIT {

    private static final Instant TUESDAY = Instant.parse("2026-08-04T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Acceptances acceptances;
    @Autowired FairnessQueries fairness;
    @Autowired PayRates rates;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID agency;
    private UUID admin;

    @BeforeEach
    void twoDaysOfWork() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        agency = day.cast.agency();
        dana = day.officer("Dana Vega");
        worked(TUESDAY, Duration.ofHours(7));
        worked(TUESDAY.plus(Duration.ofDays(1)), Duration.ofMinutes(390));
        admin = Tenancy.as(Scope.system(agency), () -> organizations.join(agency,
                "admin" + day.cast.suffix() + "@story.example", "Ari Admin", Role.AGENCY_ADMIN, null));
    }

    @Test
    void dollarsAreTheHoursOfEachShiftTimesTheRateOfItsDay() {
        assertThat(cents()).as("no rate: unknown, not nothing").isNull();
        set("DEFAULT", 6000, LocalDate.of(2026, 8, 5));
        assertThat(cents()).as("Tuesday has none").isNull();
        set("DEFAULT", 5033, LocalDate.of(2026, 8, 1));
        assertThat(cents()).isEqualTo(7 * 5033 + 39_000);
        set(PayRate.department(day.cast.department()), 6100, LocalDate.of(2026, 8, 5));
        assertThat(cents()).isEqualTo(7 * 5033 + 39_650);
        var other = new PostedDay(app);
        assertThat(Tenancy.as(Scope.system(other.cast.agency()), rates::list)).as("another agency's").isEmpty();
    }

    @Test
    void anAdministratorSetsARateACoordinatorReadsItAndAWrongOneIsWithdrawnWithAReason() {
        var coordinator = visitor.signedIn(day.cast.coordinator(), agency, Role.COORDINATOR);
        var administrator = visitor.signedIn(admin, agency, Role.AGENCY_ADMIN);
        assertThat(coordinator.get("/pay-rates").body()).contains("No rates yet").doesNotContain("/pay-rates/new");
        assertThat(coordinator.post("/pay-rates", "scope", "DEFAULT", "rate", "62.50", "from", "2026-08-01", "source",
                "labor agreement").statusCode()).isEqualTo(403);
        assertThat(administrator.post("/pay-rates", "scope", "DEFAULT", "rate", "62,50", "from", "2026-08-01", "source",
                "labor agreement").body())
                .contains("Enter dollars per hour from 0.01 to 999.99", "62,50");
        assertThat(administrator.post("/pay-rates", "scope", "DEPARTMENT:" + agency, "rate", "62.50", "from",
                "2026-08-01", "source", "labor agreement").body()).contains("Choose where the rate applies.");
        assertThat(administrator.post("/pay-rates", "scope", "DEFAULT", "rate", "62.50", "from", "2026-08-01", "to",
                "2026-07-01", "source", "labor agreement").body())
                .contains("Choose a day on or after the first");
        assertThat(administrator.post("/pay-rates", "scope", "DEFAULT", "rate", "62.50", "from", "2026-08-01", "source",
                "labor agreement").statusCode()).isEqualTo(302);
        assertThat(administrator
                .post("/pay-rates", "scope", "DEFAULT", "rate", "63", "from", "2026-08-01", "source", "labor agreement")
                .body()).contains("starts on that day");
        assertThat(coordinator.get("/fairness?month=2026-08").body()).contains("$843.75");
        administrator.post("/pay-rates", "scope", "ROLE:SSO", "rate", "71", "from", "2027-01-01", "source",
                "a later agreement");
        assertThat(coordinator.get("/pay-rates?sort=rate").body()).containsSubsequence("$62.50", "$71.00");
        assertThat(coordinator.get("/pay-rates?sort=-rate").body()).containsSubsequence("$71.00", "$62.50");
        assertThat(administrator.get("/pay-rates.csv?q=labor").body().lines()).hasSize(2).first()
                .isEqualTo("holds_for,dollars_an_hour,from,to,source,state,withdrawn_because");
        assertThat(administrator.get("/pay-rates.csv?state=TO_COME").body())
                .contains("71.00,2027-01-01,,a later agreement,TO_COME,").doesNotContain("62.50");
        var mine = administrator.get("/pay-rates?q=labor").body();
        assertThat(mine).contains("$62.50", "All officers", "labor agreement");
        var id = mine.replaceAll("(?s).*?/pay-rates/([0-9a-f-]{36})/withdrawal.*", "$1");
        assertThat(administrator.post("/pay-rates/" + id + "/withdrawal", "reason", "").body())
                .contains("Give a reason of 5 to 300 characters.");
        assertThat(
                administrator.post("/pay-rates/" + id + "/withdrawal", "reason", "it was another year's").statusCode())
                .isEqualTo(302);
        assertThat(administrator.get("/pay-rates").body()).contains("it was another year");
        assertThat(administrator.get("/pay-rates?state=HOLDS").body()).doesNotContain("it was another year");
        assertThat(cents()).isNull();
    }

    @Test
    void aButtonPressedTwiceSetsOneRateAndWithdrawsItOnce() {
        var administrator = visitor.signedIn(admin, agency, Role.AGENCY_ADMIN);
        String form = administrator.get("/pay-rates/new").body()
                .replaceAll("(?s).*name=\"form\" value=\"([0-9a-f-]{36})\".*", "$1");
        assertThat(administrator.post("/pay-rates", "form", form, "scope", "DEFAULT", "rate", "sixty", "from",
                "2026-08-01", "source", "labor agreement").statusCode()).isEqualTo(400);
        for (int click = 0; click < 2; click++) {
            assertThat(administrator.post("/pay-rates", "form", form, "scope", "DEFAULT", "rate", "60", "from",
                    "2026-08-01", "source", "labor agreement").statusCode()).as("click " + click).isEqualTo(302);
        }
        var set = Tenancy.as(Scope.system(agency), rates::list);
        assertThat(set).as("a failed form may be sent again").hasSize(1);
        String path = "/pay-rates/" + set.getFirst().id() + "/withdrawal";
        String other = administrator.get(path).body().replaceAll("(?s).*name=\"form\" value=\"([0-9a-f-]{36})\".*",
                "$1");
        for (int click = 0; click < 2; click++) {
            assertThat(administrator.post(path, "form", other, "reason", "typed for another year").statusCode())
                    .isEqualTo(302);
            assertThat(administrator.get("/pay-rates").body()).as("click " + click).contains("Rate withdrawn.",
                    "typed for another year");
        }
        assertThat(administrator.get("/audit?q=pay+rate").body()).containsOnlyOnce("Pay rate withdrawn</td>");
    }

    private void worked(Instant start, Duration length) {
        clock.setTo(start.minus(Duration.ofHours(20)));
        var shift = Tenancy.as(new Scope(agency, dana.person()),
                () -> acceptances.accept(dana.person(), day.post(start, length)));
        clock.setTo(start);
        var phone = visitor.signedIn(dana.person(), agency, Role.OFFICER);
        phone.post("/shifts/" + shift + "/check-in", "code", day.deskCode());
        clock.setTo(start.plus(length));
        phone.post("/shifts/" + shift + "/check-out", "notes", "");
    }

    private void set(String scope, int cents, LocalDate from) {
        Tenancy.as(Scope.system(agency), () -> rates.set(scope, cents, from, null, "labor agreement", null));
    }

    private Long cents() {
        return Tenancy.as(Scope.system(agency), () -> fairness.month(YearMonth.of(2026, 8))).stream()
                .filter(s -> s.officer().equals(dana.id())).findFirst().map(Share::cents).orElse(null);
    }
}
