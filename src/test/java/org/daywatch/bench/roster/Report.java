package org.daywatch.bench.roster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Plain lines a person can read and compare. */
public final class Report {

    private Report() {}

    public static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** What the figures were taken on, and how busy it was with other work. */
    public static void machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        line("machine: %s, %d processors, %d MB of heap at most, Java %s; load average at the start %.1f", processor(),
                system.getAvailableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, System.getProperty("java.vm.version"),
                system.getSystemLoadAverage());
        line("cpu-s: CPU seconds of this process while it solved; where they are far fewer than the seconds asked for, other work had the processors");
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name")).map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst().orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
