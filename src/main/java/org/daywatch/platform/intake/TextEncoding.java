package org.daywatch.platform.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which encoding a text was saved: by its mark where it has one, otherwise by reading all of it once. */
record TextEncoding(Charset charset, int markLength) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextEncoding of(TextFile.Source file, byte[] head) throws IOException {
        if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
            throw new IntakeRefused("intake.encoding.utf32");
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) return checked(file, 3);
        if (startsWith(head, 0xFF, 0xFE)) return wide(file, StandardCharsets.UTF_16LE, 2);
        if (startsWith(head, 0xFE, 0xFF)) return wide(file, StandardCharsets.UTF_16BE, 2);
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        int pairs = head.length / 2;
        if (pairs >= 2 && odd > pairs * 0.6 && even < pairs * 0.1) return wide(file, StandardCharsets.UTF_16LE, 0);
        if (pairs >= 2 && even > pairs * 0.6 && odd < pairs * 0.1) return wide(file, StandardCharsets.UTF_16BE, 0);
        return checked(file, 0);
    }

    /** UTF-16 is read once for characters no text has, as UTF-8 is. */
    private static TextEncoding wide(TextFile.Source file, Charset charset, int mark) throws IOException {
        int line = 1;
        int before = 0;
        try (var in = new BufferedReader(new InputStreamReader(file.open(), charset.newDecoder()))) { // half a character is no replacement sign, but an exception
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\r' || c == '\n' && before != '\r') line++;
                if (isControl(c)) throw notText(line);
                before = c;
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IntakeRefused("intake.encoding.half", line);
        }
        return new TextEncoding(charset, mark);
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static IntakeRefused notText(int line) {
        return new IntakeRefused("intake.encoding.control", line);
    }

    /**
     * UTF-8 unless some byte cannot be; then Windows-1252, unless other characters of the file are UTF-8: either
     * reading would garble somebody's name.
     */
    private static TextEncoding checked(TextFile.Source file, int mark) throws IOException {
        var count = new Utf8Count();
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n > 0; n = in.read(block)) count.add(block, n);
            count.end();
        }
        if (count.control > 0) throw notText(count.firstControlLine);
        if (count.wrong == 0) return new TextEncoding(StandardCharsets.UTF_8, mark);
        if (mark > 0 || count.right > 0) {
            throw count.right > 0
                    ? new IntakeRefused("intake.encoding.mixed", count.firstRightLine, count.firstWrongLine)
                    : new IntakeRefused("intake.encoding.marked", count.firstWrongLine);
        }
        return new TextEncoding(WINDOWS, 0);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) if (head[i] == 0) zeros++;
        return zeros;
    }

    /** Counts the multi-byte characters of a stream that are, and that are not, UTF-8. */
    private static final class Utf8Count {
        int right;
        int wrong;
        int control;
        int firstRightLine;
        int firstWrongLine;
        int firstControlLine;
        private int line = 1;
        private int before;
        private int expected;

        void add(byte[] block, int length) {
            for (int i = 0; i < length; i++) add(block[i] & 0xFF);
        }

        void end() {
            if (expected > 0) wrong();
        }

        private void add(int b) {
            int last = before;
            before = b;
            if (expected > 0) {
                if ((b & 0xC0) == 0x80) {
                    if (--expected == 0) right();
                    return;
                }
                expected = 0;
                wrong();
            }
            if (b < 0x80) plain(b, last);
            else if (b >= 0xC2 && b <= 0xDF) expected = 1;
            else if (b >= 0xE0 && b <= 0xEF) expected = 2;
            else if (b >= 0xF0 && b <= 0xF4) expected = 3;
            else {
                wrong();
                // Bytes Windows-1252 leaves undefined: no text has them.
                if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) control();
            }
        }

        private void plain(int b, int last) {
            if (b == '\r' || b == '\n' && last != '\r') line++;
            else if (isControl(b)) control();
        }

        private void right() {
            if (right++ == 0) firstRightLine = line;
        }

        private void wrong() {
            if (wrong++ == 0) firstWrongLine = line;
        }

        private void control() {
            if (control++ == 0) firstControlLine = line;
        }
    }
}
