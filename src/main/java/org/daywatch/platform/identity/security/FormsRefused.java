package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.FormRefused;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.forms.SecretFields;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form without the right token. Whoever is signed out or may not send it at all is told that, as for any form; for
 * the rest it is noted whose form it was, and {@link ErrorPages} shows it.
 */
@Component
@ConditionalOnWebApplication
public class FormsRefused implements AccessDeniedHandler {

    static final String WHY = FormsRefused.class.getName();

    private final Endpoints endpoints;
    private final SecurityLog security;

    FormsRefused(Endpoints endpoints, SecurityLog security) {
        this.endpoints = endpoints;
        this.security = security;
    }

    /**
     * @param own a page of this site sent it, as the browser says; another site's is never sent again from here
     * @param to where it was sent
     * @param fields what was typed, to be sent again by hand; empty where nothing may be kept
     */
    public record Refused(boolean own, String to, Map<String, List<String>> fields) {}

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var handler = endpoints.find(request);
        try {
            if (handler != null && !endpoints.allowed(request, response, handler)) return;
            security.refused(SecurityEvent.AUTHZ_FAIL, null, Map.of("why", "form token"));
            request.setAttribute(WHY, FromHere.is(request) ? refused(request) : new Refused(false, "/", Map.of()));
            response.sendError(new FormRefused("no token, or another's").status());
        } catch (Problem before) {
            request.setAttribute(WHY, before);
            response.sendError(before.status());
        }
    }

    private static Refused refused(HttpServletRequest request) {
        var fields = new java.util.TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove(FormTokens.FIELD);
        boolean keeps = !String.valueOf(request.getContentType()).startsWith("multipart/")
                && !SecretFields.any(fields.keySet());
        return new Refused(true, request.getRequestURI(), keeps ? fields : Map.of());
    }
}
