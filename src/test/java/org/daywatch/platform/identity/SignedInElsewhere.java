package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.PASSKEY;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.Guest;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.DSLContext;

/** A browser that goes to the provider and comes back. */
final class SignedInElsewhere {

    private SignedInElsewhere() {}

    static Guest.Answer back(Guest guest, TinyProvider provider, int port) throws Exception {
        String asked = guest.follow("/oauth2/authorization/oidc", "same-origin").location();
        assertThat(asked).startsWith(provider.issuer()).contains("code_challenge_method=S256");
        return guest.get(provider(asked, port));
    }

    /** What the provider's page does: sends the browser back with a code. @return the address on our site */
    static String provider(String address, int port) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.headers().firstValue("location").orElseThrow().replace("http://localhost:" + port, "");
        }
    }

    /** By its row alone: what a browser does with a passkey is tried elsewhere. */
    static void passkey(DSLContext signin, UUID person, Instant now) {
        byte[] user = Secrets.bytes(16);
        signin.insertInto(PASSKEY_USER).set(PASSKEY_USER.ID, user).set(PASSKEY_USER.PERSON_ID, person)
                .set(PASSKEY_USER.NAME, person + "@passkeys.example").set(PASSKEY_USER.DISPLAY_NAME, "Robin Alder")
                .execute();
        signin.insertInto(PASSKEY).set(PASSKEY.CREDENTIAL_ID, Secrets.bytes(16)).set(PASSKEY.USER_ID, user)
                .set(PASSKEY.PUBLIC_KEY, new byte[] {1}).set(PASSKEY.SIGNATURE_COUNT, 0L)
                .set(PASSKEY.UV_INITIALIZED, true).set(PASSKEY.BACKUP_ELIGIBLE, false)
                .set(PASSKEY.BACKUP_STATE, false).set(PASSKEY.TRANSPORTS, "internal").set(PASSKEY.LABEL, "Phone")
                .set(PASSKEY.CREATED_AT, now).set(PASSKEY.LAST_USED, now).execute();
    }
}
