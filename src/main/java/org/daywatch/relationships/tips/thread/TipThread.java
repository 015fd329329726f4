package org.daywatch.relationships.tips.thread;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.access.CaseReader.Part;

/**
 * A tip with all that was said about it, for those who may read it.
 *
 * @param language in which the writer reads: "en" or "es"
 * @param words the tip itself
 * @param picture that came with it
 * @param messages in the order in which they were stored
 * @param openedBy roles, never people
 * @param hasReceipt the writer still reads here; false once the thread was closed
 */
public record TipThread(UUID tip, UUID school, LocalDate day, boolean lifeSafety, String language, String words,
        Optional<TipPicture> picture, List<Message> messages, Set<Part> openedBy, boolean hasReceipt) {

    /** The tip itself, without what was said since and who has opened it. */
    public TipThread alone() {
        return new TipThread(tip, school, day, lifeSafety, language, words, picture, List.of(), Set.of(), false);
    }

    /** @param role empty where the writer said it */
    public record Message(UUID id, LocalDate day, Optional<Part> role, String words,
            Optional<TipPicture> picture) {}
}
