package org.daywatch.emergencies.lane.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Against noise, never against a first press: each sender has a store of presses that fills up again, so the first one
 * always passes. Addresses are counted only by what they got wrong: a school behind one address is not junk.
 */
final class SenderLimits {

    private final Cache<String, Bucket> senders = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final int presses;
    private final int acks;

    SenderLimits(int presses, int acks) {
        this.presses = presses;
        this.acks = acks;
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(10)).build();
    }

    boolean mayPress(String sender) {
        return senders.get("press " + sender, k -> new Bucket(presses, presses / 60.0)).take();
    }

    boolean mayAck(String sender) {
        return senders.get("ack " + sender, k -> new Bucket(acks, acks / 30.0)).take();
    }

    /** For names: as often as figures change, and no more than answers. */
    boolean mayAsk(String sender) {
        return senders.get("ask " + sender, k -> new Bucket(acks, acks / 30.0)).take();
    }

    /**
     * Something without a valid sender came from there. @return false where so much came that it is not worth an answer
     */
    boolean wrong(String address) {
        return addresses.get(address, k -> new Bucket(200, 20)).take();
    }

    /** A store of so many, refilled by so many a second; by the monotonic clock, which nobody sets. */
    private static final class Bucket {

        private final int most;
        private final double perSecond;
        private double left;
        private long at = System.nanoTime();

        Bucket(int most, double perSecond) {
            this.most = most;
            this.perSecond = perSecond;
            this.left = most;
        }

        synchronized boolean take() {
            long now = System.nanoTime();
            left = Math.min(most, left + (now - at) / 1e9 * perSecond);
            at = now;
            if (left < 1) return false;
            left--;
            return true;
        }
    }
}
