package org.daywatch.staffing.calloffs;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That an officer called off a post and has not taken it back.
 *
 * @param sick the whole day is meant, not this post alone
 */
public record CalledOff(UUID shiftId, UUID postId, LocalDate day, boolean sick) {

    /** A sick officer takes no post that touches the day. */
    public boolean keepsFrom(UUID post, LocalDate first, LocalDate last) {
        return post.equals(postId) || sick && !day.isBefore(first) && !day.isAfter(last);
    }
}
