package org.daywatch.platform.errors;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the web server refuses by itself, because it cannot read it, never comes to the chain that guards pages: here it
 * gets the same headers, and a sentence instead of the server's own page.
 */
public class UnreadRequests extends ErrorReportValve {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String HSTS = "max-age=31536000 ; includeSubDomains";
    private static final String SENTENCE = """
            Daywatch could not read this request. Go back and try again.
            Daywatch no pudo leer esta solicitud. Regrese e inténtelo de nuevo.
            """;

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", HSTS);
        response.setContentType("text/plain;charset=UTF-8");
        try {
            var words = response.getReporter();
            if (words == null) return;
            words.write(SENTENCE);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Whoever sent it does not listen any more.
        }
    }

    @Component
    @ConditionalOnWebApplication
    static class OfThePages implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host)
                    host.setErrorReportValveClass(UnreadRequests.class.getName());
            });
        }
    }
}
