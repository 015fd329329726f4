package org.daywatch.platform.intake;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is text in an encoding we know. Opening refuses everything else with a sentence that says what it is
 * instead.
 */
public final class TextFile {
    /** Larger files are split by whoever makes them; ours are tables of schools, rosters and hours. */
    public static final long LIMIT = 512L * 1024 * 1024;
    private static final int HEAD = 8192;

    private final Source source;
    private final String name;
    private final TextEncoding encoding;
    private final long size;
    private final FileKind kind;
    private final AtomicLong position = new AtomicLong();

    /** Where its bytes come from, as often as they are read. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private TextFile(Source source, String name, TextEncoding encoding, long size, FileKind kind) {
        this.kind = kind;
        this.source = source;
        this.name = name;
        this.encoding = encoding;
        this.size = size;
    }

    public static TextFile open(Path path, String name) {
        return open(path, name, FileKind.TEXT);
    }

    /** @param also a kind of file that is taken besides plain text; it is text, too */
    public static TextFile open(Path path, String name, FileKind also) {
        try {
            if (Files.isDirectory(path)) throw new IntakeRefused("intake.file.folder", name);
            return open(() -> Files.newInputStream(path), Files.size(path), name, also);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** In memory: of what is read here nothing is written anywhere. */
    public static TextFile of(byte[] bytes, String name) {
        return open(() -> new ByteArrayInputStream(bytes), bytes.length, name, FileKind.TEXT);
    }

    private static TextFile open(Source source, long size, String name, FileKind also) {
        try {
            if (size == 0) throw new IntakeRefused("intake.file.empty", name);
            if (size > LIMIT) {
                throw new IntakeRefused("intake.file.large", name, (int) (size >> 20), (int) (LIMIT >> 20));
            }
            byte[] head;
            try (InputStream in = source.open()) {
                head = in.readNBytes(HEAD);
            }
            FileKind kind = FileKind.of(head);
            if (kind != FileKind.TEXT && kind != also) throw new IntakeRefused(kind.advice(name));
            return new TextFile(source, name, TextEncoding.of(source, head), size, kind);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public FileKind kind() {
        return kind;
    }

    public long size() {
        return size;
    }

    /** Bytes read so far, for progress. */
    public long position() {
        return position.get();
    }

    public BufferedReader reader() throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.markLength());
        position.set(encoding.markLength());
        Reader reader = new InputStreamReader(new Counting(in, position), encoding.charset());
        return new BufferedReader(reader, 1 << 16);
    }

    /** The beginning of the text, for finding out its shape. */
    String beginning(int bytes) throws IOException {
        try (InputStream in = source.open()) {
            in.skipNBytes(encoding.markLength());
            return new String(in.readNBytes(bytes), encoding.charset());
        }
    }

    boolean isCalendar() throws IOException {
        return beginning(64).stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
    }

    private static final class Counting extends FilterInputStream {
        private final AtomicLong position;

        Counting(InputStream in, AtomicLong position) {
            super(in);
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) position.incrementAndGet();
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) position.addAndGet(n);
            return n;
        }
    }
}
