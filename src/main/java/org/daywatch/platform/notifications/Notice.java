package org.daywatch.platform.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told.
 *
 * @param topic what kind of message, in capitals: SHIFT_OFFERED, COVERAGE_GAP
 * @param link page on this site that the message leads to; empty for none
 * @param urgent ignores quiet hours
 * @param expiresAt after this it is not sent any more: an offer that has begun, a gap that is over
 * @param words the sentence in a language, asked once per language among the recipients
 */
public record Notice(String topic, String link, boolean urgent, @Nullable Instant expiresAt, InLanguage words) {

    /** @param subject one line; {@code body} a few sentences, and the whole text of an SMS */
    public record Words(String subject, String body) {}

    @FunctionalInterface
    public interface InLanguage {
        Words in(String language);
    }

    public static Notice of(String topic, String link, InLanguage words) {
        return new Notice(topic, link, false, null, words);
    }

    public Notice asUrgent() {
        return new Notice(topic, link, true, expiresAt, words);
    }

    public Notice until(Instant expiry) {
        return new Notice(topic, link, urgent, expiry, words);
    }
}
