package org.daywatch.emergencies.webhooks;

import java.util.List;
import org.daywatch.platform.operations.Sign;
import org.daywatch.platform.web.kit.Chip;
import org.springframework.stereotype.Component;

/** Messages that were given up, for whoever keeps the house running. */
@Component
class WebhookSigns implements Sign.Source {

    private final WebhookDeliveries deliveries;

    WebhookSigns(WebhookDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public List<Sign> signs() {
        int dead = deliveries.dead();
        return List.of(new Sign("webhooks.dead", Integer.toString(dead), "/webhooks/deliveries?state=DEAD",
                dead == 0 ? Chip.Tone.GOOD : Chip.Tone.BAD));
    }
}
