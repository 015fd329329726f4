package org.daywatch.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.outgoing.NotTaken;
import org.daywatch.platform.outgoing.TextMessages;
import org.daywatch.platform.persistence.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Text messages about an account go by the same gateway as all others, at once and unkept. */
@Component
class GatewayTexts implements TextMessages {

    private final SmsSender gateway;
    private final Clock clock;
    private final boolean demo;
    private final RestoredCopy copy;

    GatewayTexts(SmsSender gateway, Clock clock, @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy) {
        this.copy = copy;
        this.gateway = gateway;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public boolean possible() {
        return !demo && !copy.isOne() && gateway.available();
    }

    @Override
    public void send(String phone, String text) {
        try {
            gateway.send(new Sender.Letter(Ids.next(), phone, "", text, "", clock.instant().plus(Duration.ofDays(1))));
        } catch (Sender.NotSent e) {
            throw new NotTaken(String.valueOf(e.getMessage()), e.forever);
        }
    }
}
