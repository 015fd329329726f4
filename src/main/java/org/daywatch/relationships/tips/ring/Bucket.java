package org.daywatch.relationships.tips.ring;

import java.time.Duration;
import java.time.Instant;

/** Pieces of time of one length, counted from 1970. Of a tip nobody learns more than the piece it came in. */
record Bucket(Duration length) {

    long of(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), length.toMillis());
    }
}
