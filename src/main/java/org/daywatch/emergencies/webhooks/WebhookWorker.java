package org.daywatch.emergencies.webhooks;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.daywatch.emergencies.webhooks.Webhook.Delivery;
import org.daywatch.emergencies.webhooks.WebhookDeliveries.Due;
import org.daywatch.emergencies.webhooks.calls.WebhookCall;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.Release;
import org.daywatch.platform.copy.RestoredCopy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what is due for one address, one message after the other: claimed in one transaction, sent without any, and the
 * answer written in another. Who dies in between sends again under the same id, so that a receiver can count it once.
 */
@Component
class WebhookWorker {

    private final WebhookDeliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookBody body;
    private final WebhookCall call;
    private final WebhookRules rules;
    private final Clock clock;
    /** What is to be tried again is due rather too early than a day late, should the time of day be wrong just now. */
    private final Clock early;
    private final boolean demo;
    private final RestoredCopy copy;

    WebhookWorker(WebhookDeliveries deliveries, Webhooks webhooks, WebhookBody body, WebhookCall call,
            WebhookRules rules, Clock clock, @Qualifier("expiry") Clock early,
            @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy) {
        this.copy = copy;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.body = body;
        this.call = call;
        this.rules = rules;
        this.clock = clock;
        this.early = early;
        this.demo = demo;
    }

    /** @return how many were tried; in a restored copy all of it waits */
    int deliver(UUID webhook) {
        if (copy.isOne()) return 0;
        var patience = rules.now();
        int tried = 0;
        for (var due = deliveries.claim(webhook, patience.answer(), body::of); due
                .isPresent(); due = deliveries.claim(webhook, patience.answer(), body::of)) {
            tried++;
            if (demo) deliveries.finish(due.get().id(), Delivery.SUPPRESSED, null);
            else attempt(due.get());
        }
        return tried;
    }

    private void attempt(Due due) {
        var patience = rules.now();
        try {
            var answer = call.post(URI.create(due.address()), headers(due), due.body(), patience.answer());
            if (answer.taken()) deliveries.finish(due.id(), Delivery.SENT, null);
            else if (answer.gone()) deliveries.finish(due.id(), Delivery.DEAD, "it answered 410: gone for ever");
            else failed(due, "it answered " + answer.status(), answer.retryAfter());
        } catch (IOException e) {
            failed(due, String.valueOf(e.getMessage()), null);
        }
    }

    private void failed(Due due, String why, @org.jspecify.annotations.Nullable Duration wish) {
        var patience = rules.now();
        if (patience.exhausted(due.attempts())) {
            deliveries.finish(due.id(), Delivery.DEAD, why);
            return;
        }
        deliveries.later(due.id(),
                early.instant().plus(patience.pause(due.attempts(), ThreadLocalRandom.current().nextDouble(), wish)),
                why);
        if (wish != null) deliveries.rest(due.webhook(), early.instant().plus(wish));
    }

    private Map<String, String> headers(Due due) {
        long seconds = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", "Daywatch/" + Release.VERSION);
        headers.put("Content-Type", due.format().mediaType());
        headers.put("Daywatch-Format", due.format().word());
        headers.put("Daywatch-Delivery", due.id().toString());
        headers.put("Daywatch-Event", Webhook.Event.valueOf(due.event()).word());
        headers.put("Daywatch-Status", due.status());
        headers.put("Daywatch-Incident", due.incident().toString());
        headers.put("Daywatch-Version", Integer.toString(due.version()));
        headers.put("Daywatch-Time", Long.toString(seconds));
        headers.put("Daywatch-Signature", WebhookSignature.of(webhooks.keys(due.webhook()), seconds, due.body()));
        return headers;
    }
}
