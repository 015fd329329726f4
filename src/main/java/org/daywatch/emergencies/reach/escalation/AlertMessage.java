package org.daywatch.emergencies.reach.escalation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.web.Texts;
import org.springframework.stereotype.Component;

/** An alert in a message. It begins with whether it is meant, in every language of the house: a phone shows the first words only, in whose hand ever. */
@Component
public class AlertMessage {

    private final Texts texts;

    AlertMessage(Texts texts) {
        this.texts = texts;
    }

    Notice of(Alert alert, Campus school, Instant expires) {
        return Notice.of("ALERT", "/alerts/" + alert.id(), language -> words(alert, school, language)).asUrgent().until(expires);
    }

    /** @param language a code such as "en" */
    public Notice.Words words(Alert alert, Campus school, String language) {
        String kind = String.join(" / ", Texts.LANGUAGES.stream().map(one -> texts.of(one, "reach.message.kind." + alert.status())).distinct().toList());
        String action = texts.of(language, "protocol." + alert.action() + ".name");
        // A carrier may bring a text much later: it says of when it is.
        String since = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.forLanguageTag(language.equals("en") ? "en-US" : language + "-US")).withZone(school.zone())
                .format(alert.state().since()).replace('\u202f', ' ');
        return new Notice.Words(texts.of(language, "reach.message.subject", kind, action, school.name()),
                texts.of(language, "reach.message.body", kind, action, school.name(), since, texts.of(language, "protocol." + alert.action() + ".adults")));
    }
}
