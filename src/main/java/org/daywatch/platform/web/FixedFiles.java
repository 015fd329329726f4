package org.daywatch.platform.web;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** The files beside the pages say what they are and in which characters they are written. */
@Component
@ConditionalOnWebApplication
class FixedFiles implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private static final Map<String, String> KINDS = Map.of("js", "text/javascript;charset=UTF-8", "html",
            "text/html;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml;charset=UTF-8",
            "webmanifest", "application/manifest+json");

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.addMimeMappings(new MimeMappings(KINDS));
    }
}
