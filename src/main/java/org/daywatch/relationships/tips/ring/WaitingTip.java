package org.daywatch.relationships.tips.ring;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A tip that waits for the end of its bucket.
 *
 * @param id random; never one that sorts by time
 * @param day at its school; there is no time
 * @param bucket in which it came, see {@link Bucket}; known until it is handed on and to nobody after
 * @param content as the door gave it, sealed or not; nobody looks at it here
 * @param picture that came with it, whole; of no length: none
 */
public record WaitingTip(UUID id, UUID district, UUID school, LocalDate day, boolean lifeSafety, long bucket,
        byte[] content, byte[] picture) {

    static final byte[] NO_PICTURE = {};

    public WaitingTip(UUID id, UUID district, UUID school, LocalDate day, boolean lifeSafety, long bucket,
            byte[] content) {
        this(id, district, school, day, lifeSafety, bucket, content, NO_PICTURE);
    }

    WaitingTip with(byte[] wholePicture) {
        return new WaitingTip(id, district, school, day, lifeSafety, bucket, content, wholePicture);
    }
}
