package org.daywatch.platform.web;

import java.net.URI;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation. Links in mails and passkeys hang on it, so it is configured
 * ({@code daywatch.site}) and never taken from a request, whose Host header anybody can write.
 */
@Component
public class PublicAddress {

    private final String configured;
    private volatile String own;

    public PublicAddress(@Value("${daywatch.site:}") String configured, @Value("${server.port:8080}") int port,
            @Value("${server.ssl.certificate:}") String certificate) {
        this.configured = configured.strip().replaceAll("/+$", "");
        this.own = (certificate.isBlank() ? "http" : "https") + "://localhost:" + port;
        if (!this.configured.isEmpty() && !this.configured.matches("https?://[a-zA-Z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalStateException("daywatch.site is '" + configured
                    + "', which is no address of a site.\nMaybe https://daywatch.example.org");
        }
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        if ("management".equals(started.getApplicationContext().getServerNamespace())) return;
        own = own.replaceFirst(":[0-9]+$", ":" + started.getWebServer().getPort());
    }

    /** @param site as a command was told it; null: it was not. @throws InvalidInput where it is no address of a site */
    public static void mustBeSite(@Nullable String site) {
        if (site != null && !site.matches("https?://[a-zA-Z0-9.-]+(:[0-9]+)?/*")) {
            throw new InvalidInput("--site", site, "Write scheme and name, such as https://daywatch.example.org.");
        }
    }

    /** Scheme, host and port, without a slash at the end. */
    public String get() {
        return configured.isEmpty() ? own : configured;
    }

    public String host() {
        return URI.create(get()).getHost();
    }

    public String link(String path) {
        return get() + path;
    }
}
