package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
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
        SessionCookie.read(request).ifPresent(sessions::close);
        String token = sessions.open(person, method, String.valueOf(request.getHeader("User-Agent")));
        SessionCookie.set(request, response, token);
        security.doneBy(person, SecurityEvent.AUTHN_LOGIN_SUCCESS, Map.of("proof", method));
        return token;
    }

    /** The person proved again who they are: their session goes on under a new id. @param method as for entering */
    public void proven(String method, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.set(request, response, sessions.proven(SessionCookie.read(request).orElseThrow(), method));
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
