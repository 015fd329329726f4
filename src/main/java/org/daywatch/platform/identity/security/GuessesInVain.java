package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** A code of a link, of a class or of a kiosk, or a key of a gateway that was none: whoever counts it says it here. */
@Component
class GuessesInVain implements HandlerInterceptor {

    private final SecurityLog security;

    GuessesInVain(SecurityLog security) {
        this.security = security;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        if (response.getStatus() >= 400 && Limits.guessed(request))
            security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, null, Map.of("why", "wrong code"));
    }
}
