package org.daywatch.staffing.sitepacks;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;

/** One version of what an officer must know of a school. A change is a new version, which is read anew. */
public record SitePack(UUID schoolId, int version, Content content, Instant updatedAt) {

    /** @param brokenDoors doors that do not close or lock, and what to do about them today */
    public record Content(String contacts, String keys, String radio, String brokenDoors, String postOrders) {

        private static final int LONGEST = 8000;

        public Content {
            contacts = clean("contacts", contacts, "Name the people to call, with telephone numbers.");
            keys = clean("keys", keys, "Say where keys and cards are picked up and returned.");
            radio = clean("radio", radio, "Name the radio channel and the call signs.");
            brokenDoors = clean("brokenDoors", brokenDoors, "Name the doors that do not lock, or write that all doors lock.");
            postOrders = clean("postOrders", postOrders, "Write what the officer does, hour by hour.");
        }

        private static String clean(String field, String value, String what) {
            if (value.isBlank()) throw new InvalidInput(field, value, what);
            if (value.length() > LONGEST) {
                throw new InvalidInput(field, value.length() + " characters", "Use at most " + LONGEST + " characters; it is read on a phone.");
            }
            return value.strip();
        }
    }
}
