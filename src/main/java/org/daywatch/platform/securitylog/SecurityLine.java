package org.daywatch.platform.securitylog;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One event as it is written: docs/formats/security-log.md. It says whose account by a number and never by a name, and
 * nothing that somebody typed.
 *
 * @param succeeded false: it was refused
 * @param subject what it was about, such as {@code person} and its number; empty where it was about the one who did it
 */
record SecurityLine(Instant at, UUID id, SecurityEvent event, boolean succeeded, @Nullable UUID person,
        @Nullable UUID organization, From from, String subject, Map<String, ?> detail) {

    /** Over which connection; all empty for what the installation did by itself. */
    record From(String address, String device, String method, String path) {

        static final From HERE = new From("", "", "", "");
        private static final int LONGEST = 200;

        /** The address as the page is mapped, such as {@code /users/{id}}: secrets of links stand in the real one. */
        static From of(HttpServletRequest request) {
            return new From(String.valueOf(request.getRemoteAddr()), cut(request.getHeader("User-Agent")),
                    String.valueOf(request.getMethod()), path(request));
        }

        private static String path(HttpServletRequest request) {
            return cut(Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), ""));
        }

        private static String cut(@Nullable String said) {
            if (said == null) return "";
            return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        }
    }

    /** @param node which of several wrote it */
    Map<String, Object> fields(String node) {
        var all = new LinkedHashMap<String, Object>();
        all.put("schema", "daywatch.security-log");
        all.put("version", 1);
        all.put("@timestamp", at.toString());
        all.put("ecs.version", "9.0.0");
        all.put("service.name", "daywatch");
        all.put("service.node.name", node);
        all.put("event.id", id.toString());
        all.put("event.category", event.category());
        all.put("event.action", event.word());
        all.put("event.outcome", succeeded ? "success" : "failure");
        if (person != null) all.put("user.id", person.toString());
        if (organization != null) all.put("organization.id", organization.toString());
        put(all, "source.ip", from.address());
        put(all, "user_agent.original", from.device());
        put(all, "http.request.method", from.method());
        put(all, "url.path", from.path());
        put(all, "daywatch.subject", subject);
        detail.forEach((key, value) -> all.put("daywatch." + key, value));
        return all;
    }

    private static void put(Map<String, Object> all, String key, String value) {
        if (!value.isEmpty()) all.put(key, value);
    }
}
