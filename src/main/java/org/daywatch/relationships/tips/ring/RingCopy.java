package org.daywatch.relationships.tips.ring;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private static final byte PICTURE = 3;

    private static final int PART_HEAD = 8 + 1 + 16 + 2 + 2 + 2;
    private static final int PART = PLAIN - PART_HEAD;
    private static final int MOST_PARTS = 12;
    static final int MOST_PICTURE = MOST_PARTS * PART;

    private final SlotSeal seal;
    private final RingChance chance;

    RingCopy(SlotSeal seal, RingChance chance) {
        this.seal = seal;
        this.chance = chance;
    }

    /** What stands in one slot: the words of a tip, or a part of its picture. */
    private record Slot(WaitingTip tip, int part) {

        static final int WORDS = -1;
    }

    /** So many slots a picture takes. */
    static int parts(byte[] picture) {
        return (picture.length + PART - 1) / PART;
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
        int slots = content.places();
        List<@Nullable Slot> places = new ArrayList<>();
        for (var tip : content.tips())
            for (int part = Slot.WORDS; part < parts(tip.picture()); part++) places.add(new Slot(tip, part));
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
        var pictures = new HashMap<UUID, SortedMap<Integer, byte[]>>();
        for (int slot = 0; (slot + 1) * SLOT <= bytes.length; slot++) {
            var plain = Sealed.open(key, ByteBuffer.wrap(bytes, slot * SLOT, SLOT), place(slot)).map(ByteBuffer::wrap);
            if (plain.isEmpty()) {
                unreadable++;
                continue;
            }
            long of = plain.get().getLong();
            if (tick >= 0 && of != tick) unreadable++;
            tick = Math.max(tick, of);
            var rest = plain.get();
            switch (rest.get()) {
                case EMPTY -> {}
                case PICTURE -> part(rest, pictures);
                case LIFE_SAFETY -> tips.add(tip(rest, true));
                default -> tips.add(tip(rest, false));
            }
        }
        tips.replaceAll(tip -> pictures.containsKey(tip.id()) ? tip.with(whole(pictures.get(tip.id()))) : tip);
        return new Read(tick, tips, unreadable);
    }

    private static void part(ByteBuffer plain, Map<UUID, SortedMap<Integer, byte[]>> pictures) {
        var of = new UUID(plain.getLong(), plain.getLong());
        int index = plain.getShort();
        int count = plain.getShort();
        byte[] bytes = new byte[plain.getShort()];
        plain.get(bytes);
        var parts = pictures.computeIfAbsent(of, id -> new TreeMap<>());
        parts.put(index, bytes);
        parts.putIfAbsent(count, WaitingTip.NO_PICTURE); // behind the last one: so many there have to be
    }

    /** None where a part of it is missing, as in a copy that was torn. */
    private static byte[] whole(SortedMap<Integer, byte[]> parts) {
        if (parts.size() != parts.lastKey() + 1) return WaitingTip.NO_PICTURE;
        var all = ByteBuffer.allocate(parts.values().stream().mapToInt(part -> part.length).sum());
        parts.values().forEach(all::put);
        return all.array();
    }

    private static String place(int slot) {
        return "tip ring slot " + slot;
    }

    private static byte[] plain(long tick, @Nullable Slot slot) {
        var plain = ByteBuffer.allocate(PLAIN).putLong(tick);
        if (slot == null) return plain.put(EMPTY).array();
        var tip = slot.tip();
        if (slot.part() != Slot.WORDS) {
            int from = slot.part() * PART;
            int length = Math.min(PART, tip.picture().length - from);
            return plain.put(PICTURE).putLong(tip.id().getMostSignificantBits())
                    .putLong(tip.id().getLeastSignificantBits()).putShort((short) slot.part())
                    .putShort((short) parts(tip.picture())).putShort((short) length).put(tip.picture(), from, length)
                    .array();
        }
        plain.put(tip.lifeSafety() ? LIFE_SAFETY : ROUTINE);
        for (var id : List.of(tip.id(), tip.district(), tip.school()))
            plain.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return plain.putInt((int) tip.day().toEpochDay()).putLong(tip.bucket()).putInt(tip.content().length)
                .put(tip.content()).array();
    }

    private static WaitingTip tip(ByteBuffer plain, boolean lifeSafety) {
        var id = new UUID(plain.getLong(), plain.getLong());
        var district = new UUID(plain.getLong(), plain.getLong());
        var school = new UUID(plain.getLong(), plain.getLong());
        var day = LocalDate.ofEpochDay(plain.getInt());
        long bucket = plain.getLong();
        byte[] content = new byte[plain.getInt()];
        plain.get(content);
        return new WaitingTip(id, district, school, day, lifeSafety, bucket, content);
    }
}
