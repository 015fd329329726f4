package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch.platform.web.cookies.SiteCookie;

/**
 * By a cookie of its own a device is known again, so that a page that loads itself every ten seconds is one opening and
 * not hundreds; one that comes back after a pause opens anew.
 */
final class LinkVisit {

    private static final int ENOUGH = 16;

    private LinkVisit() {}

    /** A device may have several links open: each has its own cookie, whose name does not give the link away. */
    private static SiteCookie cookie(String token) {
        return new SiteCookie("daywatch_visit_" + HexFormat.of().formatHex(Secrets.hash(token)).substring(0, ENOUGH),
                SiteCookie.SameSite.Strict);
    }

    /**
     * The opening this device made before, as it says, if it was here since then; whoever uses it asks whether there is
     * one.
     */
    static Optional<UUID> of(HttpServletRequest request, String token, Instant since) {
        return cookie(token).read(request).map(value -> value.split("_", 2))
                .filter(parts -> parts.length == 2 && parts[1].matches("\\d{1,12}")
                        && !Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(since))
                .flatMap(parts -> Ids.find(parts[0]));
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String token, UUID visit,
            Instant now) {
        cookie(token).set(request, response, visit + "_" + now.getEpochSecond(), Duration.ofHours(24));
    }
}
