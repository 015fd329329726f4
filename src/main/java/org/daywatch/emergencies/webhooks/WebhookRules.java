package org.daywatch.emergencies.webhooks;

import java.time.Clock;
import java.time.ZoneOffset;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.webhooks.sending.Patience;
import org.springframework.stereotype.Component;

/** The dated rules of webhooks as they stand today. */
@Component
class WebhookRules {

    private final ProgramRules rules;
    private final Clock clock;

    WebhookRules(ProgramRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Patience now() {
        var book = rules.book();
        return new Patience(number(book, "WEBHOOK_PATIENCE"), number(book, "WEBHOOK_FIRST_PAUSE"), number(book, "WEBHOOK_LONGEST_PAUSE"), number(book, "WEBHOOK_JITTER"),
                number(book, "WEBHOOK_ATTEMPTS"), number(book, "WEBHOOK_OVERLAP"));
    }

    private int number(RuleBook book, String code) {
        return book.get(code, clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).number();
    }
}
