package org.daywatch.relationships.threats.requests;

import java.time.LocalDate;
import org.daywatch.relationships.threats.requests.RecordsRequest.Ground;

/** What people do about a parent's request. */
public sealed interface RecordsRequestCommand {

    By by();

    /** @param reads they may read the assessment itself. @param today at the school */
    record By(String name, boolean reads, LocalDate today) {}

    /** Who asks is whom they say. @param how it was checked */
    record CheckIdentity(String how, By by) implements RecordsRequestCommand {}

    /** What is shown, with other children's names taken out. @param language in which the paper speaks */
    record Prepare(String language, String paper, By by) implements RecordsRequestCommand {}

    record Offer(LocalDate day, String place, By by) implements RecordsRequestCommand {}

    record RecordInspection(LocalDate day, By by) implements RecordsRequestCommand {}

    record HandCopy(LocalDate day, By by) implements RecordsRequestCommand {}

    record Refuse(Ground ground, String words, By by) implements RecordsRequestCommand {}

    record Withdraw(String words, By by) implements RecordsRequestCommand {}

    /** @param words what was changed in the record */
    record Amend(String words, By by) implements RecordsRequestCommand {}

    /** It is not amended; the parent may have a hearing (34 CFR 99.21). @param words why not */
    record OfferHearing(String words, By by) implements RecordsRequestCommand {}

    /**
     * Nothing was amended after the hearing. @param words the parent's own, which stay with the record (99.21(b)(2))
     */
    record PlaceStatement(String words, By by) implements RecordsRequestCommand {}
}
