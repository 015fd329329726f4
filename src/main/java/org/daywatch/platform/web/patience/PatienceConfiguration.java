package org.daywatch.platform.web.patience;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web port with deadlines; what was ended is counted as {@code daywatch.requests.ended}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(PatienceSettings.class)
class PatienceConfiguration {

    @Bean
    UnfinishedRequests unfinishedRequests(PatienceSettings settings, ObjectProvider<MeterRegistry> meters) {
        var unfinished = new UnfinishedRequests(settings.perAddress(), settings.most(), System::nanoTime,
                () -> meters.ifAvailable(all -> all.counter("daywatch.requests.ended").increment()));
        meters.ifAvailable(all -> {
            all.counter("daywatch.requests.ended");
            Gauge.builder("daywatch.requests.unfinished", unfinished, UnfinishedRequests::size).register(all);
        });
        return unfinished;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(UnfinishedRequests unfinished,
            PatienceSettings settings, @Value("${server.forward-headers-strategy:none}") String forwarded) {
        return factory -> {
            factory.setProtocol(PatientProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PatientProtocol patient)
                    patient.watch(unfinished, settings, forwarded.equalsIgnoreCase("none"));
            });
            factory.addEngineValves(new PatienceValve());
        };
    }
}
