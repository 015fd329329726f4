package org.daywatch.relationships.tips.ring;

import java.io.IOException;

/** The few things the ring needs of a disk, so that a test can let it break anywhere. */
interface RingDisk extends AutoCloseable {

    /** @return all of it; nothing where there is no such file yet */
    byte[] read(String file) throws IOException;

    /** Over what is there. It is on the disk itself when this returns; the file keeps its place and name. */
    void write(String file, int offset, byte[] bytes) throws IOException;

    @Override
    void close() throws IOException;
}
