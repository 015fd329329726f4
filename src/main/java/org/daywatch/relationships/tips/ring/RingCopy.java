package org.daywatch.relationships.tips.ring;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.cipher.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The whole ring as bytes of a file: slots of one length, each sealed by itself with the number of the tick inside.
 * Empty and full ones look the same.
 */
final class RingCopy {

    static final int SLOT = 4096;
    private static final int PLAIN = SLOT - Sealed.LONGER;
    private static final int HEAD = 8 + 1 + 16 + 16 + 16 + 4 + 8 + 4;
    static final int MOST_CONTENT = PLAIN - HEAD;

    private static final byte EMPTY = 0;
    private static final byte ROUTINE = 1;
    private static final byte LIFE_SAFETY = 2;

    private final SlotSeal seal;
    private final RingChance chance;

    RingCopy(SlotSeal seal, RingChance chance) {
        this.seal = seal;
        this.chance = chance;
    }

    static byte[] seal(byte[] key, int slot, byte[] plain) {
        return Sealed.seal(key, plain, place(slot));
    }

    /**
     * @param tick the highest found in it
     * @param unreadable slots that do not open, or are of another tick
     */
    record Read(long tick, List<WaitingTip> tips, int unreadable) {

        boolean whole() {
            return unreadable == 0;
        }
    }

    byte[] write(byte[] key, long tick, RingContent content) {
        int slots = content.slots();
        List<@Nullable WaitingTip> places = new ArrayList<>(content.tips());
        places.addAll(Collections.nCopies(slots - places.size(), null));
        places = chance.slots(places);
        var all = ByteBuffer.allocate(slots * SLOT);
        for (int slot = 0; slot < slots; slot++) all.put(seal.seal(key, slot, plain(tick, places.get(slot))));
        return all.array();
    }

    static Read read(byte[] key, byte[] bytes) {
        long tick = -1;
        int unreadable = bytes.length % SLOT == 0 && bytes.length > 0 ? 0 : 1;
        var tips = new ArrayList<WaitingTip>();
        for (int slot = 0; (slot + 1) * SLOT <= bytes.length; slot++) {
            var plain = Sealed.open(key, ByteBuffer.wrap(bytes, slot * SLOT, SLOT), place(slot)).map(ByteBuffer::wrap);
            if (plain.isEmpty()) {
                unreadable++;
                continue;
            }
            long of = plain.get().getLong();
            if (tick >= 0 && of != tick) unreadable++;
            tick = Math.max(tick, of);
            tip(plain.get()).ifPresent(tips::add);
        }
        return new Read(tick, tips, unreadable);
    }

    private static String place(int slot) {
        return "tip ring slot " + slot;
    }

    private static byte[] plain(long tick, @Nullable WaitingTip tip) {
        var plain = ByteBuffer.allocate(PLAIN).putLong(tick);
        if (tip == null) return plain.put(EMPTY).array();
        plain.put(tip.lifeSafety() ? LIFE_SAFETY : ROUTINE);
        for (var id : List.of(tip.id(), tip.district(), tip.school()))
            plain.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return plain.putInt((int) tip.day().toEpochDay()).putLong(tip.bucket()).putInt(tip.content().length)
                .put(tip.content()).array();
    }

    private static Optional<WaitingTip> tip(ByteBuffer plain) {
        byte kind = plain.get();
        if (kind == EMPTY) return Optional.empty();
        var id = new UUID(plain.getLong(), plain.getLong());
        var district = new UUID(plain.getLong(), plain.getLong());
        var school = new UUID(plain.getLong(), plain.getLong());
        var day = LocalDate.ofEpochDay(plain.getInt());
        long bucket = plain.getLong();
        byte[] content = new byte[plain.getInt()];
        plain.get(content);
        return Optional.of(new WaitingTip(id, district, school, day, kind == LIFE_SAFETY, bucket, content));
    }
}
