package org.daywatch.emergencies.webhooks;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/** What became of a message, in the reader's words. */
public final class WebhookWords {

    private WebhookWords() {}

    public static Chip delivery(Page page, String delivery) {
        String word = page.t("webhooks.delivery." + delivery);
        return switch (delivery) {
            case "SENT" -> Chip.good(word);
            case "DEAD" -> Chip.bad(word);
            case "WAITING" -> Chip.warn(word);
            default -> Chip.quiet(word);
        };
    }
}
