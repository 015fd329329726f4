package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** By a cookie of its own a device is known again, so that a page that loads itself every ten seconds is one opening and not hundreds. */
final class LinkVisit {

    private static final String NAME = "daywatch_visit";

    private LinkVisit() {}

    /** The opening this device made before, as it says; whoever uses it asks whether there is one. */
    static Optional<UUID> of(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies()).filter(c -> c.getName().equals(NAME)).findFirst().flatMap(c -> Ids.find(c.getValue()));
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String token, UUID visit) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, visit.toString()).path("/r/" + token).httpOnly(true).secure(request.isSecure()).sameSite("Strict")
                .maxAge(Duration.ofHours(24)).build().toString());
    }
}
