package org.daywatch.emergencies.reach.escalation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.languages.SchoolLanguages;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;

/**
 * An alert in a message. It begins with whether it is meant, in every language of the house: a phone shows the first
 * words only, in whose hand ever.
 */
@Component
public class AlertMessage {

    private final Texts texts;
    private final SchoolLanguages languages;

    AlertMessage(Texts texts, SchoolLanguages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    /** @param organization for which the reader acts */
    Notice of(Alert alert, Campus school, UUID organization, UUID person, Instant expires) {
        return Notice
                .of("ALERT", "/alerts/" + alert.id(), language -> words(alert, school, language, organization, person))
                .asUrgent().until(expires);
    }

    /**
     * In the language they read first, where the school speaks it, before that of their account: whether it is meant
     * stands before both.
     */
    public Notice.Words words(Alert alert, Campus school, String language, UUID organization, UUID person) {
        var plain = words(alert, school, language);
        return languages.own(school, organization, person).map(own -> both(alert, plain, own)).orElse(plain);
    }

    private static Notice.Words both(Alert alert, Notice.Words plain, SchoolLanguages.Spoken own) {
        String kind = own.words().get(switch (alert.status()) {
            case ACTUAL -> "real";
            case EXERCISE -> "drill";
            case TEST -> "test";
        });
        String name = own.words().get(alert.action() + ".name");
        String detail = alert.detail().isEmpty() ? "" : own.words().getOrDefault(alert.detail(), "") + ". ";
        return new Notice.Words(plain.subject() + " · " + name,
                plain.body() + "\n" + kind + ": " + name + ". " + detail + own.words().get(alert.action() + ".adults"));
    }

    /** @param language a code such as "en" */
    public Notice.Words words(Alert alert, Campus school, String language) {
        String kind = String.join(" / ", Texts.LANGUAGES.stream()
                .map(one -> texts.of(one, "reach.message.kind." + alert.status())).distinct().toList());
        String action = texts.of(language, "protocol." + alert.action() + ".name");
        // A carrier may bring a text much later: it says of when it is.
        String since = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language.equals("en") ? "en-US" : language + "-US"))
                .withZone(school.zone())
                .format(alert.state().since()).replace('\u202f', ' ');
        return new Notice.Words(texts.of(language, "reach.message.subject", kind, action, school.name()),
                texts.of(language, "reach.message.body", kind, action, school.name(), since,
                        texts.of(language, "protocol." + alert.action() + ".adults")));
    }
}
