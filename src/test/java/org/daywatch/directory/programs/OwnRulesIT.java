package org.daywatch.directory.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DaywatchIT
class OwnRulesIT {
    private static final String MARGIN = "AZ-MARGIN-BEFORE@2023-10-01";
    @Autowired Story story;
    @Autowired ProgramRules rules;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private Story.Cast cast;
    private Guest guest;

    @BeforeEach
    void theAdministratorIsSignedIn() {
        cast = story.cast();
        guest = member(cast.agency(), Role.AGENCY_ADMIN);
    }

    @AfterEach
    void leave() {
        guest.close();
    }

    @Test
    void aDistrictsOwnMarginHoldsFromItsFirstDayAndForThatDistrictAlone() {
        var from = today().plusDays(3);
        assertThat(guest.get("/rules/own?rule=" + encode(MARGIN)).body()).contains("Set this number",
                "Taken over from the Florida agreements");
        assertThat(set(MARGIN, "DISTRICT:" + cast.mesquite(), "20", from, "Agreement with the district, paragraph 4")
                .location()).isEqualTo("/rules");
        assertThat(margin(cast.mesquite(), cast.mesquite(), from.minusDays(1)).number()).isEqualTo(15);
        assertThat(margin(cast.mesquite(), cast.mesquite(), from).number()).as("the district reads what judges it")
                .isEqualTo(20);
        assertThat(margin(cast.agency(), cast.mesquite(), from).source())
                .isEqualTo("Agreement with the district, paragraph 4");
        assertThat(margin(cast.agency(), cast.saguaro(), from).number()).isEqualTo(15);
        var other = story.cast();
        assertThat(margin(other.agency(), cast.mesquite(), from).number()).as("another program").isEqualTo(15);
        assertThat(guest.get("/rules?q=POST_MARGIN_BEFORE").body()).contains("Set by the agency", "POST_MARGIN_BEFORE",
                "Remove rule");
    }

    @Test
    void aRuleIsTakenBackWithAReasonAndThePastKeepsIt() {
        var from = today();
        set(MARGIN, "STATE:AZ", "25", from, "Board minutes of November");
        String version = margin(cast.agency(), cast.mesquite(), from).version();
        assertThat(withdraw(version, "no").status()).as("a reason is asked for").isEqualTo(400);
        assertThat(withdraw(version, "Agreed for the autumn only").location()).isEqualTo("/rules");
        assertThat(margin(cast.agency(), cast.mesquite(), from).number()).as("today keeps its rule").isEqualTo(25);
        assertThat(margin(cast.agency(), cast.mesquite(), from.plusDays(1)).number()).isEqualTo(15);
    }

    @Test
    void aRuleTakenBackBeforeItBeganNeverHolds() {
        var from = today().plusDays(10);
        set(MARGIN, "STATE:AZ", "25", from, "Board minutes of November");
        withdraw(margin(cast.agency(), cast.mesquite(), from).version(), "Entered for the wrong state");
        assertThat(margin(cast.agency(), cast.mesquite(), from).number()).isEqualTo(15);
        assertThat(set(MARGIN, "STATE:AZ", "30", from, "Board minutes of November").location())
                .as("the day is free again").isEqualTo("/rules");
    }

    @Test
    void whatTheLawSetsCanBeConfirmedAndNotChanged() {
        String law = "AZ-FINGERPRINT@2000-01-01";
        assertThat(set(law, "STATE:AZ", "0", today(), "Counsel, letter of 3 November").body()).contains("set by law");
        assertThat(set(law, "STATE:AZ", "1", today(), "Counsel, letter of 3 November").location()).isEqualTo("/rules");
        assertThat(rule("FINGERPRINT_CARD", today()).toConfirm()).isFalse();
        assertThat(rule("FINGERPRINT_CARD", today().minusDays(1)).toConfirm()).isTrue();
    }

    @Test
    void anAgencyInAStateWithoutKnownRulesEntersWhatItsStateAsksOfOfficersByTheExampleOfAnother() {
        var ohio = organizations.foundAgency("Maple Valley School Safety " + UUID.randomUUID(), "OH");
        try (var admin = member(ohio, Role.AGENCY_ADMIN)) {
            var from = today().plusDays(2);
            assertThat(admin.get("/rules/own?rule=" + encode("AZ-POST-TRAINING@2000-01-01")).body())
                    .contains("There is no such rule for OH yet", "value=\"STATE:OH\" selected");
            assertThat(admin.post("/rules/own", "rule", "AZ-POST-TRAINING@2000-01-01", "scope", "STATE:AZ", "value",
                    "24", "from", from.toString(), "source", "Ohio code, chapter 109",
                    "words", "So many hours of training a year.").body()).as("Arizona's law stays Arizona's")
                    .contains("set by law");
            assertThat(admin.post("/rules/own", "rule", "AZ-POST-TRAINING@2000-01-01", "scope", "STATE:OH", "value",
                    "24", "from", from.toString(), "source", "Ohio code, chapter 109",
                    "words", "24 hours of training each calendar year.").location()).isEqualTo("/rules");
            assertThat(admin.post("/rules/own", "rule", "AZ-FINGERPRINT@2000-01-01", "scope", "STATE:OH", "value", "1",
                    "from", from.toString(), "source", "Ohio code, chapter 109",
                    "words", "A background check card.").location()).isEqualTo("/rules");
            assertThat(admin.post("/rules/own", "rule", "AZ-FINGERPRINT@2000-01-01", "scope", "STATE:TX", "value", "1",
                    "from", from.toString(), "source", "Ohio code, chapter 109",
                    "words", "A background check card.").body()).contains("Choose a state from the list");
            assertThat(
                    story.as(ohio, () -> rules.inForce("CONTINUING_TRAINING", "STATE:OH", from).orElseThrow()).number())
                    .isEqualTo(24);
            assertThat(story.as(ohio, () -> rules.inForce("CONTINUING_TRAINING", "STATE:OH", from.minusDays(1))))
                    .isEmpty();
            assertThat(story.as(cast.agency(), () -> rules.inForce("CONTINUING_TRAINING", "STATE:OH", from)))
                    .as("another agency").isEmpty();
            assertThat(admin.get("/rules/own?rule=" + encode("AZ-POST-TRAINING@2000-01-01")).body())
                    .as("begins in two days; until then it can be set").contains("STATE:OH");
        }
    }

