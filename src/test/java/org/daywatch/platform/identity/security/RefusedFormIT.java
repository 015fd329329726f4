package org.daywatch.platform.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Sessions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form counts with the session whose page it stood on. A-29 of docs/security. */
@DaywatchIT
class RefusedFormIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired Story story;
    @Autowired Sessions sessions;
    @LocalServerPort int port;
    private UUID person;

    @BeforeEach
    void somebody() {
        person = story.cast().coordinator();
    }

    @Test
    void aTokenOfAnotherSessionAndOneFromBeforeSigningInAreRefused() {
        try (var own = new Guest(port); var other = new Guest(port)) {
            String stranger = token(own, "/sign-in");
            own.carry("daywatch_session", sessions.open(person, Sessions.PASSKEY, "test"));
            other.carry("daywatch_session", sessions.open(person, Sessions.PASSKEY, "test"));
            assertThat(own.postWith(stranger, "/me/sessions/others/end").status()).as("from before").isEqualTo(403);
            assertThat(own.postWith(token(other, "/me"), "/me/sessions/others/end").status()).as("another's")
                    .isEqualTo(403);
            other.carry("daywatch_session", sessions.open(person, Sessions.PASSKEY, "test"));
            assertThat(own.postWith(token(own, "/me"), "/me/sessions/others/end").status()).isEqualTo(302);
        }
    }

    @Test
    void aTokenStaysTheSameThroughAFreshProof() {
        try (var own = new Guest(port)) {
            String cookie = sessions.open(person, Sessions.PASSKEY, "test");
            own.carry("daywatch_session", cookie);
            String before = token(own, "/me");
            own.carry("daywatch_session", sessions.proven(cookie, Sessions.PASSKEY));
            assertThat(own.postWith(before, "/me/sessions/others/end").status()).isEqualTo(302);
        }
    }

    @Test
    void aFormFromBeforeSigningInAnewKeepsWhatWasTypedAndIsSentAgainByHand() throws IOException {
        try (var own = new Guest(port)) {
            own.carry("daywatch_session", sessions.open(person, Sessions.PASSKEY, "test"));
            String before = token(own, "/me");
            String session = sessions.open(person, Sessions.PASSKEY, "test");
            var page = Jsoup.parse(posted(session, before, "Sec-Fetch-Site: same-origin", "/me/email",
                    "email=kit%40new.example&email=<b>", "text/html"));
            assertThat(page.select("h1").text()).isEqualTo("This form was not sent");
            assertThat(page.select(".problem .lead").text()).contains("signed in or out in this browser");
            var again = page.select(".problem form");
            assertThat(again.attr("action")).isEqualTo("/me/email");
            assertThat(again.select("input[name=email]").eachAttr("value")).containsExactly("kit@new.example", "<b>");
            own.carry("daywatch_session", session);
            assertThat(own.postWith(again.select("input[name=_csrf]").val(), "/me/email", "email", "kit@new.example")
                    .status()).isEqualTo(302);
            assertThat(posted(session, before, "Sec-Fetch-Site: same-origin", "/me/password", "password=quiet+morning",
                    "text/html")).as("a password is in no page").doesNotContain("quiet morning").contains("not kept");
        }
    }

    @Test
    void aFormOfAnotherSiteIsNeverOfferedToBeSentAgain() throws IOException {
        String session = sessions.open(person, Sessions.PASSKEY, "test");
        for (String from : new String[] {"Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example",
                "X-No: x"}) {
            var page = Jsoup
                    .parse(posted(session, "planted", from, "/me/email", "email=kit%40new.example", "text/html"));
            assertThat(page.select(".problem .lead").text()).as(from).contains("came from another website");
            assertThat(page.select(".problem form")).as(from).isEmpty();
            assertThat(page.html()).doesNotContain("kit@new.example");
        }
        assertThat(posted(session, "planted", "Accept-Language: es", "/me/email", "email=x",
                "application/json")).startsWith("HTTP/1.1 403").contains("\"type\":\"/problems/form\"");
    }

    @Test
    void whoSpeaksSpanishReadsItInSpanish() throws IOException {
        assertThat(posted("none", "planted", "Accept-Language: es", "/sign-in", "email=x&password=y", "text/html"))
                .contains("lang=\"es\"", "Este formulario no se envió");
    }

    @Test
    void whoIsSignedOutIsToldThatAndNotThatTheFormIsWrong() throws IOException {
        assertThat(posted("ended", "old", "Sec-Fetch-Site: same-origin", "/me/email", "email=x", "text/html"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void aForeignHostIsToldTheRightAddressAndIsInNoRedirect() throws IOException {
        assertThat(sent("GET /me HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421").contains("http://localhost:" + port).doesNotContain("elsewhere.example");
        assertThat(sent("GET /me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .containsIgnoringCase("\r\nlocation: /sign-in?to=");
        assertThat(sent("GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String posted(String session, String token, String header, String path, String fields, String accept)
            throws IOException {
        String body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&" + fields;
        return sent("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: " + accept
                + "\r\nCookie: daywatch_session=" + session + "\r\n" + header
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    private String sent(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String token(Guest guest, String page) {
        var found = TOKEN.matcher(guest.get(page).body());
        if (!found.find()) throw new AssertionError(page + " has no token");
        return found.group(1);
    }
}
