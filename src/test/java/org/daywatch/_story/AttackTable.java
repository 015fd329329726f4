package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What was tried against an installation, how often, how each try ended, how long the slowest took and how much memory
 * at most.
 */
public final class AttackTable {

    private static final String HEAD = """
            # What was tried, and how it ended

            Written by `AttackCorpusIT`. The slowest try and the highest the heap rose meanwhile, on the machine it ran on.

            | Attack | Tries | How they ended | Slowest | Heap rose by |
            |---|---|---|---|---|
            """;

    private final Path file;
    private final List<Row> rows = new ArrayList<>();

    public AttackTable(Path file) {
        this.file = file;
    }

    /** One kind of attack; measured until it is closed. */
    public final class Row implements AutoCloseable {

        private final String attack;
        private final Map<String, Integer> ended = new TreeMap<>();
        private final long before;
        private Duration slowest = Duration.ZERO;
        private long rose;

        private Row(String attack) {
            this.attack = attack;
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            before = heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        }

        /** @return how it ended, as the attack says */
        public String tried(Callable<String> attack) throws Exception {
            long began = System.nanoTime();
            String how = attack.call();
            var took = Duration.ofNanos(System.nanoTime() - began);
            if (took.compareTo(slowest) > 0) slowest = took;
            ended.merge(how, 1, Integer::sum);
            return how;
        }

        public Map<String, Integer> ended() {
            return ended;
        }

        public int tries() {
            return ended.values().stream().mapToInt(Integer::intValue).sum();
        }

        public Duration slowest() {
            return slowest;
        }

        /** In bytes, as soon as it is closed. */
        public long rose() {
            return rose;
        }

        @Override
        public void close() {
            if (rows.contains(this)) return;
            rose = Math.max(0, heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before);
            rows.add(this);
            write();
        }

        private String line() {
            return "| " + attack + " | " + tries() + " | " + String.join(", ", ended.entrySet().stream()
                    .map(e -> e.getKey() + (e.getValue() == tries() ? "" : " (" + e.getValue() + ")")).toList()) + " | "
                    + slowest.toMillis() + " ms | " + (rose >> 20) + " MB |\n";
        }
    }

    public Row row(String attack) {
        return new Row(attack);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, HEAD + String.join("", rows.stream().map(Row::line).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