    @Test
    void theFormNamesWhatCannotBeMeant() {
        assertThat(set(MARGIN, "STATE:AZ", "15.5", today(), "Agreement").body()).contains("whole number");
        assertThat(set(MARGIN, "STATE:AZ", "999", today(), "Agreement").body()).contains("minutes up to 240");
        assertThat(set(MARGIN, "STATE:AZ", "20", today().minusDays(1), "Agreement").body()).contains("today or later");
        assertThat(set(MARGIN, "STATE:TX", "20", today(), "Agreement").body()).contains("Choose a state from the list");
        assertThat(set(MARGIN, "STATE:AZ", "20", today(), " ").body()).contains("Enter the source");
        assertThat(guest.post("/rules/own", "rule", MARGIN, "scope", "STATE:AZ", "value", "20", "from",
                today().toString(), "source", "Agreement",
                "words", "On campus 15 minutes before the first bell.").body()).contains("still has the old number");
        assertThat(set(MARGIN, "STATE:AZ", "20", today(), "Agreement").status()).isEqualTo(302);
        assertThat(set(MARGIN, "STATE:AZ", "21", today(), "Agreement").body()).as("once a day")
                .contains("begins there on that day");
        assertThat(guest.get("/rules/own?rule=NOWHERE").status()).isEqualTo(404);
    }

    @Test
    void hoursAreSetByTheQuarterWithAPointOrACommaAndShownAsTheyAre() {
        String cutoff = "CALL-OFF-CUTOFF@2000-01-01";
        assertThat(set(cutoff, "ALL", "0.3", today(), "Agreement").body()).contains("Enter hours in quarters",
                "value=\"0.3\"");
        assertThat(set(cutoff, "ALL", "half", today(), "Agreement").body()).contains("The number is out of range",
                "value=\"half\"");
        assertThat(set(cutoff, "ALL", "-1", today(), "Agreement").body()).contains("The number is out of range");
        assertThat(set("AWARD-AFTER@2000-01-01", "ALL", "0.5", today(), "Agreement").body())
                .as("an award's record holds whole hours").contains("Enter a whole number");
        assertThat(guest.post("/rules/own", "rule", cutoff, "scope", "ALL", "value", "0,5", "from", today().toString(),
                "source", "Agreement",
                "words", "Given back up to 12 hours before it begins.").body()).contains("still has the old number");
        assertThat(set(cutoff, "ALL", "0,5", today(), "Agreement").location()).isEqualTo("/rules");
        assertThat(rule("CALL_OFF_CUTOFF", today()).hours()).isEqualTo(Duration.ofMinutes(30));
        assertThat(guest.get("/rules?q=CALL_OFF_CUTOFF").body()).contains("0.5 hours");
    }

    @Test
    void onlyAnAdministratorSetsRulesAndOnlyItsOwnAgencyTakesThemBack() {
        try (var coordinator = member(cast.agency(), Role.COORDINATOR)) {
            assertThat(coordinator.get("/rules").body()).doesNotContain("Confirm or change");
            assertThat(coordinator.get("/rules/own?rule=" + encode(MARGIN)).status()).isEqualTo(403);
        }
        set(MARGIN, "STATE:AZ", "25", today(), "Board minutes of November");
        String version = margin(cast.agency(), cast.mesquite(), today()).version();
        try (var stranger = member(story.cast().agency(), Role.AGENCY_ADMIN)) {
            assertThat(stranger.get("/rules/own/withdrawal?rule=" + encode(version)).status()).isEqualTo(404);
        }
    }

    private Guest.Answer set(String version, String scope, String value, LocalDate from, String source) {
        return guest.post("/rules/own", "rule", version, "scope", scope, "value", value, "from", from.toString(),
                "source", source,
                "words", "On campus " + value + " minutes before the first bell.");
    }

    private Guest.Answer withdraw(String version, String reason) {
        return guest.post("/rules/own/withdrawal", "rule", version, "reason", reason);
    }

    private ProgramRule margin(UUID asks, UUID district, LocalDate day) {
        return story.as(asks,
                () -> rules.book().get("POST_MARGIN_BEFORE", day, "DISTRICT:" + district, RuleBook.state("AZ")));
    }

    private ProgramRule rule(String code, LocalDate day) {
        return story.as(cast.agency(), () -> rules.inForce(code, "STATE:AZ", day).orElseThrow());
    }

    private Guest member(UUID org, Role role) {
        UUID person = Tenancy.as(Scope.system(org),
                () -> organizations.join(org, UUID.randomUUID() + "@rules.example", "Robin Palo", role, null));
        var member = new Guest(port);
        member.carry("daywatch_session", sessions.open(person, "PASSKEY", "test"));
        return member;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("America/Phoenix"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
