package org.daywatch.emergencies.lane.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.daywatch.platform.database.Ballast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final long SMALL = 200;

    @TempDir Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestartInItsOrder() throws IOException {
        try (var spool = spool()) {
            spool.open();
            spool.append(List.of("P one", "A two"));
            spool.append(List.of("P thrée"));
        }
        var left = spool().open();
        assertThat(left.lines()).containsExactly(new SpoolLine(1, "P one"), new SpoolLine(2, "A two"),
                new SpoolLine(3, "P thrée"));
        assertThat(left.stored()).isZero();
    }

    @Test
    void aTornTailIsCutAtEveryByteAndNothingBeforeItIsLost() throws IOException {
        try (var spool = spool()) {
            spool.open();
            spool.append(List.of("P one"));
            spool.append(List.of("P two, which the power cut tears"));
        }
        var file = logs().getFirst();
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first; length < whole.length; length++) {
            for (var other : logs()) Files.delete(other);
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (var spool = spool()) {
                assertThat(spool.open().lines()).as("torn after %s bytes", length)
                        .containsExactly(new SpoolLine(1, "P one"));
                assertThat(spool.append(List.of("P again"))).containsExactly(new SpoolLine(2, "P again"));
            }
            assertThat(Files.size(file)).isEqualTo(first);
        }
    }

    @Test
    void aLineThatWasAlteredOnDiskIsLeftOutAndThoseAfterItAreNot() throws IOException {
        try (var spool = spool()) {
            spool.open();
            spool.append(List.of("P one", "P two", "P three"));
        }
        var file = logs().getFirst();
        Files.writeString(file, Files.readString(file).replace("P two", "P ten"));
        assertThat(spool().open().lines()).extracting(SpoolLine::text).containsExactly("P one", "P three");
    }

    @Test
    void aLineThatIsRefusedKeepsItsOwnFileAndNoOther() throws IOException {
        try (var spool = spool()) {
            spool.open();
            for (int i = 1; i <= 60; i++) spool.append(List.of("P number " + i + " with some words"));
            spool.stored(60, Set.of(20L));
            assertThat(logs()).as("another server might lack them").hasSizeGreaterThan(10);
            spool.settled(60, "this one");
            assertThat(logs()).as("that of the refused one, and the two that always stay").hasSize(3);
        }
        var left = spool().open();
        assertThat(left.lines()).extracting(SpoolLine::sequence).contains(20L, 60L).doesNotContain(1L, 40L);
        assertThat(left.lines()).filteredOn(line -> !left.isStored(line)).extracting(SpoolLine::sequence)
                .containsExactly(20L);
    }

    @Test
    void aFileGoesWhenNoServerCanLackWhatIsInItAndNotBefore() throws IOException {
        try (var spool = spool()) {
            spool.open();
            for (int i = 1; i <= 60; i++) spool.append(List.of("P number " + i + " with some words"));
            int all = logs().size();
            assertThat(all).isGreaterThan(5);
            spool.stored(60, Set.of());
            spool.settled(1, "this one");
            assertThat(logs()).hasSize(all);
            spool.settled(60, "this one");
            assertThat(logs()).hasSize(2);
        }
        var left = spool().open();
        assertThat(left.stored()).isEqualTo(60);
        assertThat(left.settled()).isEqualTo(60);
        assertThat(left.server()).isEqualTo("this one");
    }

    @Test
    void aMarkThatCannotBeReadMeansFromTheBeginning() throws IOException {
        try (var spool = spool()) {
            spool.open();
            spool.append(List.of("P one"));
            spool.stored(1, Set.of());
        }
        Files.writeString(folder.resolve("log/stored"), "0000");
        assertThat(spool().open().stored()).isZero();
    }

    @Test
    void aFullDiskTakesTheBallastFirstThenRefusesAndNothingHalfStays() throws IOException {
        var room = new AtomicLong(400);
        SpoolFile.Disk small = file -> new SmallDisk(SpoolFile.open(file), room);
        var ballast = new Ballast(folder.resolve("ballast"), 10_000) {
            @Override
            public void drop() throws IOException {
                if (!gone()) room.addAndGet(500); // what the file took
                super.drop();
            }
        };
        int accepted = 0;
        try (var spool = new Spool(folder, 100_000, small, ballast)) {
            spool.open();
            try {
                while (true) {
                    spool.append(List.of("P a press of forty characters, or so, yes"));
                    accepted++;
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
            assertThat(accepted).isBetween(12, 16);
            assertThat(spool.full()).isTrue();
            assertThat(spool.low()).isTrue();
            assertThatThrownBy(() -> spool.append(List.of("P another press of forty characters, too")))
                    .isInstanceOf(IOException.class);
            room.addAndGet(10_000);
            spool.append(List.of("P room again"));
            assertThat(spool.full()).isFalse();
        }
        var lines = new Spool(folder, 100_000, SpoolFile::open, new Ballast(folder.resolve("none"), 0)).open().lines();
        assertThat(lines).hasSize(accepted + 1);
        assertThat(lines.getLast().text()).isEqualTo("P room again");
        assertThat(lines).extracting(SpoolLine::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, accepted + 1).mapToObj(Long::valueOf).toList());
    }

    @Test
    void nobodyElseOnTheMachineMayReadTheLog() throws IOException {
        try (var spool = spool()) {
            spool.open();
        }
        assertThat(java.nio.file.attribute.PosixFilePermissions
                .toString(Files.getPosixFilePermissions(folder.resolve("log")))).isEqualTo("rwx------");
    }

    @Test
    void aReserveOfRealBlocksIsLaidAndCountsAsUsedWhenItIsGone() throws IOException {
        var ballast = new Ballast(folder.resolve("ballast"), 1 << 20);
        ballast.lay();
        assertThat(Files.size(folder.resolve("ballast"))).isEqualTo(1 << 20);
        assertThat(ballast.gone()).isFalse();
        ballast.drop();
        assertThat(folder.resolve("ballast")).doesNotExist();
        assertThat(ballast.gone()).isTrue();
    }

    private Spool spool() {
        return new Spool(folder.resolve("log"), SMALL, SpoolFile::open, new Ballast(folder.resolve("none"), 0));
    }

    private List<Path> logs() throws IOException {
        try (var all = Files.list(folder.resolve("log"))) {
            return all.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        }
    }

    /** Writes what still fits, as a real one does, and then says that it is full. */
    private record SmallDisk(SpoolFile file, AtomicLong room) implements SpoolFile {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            long fits = Math.min(room.get(), bytes.remaining());
            boolean all = fits == bytes.remaining();
            file.append(bytes.slice(bytes.position(), (int) fits));
            room.addAndGet(-fits);
            if (!all) throw new IOException("No space left on device");
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            room.addAndGet(file.size() - size);
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
