package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * By a cookie of its own a device is known again, so that a page that loads itself every ten seconds is one opening and
 * not hundreds; one that comes back after a pause opens anew.
 */
final class LinkVisit {

    private static final String NAME = "daywatch_visit";

    private LinkVisit() {}

    /**
     * The opening this device made before, as it says, if it was here since then; whoever uses it asks whether there is
     * one.
     */
    static Optional<UUID> of(HttpServletRequest request, Instant since) {
        if (request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(NAME)).findFirst()
                .map(c -> c.getValue().split("_", 2))
                .filter(parts -> parts.length == 2 && parts[1].matches("\\d{1,12}")
                        && !Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(since))
                .flatMap(parts -> Ids.find(parts[0]));
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String token, UUID visit,
            Instant now) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, visit + "_" + now.getEpochSecond()).path("/r/" + token).httpOnly(true)
                        .secure(request.isSecure()).sameSite("Strict")
                        .maxAge(Duration.ofHours(24)).build().toString());
    }
}
