package org.daywatch.emergencies.lane.http;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Whether there is memory for another screen: of the heap what is left after a collection counts, since what a
 * collection takes away is no shortage; and of the memory beside it, where sockets have their buffers.
 */
final class MemoryLeft {

    private final int percent;
    private final DoubleSupplier heap;
    private final DoubleSupplier beside;

    /** @param percent in use from which on it is short */
    MemoryLeft(int percent) {
        this(percent, heap(), beside());
    }

    /** @param heap share in use, 0 to 1 @param beside likewise */
    MemoryLeft(int percent, DoubleSupplier heap, DoubleSupplier beside) {
        this.percent = percent;
        this.heap = heap;
        this.beside = beside;
    }

    boolean isShort() { return Math.max(heap.getAsDouble(), beside.getAsDouble()) * 100 >= percent; }

    /** The pool in which what stays gathers; 0 before its first collection. */
    private static DoubleSupplier heap() {
        Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
        if (old.isEmpty()) return () -> 0;
        var pool = old.get();
        return () -> {
            var left = pool.getCollectionUsage();
            return left.getMax() <= 0 ? 0 : (double) left.getUsed() / left.getMax();
        };
    }

    private static DoubleSupplier beside() {
        long most = most();
        var buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).findFirst();
        return () -> (double) Math.max(PlatformDependent.usedDirectMemory(),
                buffers.map(BufferPoolMXBean::getMemoryUsed).orElse(0L)) / most;
    }

    private static long most() {
        long netty = PlatformDependent.maxDirectMemory();
        if (netty > 0) return netty;
        long named = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize").getValue());
        return named > 0 ? named : Runtime.getRuntime().maxMemory(); // as the virtual machine decides where nothing is named
    }
}
