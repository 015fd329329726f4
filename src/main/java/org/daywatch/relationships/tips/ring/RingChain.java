package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.cipher.Sealed;
import org.daywatch.platform.casekeys.WrappingKey;

/**
 * Each tick has a key of its own, made from that of the tick before, and no way leads back: whoever takes the key today
 * opens no copy of an earlier ring. Two records are written over in turn, so that one is whole whenever the process is
 * killed.
 */
final class RingChain {

    private static final String FILE = "chain";
    private static final int RECORD = 1024; // bytes; a service that wraps keys may answer with a few hundred
    private static final String PLACE = "key of the tip ring";

    private final RingDisk disk;
    private final WrappingKey outside;
    private Link now;

    /** The key of one tick. */
    record Link(long tick, byte[] key) {

        Link next() {
            return new Link(tick + 1, Sealed.derived(key, "next tick"));
        }

        byte[] slots() {
            return Sealed.derived(key, "slots");
        }
    }

    private RingChain(RingDisk disk, WrappingKey outside, Link now) {
        this.disk = disk;
        this.outside = outside;
        this.now = now;
    }

    /** @param copies there is something that a key of this chain has sealed */
    static RingChain open(RingDisk disk, WrappingKey outside, boolean copies) throws IOException {
        byte[] kept = disk.read(FILE);
        if (kept.length == 0 && copies) throw lost();
        if (kept.length == 0) {
            var chain = new RingChain(disk, outside, new Link(0, KeyFile.secret()));
            chain.keep(chain.now);
            return chain;
        }
        var one = record(kept, 0, outside);
        var other = record(kept, 1, outside);
        var newest = one.isPresent() && (other.isEmpty() || one.get().tick() > other.get().tick()) ? one : other;
        return new RingChain(disk, outside, newest.orElseThrow(RingChain::lost));
    }

    private static IllegalStateException lost() {
        return new IllegalStateException(
                "The key of the tip ring is not there, or the wrapping key does not open it: the tips that wait in the ring stay closed.\n"
                        + "Maybe restore the wrapping key; or move the ring's folder away, and say that tips of up to a quarter hour are lost.");
    }

    Link now() {
        return now;
    }

    /** From here on only what the next key sealed opens. After a failure nothing has changed. */
    void advance() throws IOException {
        var next = now.next();
        keep(next);
        now = next;
    }

    private void keep(Link link) throws IOException {
        byte[] wrapped = outside.wrap(ByteBuffer.allocate(40).putLong(link.tick()).put(link.key()).array(), PLACE);
        var record = ByteBuffer.allocate(RECORD).putShort((short) wrapped.length).put(wrapped);
        disk.write(FILE, (int) (link.tick() % 2) * RECORD, record.array());
    }

    private static Optional<Link> record(byte[] kept, int which, WrappingKey outside) {
        if (kept.length < (which + 1) * RECORD) return Optional.empty();
        var record = ByteBuffer.wrap(kept, which * RECORD, RECORD);
        int length = record.getShort();
        if (length <= 0 || length > record.remaining()) return Optional.empty();
        byte[] wrapped = new byte[length];
        record.get(wrapped);
        try {
            var plain = ByteBuffer.wrap(outside.unwrap(wrapped, PLACE));
            long tick = plain.getLong();
            byte[] key = new byte[plain.remaining()];
            plain.get(key);
            return Optional.of(new Link(tick, key));
        } catch (IllegalStateException torn) {
            return Optional.empty();
        }
    }
}
