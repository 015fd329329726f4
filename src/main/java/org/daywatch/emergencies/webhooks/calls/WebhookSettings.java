package org.daywatch.emergencies.webhooks.calls;

import java.util.List;
import org.daywatch.emergencies.networks.Network;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param networks addresses inside that webhooks may call all the same, such as 10.20.0.0/16; there plain http is
 * allowed too
 */
@ConfigurationProperties("daywatch.webhooks")
public record WebhookSettings(@DefaultValue List<String> networks) {

    static final String NAME = "daywatch.webhooks.networks";

    public WebhookSettings {
        networks = List.copyOf(networks);
        networks.forEach(range -> Network.of(NAME, range)); // a slip of the pen is said at the start
    }
}
