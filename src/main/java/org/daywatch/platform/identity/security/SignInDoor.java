package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way in, whatever the proof was: the old session dies, a new one opens under a new id. */
@Component
public class SignInDoor {

    private final Sessions sessions;
    private final SecurityLog security;

    SignInDoor(Sessions sessions, SecurityLog security) {
        this.sessions = sessions;
        this.security = security;
    }

    /** @param method one of the names in {@link Sessions} @return the new session's token, which the cookie carries */
    public String enter(UUID person, String method, HttpServletRequest request, HttpServletResponse response) {
        return entered(person, method, sessions.open(person, method, device(request)), request, response);
    }

    /** Somebody else vouches for them. @param askedAt when that one asked who they are; null where it does not say */
    public String enterVouched(UUID person, String method, @Nullable Instant askedAt, HttpServletRequest request,
            HttpServletResponse response) {
        return entered(person, method, sessions.openVouched(person, method, device(request), askedAt), request,
                response);
    }

    private static String device(HttpServletRequest request) {
        return String.valueOf(request.getHeader("User-Agent"));
    }

    private String entered(UUID person, String method, String token, HttpServletRequest request,
            HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::close);
        SessionCookie.set(request, response, token);
        security.doneBy(person, SecurityEvent.AUTHN_LOGIN_SUCCESS, Map.of("proof", method));
        return token;
    }

    /** The person proved again who they are: their session goes on under a new id. @param method as for entering */
    public void proven(String method, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.set(request, response, sessions.proven(SessionCookie.read(request).orElseThrow(), method));
        security.done(SecurityEvent.SESSION_RENEWED, "", Map.of("proof", method));
    }

    /** The same by the word of somebody else. @param at when that one asked */
    public void provenVouched(String method, Instant at, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.set(request, response, sessions.proven(SessionCookie.read(request).orElseThrow(), method, at));
        security.done(SecurityEvent.SESSION_RENEWED, "", Map.of("proof", method));
    }

    public void leave(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::close);
        SessionCookie.clear(request, response);
        security.done(SecurityEvent.AUTHN_LOGOUT, "", Map.of());
    }

    /** Only addresses on this site: where to go after signing in comes from outside. */
    public static String local(String to) {
        return to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") && to.chars().allMatch(c -> c >= 0x20)
                ? to
                : "/";
    }
}
