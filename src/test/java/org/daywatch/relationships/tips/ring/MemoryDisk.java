package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A disk that loses its power in the middle of a write: some of its sectors are new then, others old. */
final class MemoryDisk implements RingDisk {

    private static final int SECTOR = 512;

    final Map<String, byte[]> files = new HashMap<>();
    private final Random random;
    private int writesLeft = Integer.MAX_VALUE;
    private boolean refuses;

    MemoryDisk(Random random) {
        this.random = random;
    }

    static final class PowerLost extends RuntimeException {}

    /** @param writes so many go well, the next is torn */
    void loseAfter(int writes) {
        writesLeft = writes;
    }

    void refuse(boolean now) {
        refuses = now;
    }

    @Override
    public byte[] read(String file) {
        return files.getOrDefault(file, new byte[0]).clone();
    }

    @Override
    public void write(String file, int offset, byte[] bytes) throws IOException {
        if (refuses) throw new IOException("No space left on device");
        byte[] now = files.getOrDefault(file, new byte[0]);
        byte[] next = Arrays.copyOf(now, Math.max(now.length, offset + bytes.length));
        boolean torn = writesLeft-- == 0;
        for (int at = 0; at < bytes.length; at += SECTOR)
            if (!torn || random.nextBoolean())
                System.arraycopy(bytes, at, next, offset + at, Math.min(SECTOR, bytes.length - at));
        files.put(file, next);
        if (torn) throw new PowerLost();
    }

    @Override
    public void close() {}
}
