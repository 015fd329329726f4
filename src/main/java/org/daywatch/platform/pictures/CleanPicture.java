package org.daywatch.platform.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.TooMany;

/**
 * A photo drawn anew from its dots, turned as it was held: of what the camera wrote beside them (place, time, owner, a
 * small copy) nothing is left. At most 2048 dots on the longer edge, of a plan 4096. Nothing of it is written to a disk
 * meanwhile.
 */
public record CleanPicture(String mediaType, int width, int height, byte[] bytes) {

    public static final int LARGEST_FILE = 15 << 20;
    static final int LONGEST_EDGE = 2048;
    /** A letter sheet at 300 dots an inch keeps its small print. */
    public static final int LONGEST_PLAN = 4096;
    private static final int LARGEST_KEPT = 8 << 20;
    public static final int LARGEST_SMALL = 8 << 20;
    /** Larger than what telephones take; a small file may say that it holds a thousand times as much. */
    private static final Limits PHOTO = new Limits(LARGEST_FILE, 64_000_000, "web.photo.large");
    /** Of whoever nobody knows: one that comes in steps is held whole, six bytes for each of its dots. */
    private static final Limits SMALL = new Limits(LARGEST_SMALL, 26_000_000, "web.picture.large");
    private static final float[] CARE = {0.85f, 0.75f, 0.65f, 0.55f, 0.45f, 0.35f};
    /** Each takes some tens of megabytes while it is drawn. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * @throws InvalidInput naming {@code photo} when it is empty, too large, neither JPEG nor PNG, or broken
     * @throws TooMany when others wait to be drawn for too long
     */
    public static CleanPicture of(byte[] file) {
        return of(file, "photo", LONGEST_EDGE);
    }

    /** @param field of the form, which is named where the file is wrong @param longest edge in dots */
    public static CleanPicture of(byte[] file, String field, int longest) {
        return drawn(file, field, longest, PHOTO, (from, format, turn) -> draw(from, format, turn, longest));
    }

    /**
     * As a JPEG no longer than a ceiling: first with less care, then with fewer dots. What was clear in a PNG is white.
     *
     * @param longest edge in dots. @param most bytes
     */
    public static CleanPicture small(byte[] file, String field, int longest, int most) {
        return drawn(file, field, longest, SMALL, (from, format, turn) -> {
            for (int edge = longest;; edge = edge * 3 / 4) {
                var to = redrawn(from, turn, edge, false);
                for (float care : CARE) {
                    byte[] bytes = jpeg(to, care);
                    if (bytes.length <= most)
                        return new CleanPicture("image/jpeg", to.getWidth(), to.getHeight(), bytes);
                }
            }
        });
    }

    /** @param large what is said where it is over one of them */
    private record Limits(long bytes, long dots, String large) {}

    /** @param turn how it was held, as {@link JpegTurn} counts */
    private interface Drawing {

        CleanPicture of(BufferedImage from, String format, int turn) throws IOException;
    }

    private static CleanPicture drawn(byte[] file, String field, int longest, Limits limits, Drawing drawing) {
        if (file.length == 0) throw new InvalidInput(field, "0", "web.photo.empty");
        if (file.length > limits.bytes()) throw new InvalidInput(field, megabytes(file.length), limits.large());
        if (!isOne(file)) throw new InvalidInput(field, "", "web.photo.type");
        String format = jpeg(file) ? "jpeg" : "png";
        waitForTurn();
        try {
            return drawing.of(read(file, format, field, longest, limits), format,
                    format.equals("jpeg") ? JpegTurn.of(file) : 1);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput said) throw said;
            throw new InvalidInput(field, "", "web.photo.broken");
        } finally {
            AT_ONCE.release();
        }
    }

    private static byte[] jpeg(BufferedImage image, float care) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(care);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** By its first bytes. */
    public static boolean isOne(byte[] file) {
        return jpeg(file) || png(file);
    }

    private static void waitForTurn() {
        try {
            if (AT_ONCE.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TooMany("more photos at once than can be drawn");
    }

    /**
     * Before a file is read into memory. @param bytes its size @throws InvalidInput naming {@code photo}, with its size
     * in MB, when it is larger than {@link #LARGEST_FILE}
     */
    public static void mayBe(long bytes) {
        if (bytes > LARGEST_FILE)
            throw new InvalidInput("photo", megabytes(bytes), "web.photo.large");
    }

    private static String megabytes(long bytes) {
        return (bytes + (1 << 20) - 1 >> 20) + " MB";
    }

    /**
     * Its size is asked before its dots are unpacked, and of a large one only every second, third… dot is kept: never
     * more than twice as many on an edge as are drawn.
     */
    private static BufferedImage read(byte[] file, String format, String field, int longest, Limits limits)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > limits.dots())
                throw new InvalidInput(field, reader.getWidth(0) + " x " + reader.getHeight(0), limits.large());
            int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
            var some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage redrawn(BufferedImage from, int turn, int longest, boolean clear) {
        double scale = Math.min(1, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int w = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(from.getHeight() * scale));
        boolean lying = turn >= 5;
        var to = new BufferedImage(lying ? h : w, lying ? w : h,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform how = JpegTurn.upright(turn, w, h);
        how.scale((double) w / from.getWidth(), (double) h / from.getHeight());
        if (!clear) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, to.getWidth(), to.getHeight());
        }
        pen.drawImage(from, how, null);
        pen.dispose();
        return to;
    }

    private static CleanPicture draw(BufferedImage from, String format, int turn, int longest) throws IOException {
        var to = redrawn(from, turn, longest, format.equals("png") && from.getColorModel().hasAlpha());
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(to, format, stream)) throw new IOException("no writer for " + format);
        }
        // A photo saved as PNG is many times its size as JPEG.
        if (out.size() > LARGEST_KEPT && format.equals("png")) return draw(from, "jpeg", turn, longest);
        return new CleanPicture("image/" + format, to.getWidth(), to.getHeight(), out.toByteArray());
    }

    private static boolean jpeg(byte[] b) {
        return b.length > 3 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xd8 && (b[2] & 0xff) == 0xff;
    }

    private static boolean png(byte[] b) {
        return b.length > 8 && (b[0] & 0xff) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G' && b[4] == 13
                && b[5] == 10 && b[6] == 26 && b[7] == 10;
    }
}
