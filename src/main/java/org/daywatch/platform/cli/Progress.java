package org.daywatch.platform.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How far a command is, on the error stream: silent for the first second, then one line rewritten on a terminal and a
 * line every few seconds anywhere else. The answer itself goes to standard output and is never mixed with it.
 */
public final class Progress implements AutoCloseable {

    private static final Duration SILENT = Duration.ofSeconds(1);
    private static final Duration REWRITTEN = Duration.ofMillis(250);
    private static final Duration LINES = Duration.ofSeconds(5);
    private static final int WIDEST = 78;

    private final PrintStream out;
    private final boolean terminal;
    private long begun = -1;
    private long shown = -1;
    private boolean onLine;
    private volatile String says = "";
    private volatile boolean ended;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Looks at the clock by itself, so that a step that says nothing for a while is still seen to be at work. */
    static Progress onErrorStream() {
        var progress = new Progress(System.err, isTerminal());
        Thread.ofPlatform().daemon().name("progress").start(progress::watch);
        return progress;
    }

    /** Of a command that could not even begin. */
    public static void lastWord(String sentence) {
        System.err.println(sentence);
    }

    /** Nobody looks. */
    public static Progress unseen() {
        return new Progress(System.err, false);
    }

    /** @param step what is being done now and how far it is; said as often as one likes, shown now and then */
    public void says(String step) {
        says = step;
    }

    /** @param all 0 when nobody knows */
    public void megabytes(String step, long done, long all) {
        says = step + ": " + done / 1_000_000 + (all > 0 ? " of " + all / 1_000_000 : "") + " MB";
    }

    /** Takes the line away; what is printed next begins at the margin. */
    @Override
    public synchronized void close() {
        ended = true;
        if (onLine) {
            out.print("\r" + " ".repeat(WIDEST) + "\r");
            out.flush();
        }
        onLine = false;
    }

    /** @param now in nanoseconds of any clock that only goes forward */
    synchronized void look(long now) {
        if (begun < 0) begun = now;
        if (ended || says.isEmpty() || now - begun < SILENT.toNanos()) return;
        if (shown >= 0 && now - shown < (terminal ? REWRITTEN : LINES).toNanos()) return;
        shown = now;
        var line = says + ", " + (now - begun) / 1_000_000_000 + " s";
        if (line.length() > WIDEST) line = line.substring(0, WIDEST - 1) + "…";
        if (terminal) out.print("\r" + line + " ".repeat(WIDEST - line.length()));
        else out.println(line);
        out.flush();
        onLine = terminal;
    }

    private void watch() {
        try {
            while (!ended) {
                look(System.nanoTime());
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Java knows it of the three streams together only; a file or a pipe must not be filled with rewritten lines. */
    private static boolean isTerminal() {
        try {
            var stream = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return stream.startsWith("/dev/pts/") || stream.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
