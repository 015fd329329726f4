package org.daywatch.staffing.sitepacks;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;

/** One version of what an officer must know of a school. A change is a new version, which is read anew. */
public record SitePack(UUID schoolId, int version, Content content, Instant updatedAt) {

    /** @param brokenDoors doors that do not close or lock, and what to do about them today */
    public record Content(String contacts, String keys, String radio, String brokenDoors, String postOrders) {

        static final int LONGEST = 8000;

        public Content {
            contacts = clean("contacts", contacts);
            keys = clean("keys", keys);
            radio = clean("radio", radio);
            brokenDoors = clean("brokenDoors", brokenDoors);
            postOrders = clean("postOrders", postOrders);
        }

        private static String clean(String field, String value) {
            if (value.isBlank()) throw new InvalidInput(field, value, "sitepacks.wrong." + field);
            if (value.length() > LONGEST) {
                throw new InvalidInput(field, value.substring(0, 40) + "…", "sitepacks.wrong.long");
            }
            return value.strip();
        }
    }
}
