package org.daywatch.emergencies.webhooks;

import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.webhooks.calls.Patience;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;

/** The dated rules of webhooks as they stand today. */
@Component
class WebhookRules {

    private final ProgramRules rules;
    private final HomeTime home;

    WebhookRules(ProgramRules rules, HomeTime home) {
        this.rules = rules;
        this.home = home;
    }

    Patience now() {
        var book = rules.book();
        return new Patience(number(book, "WEBHOOK_PATIENCE"), number(book, "WEBHOOK_FIRST_PAUSE"),
                number(book, "WEBHOOK_LONGEST_PAUSE"), number(book, "WEBHOOK_JITTER"),
                number(book, "WEBHOOK_ATTEMPTS"), number(book, "WEBHOOK_OVERLAP"));
    }

    private int number(RuleBook book, String code) {
        return book.get(code, home.today()).number();
    }
}
