package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A folder of this node alone. Its files are made once and from then on only written over. */
final class RingFolder implements RingDisk {

    private static final Set<StandardOpenOption> BOTH = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
            StandardOpenOption.CREATE);

    private final Path folder;
    private final FileChannel lock;
    private final Map<String, FileChannel> open = new HashMap<>();

    private RingFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws IOException where another process of this machine has it */
    static RingFolder open(Path folder) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var channel = FileChannel.open(folder.resolve("lock"), BOTH, owner());
        try {
            if (channel.tryLock() != null) return new RingFolder(folder, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("This process has the ring in " + folder + " open already.", e);
        }
        channel.close();
        throw new IOException("Another process has the ring in " + folder + ". End it, or name another folder.");
    }

    @Override
    public byte[] read(String file) throws IOException {
        var path = folder.resolve(file);
        return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    }

    @Override
    public void write(String file, int offset, byte[] bytes) throws IOException {
        var channel = open.get(file);
        if (channel == null) {
            channel = FileChannel.open(folder.resolve(file), BOTH, owner());
            open.put(file, channel);
            try (var itself = FileChannel.open(folder, StandardOpenOption.READ)) {
                itself.force(true); // the name of a new file is on the disk too
            }
        }
        var from = ByteBuffer.wrap(bytes);
        while (from.hasRemaining()) channel.write(from, offset + from.position());
        channel.force(false);
    }

    private static java.nio.file.attribute.FileAttribute<?> owner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() throws IOException {
        for (var channel : open.values()) channel.close();
        lock.close();
    }
}
