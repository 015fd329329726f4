package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in through an organization's own provider: code flow with PKCE, matched by verified address. */
class OidcIT extends OutsideWorld {

    @Autowired Story story;
    @Autowired Accounts accounts;
    @LocalServerPort int port;

    @Test
    void aVerifiedAddressWithAnAccountEntersIt() throws Exception {
        var cast = story.cast();
        PROVIDER.vouchesFor(accounts.emailOf(cast.coordinator()).toUpperCase(java.util.Locale.ROOT), true);
        try (var guest = new Guest(port)) {
            assertThat(guest.get("/sign-in").body()).contains("Copper Valley");
            assertThat(back(guest).location()).isEqualTo("/");
            assertThat(guest.get("/me").body()).contains("Robin Alder");
        }
    }

    @Test
    void anAddressTheProviderDidNotVerifyEntersNothing() throws Exception {
        var cast = story.cast();
        PROVIDER.vouchesFor(accounts.emailOf(cast.coordinator()), false);
        try (var guest = new Guest(port)) {
            assertThat(back(guest).location()).isEqualTo("/sign-in");
            assertThat(guest.cookie("daywatch_session")).isNull();
        }
    }

    @Test
    void anUnknownPersonGetsNoAccount() throws Exception {
        PROVIDER.vouchesFor("stranger@elsewhere.example", true);
        try (var guest = new Guest(port)) {
            assertThat(back(guest).location()).isEqualTo("/sign-in");
            assertThat(guest.cookie("daywatch_session")).isNull();
            assertThat(accounts.findByEmail("stranger@elsewhere.example")).isEmpty();
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsRefusedAndNoAnswerCountsTwice() throws Exception {
        var cast = story.cast();
        PROVIDER.vouchesFor(accounts.emailOf(cast.coordinator()), true);
        PROVIDER.answersAnOldQuestion();
        try (var guest = new Guest(port); var other = new Guest(port)) {
            assertThat(back(guest).location()).isEqualTo("/sign-in");
            PROVIDER.vouchesFor(accounts.emailOf(cast.coordinator()), true);
            String answer = SignedInElsewhere
                    .provider(guest.follow("/oauth2/authorization/oidc", "same-origin").location(), port);
            assertThat(other.get(answer).location()).as("somebody else's browser").isEqualTo("/sign-in");
            assertThat(guest.get(answer).location()).isEqualTo("/");
            assertThat(guest.get(answer).location()).isEqualTo("/sign-in");
        }
    }

    @Test
    void aLinkOnAnotherSiteDoesNotBegin() throws Exception {
        PROVIDER.vouchesFor(accounts.emailOf(story.cast().coordinator()), true);
        try (var guest = new Guest(port)) {
            for (var site : List.of("cross-site", "same-site", "none"))
                assertThat(guest.follow("/oauth2/authorization/oidc", site).location()).as(site).isEqualTo("/sign-in");
            assertThat(guest.get("/oauth2/authorization/oidc").location()).as("who does not say").isEqualTo("/sign-in");
            assertThat(guest.cookie("daywatch_oidc")).isNull();
        }
    }

    private Guest.Answer back(Guest guest) throws Exception {
        return SignedInElsewhere.back(guest, PROVIDER, port);
    }
}
