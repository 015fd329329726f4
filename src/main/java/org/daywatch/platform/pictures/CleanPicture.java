package org.daywatch.platform.pictures;

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
import javax.imageio.ImageIO;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.TooMany;

/**
 * A photo drawn anew from its dots, turned as it was held: of what the camera wrote beside them (place, time, owner, a
 * small copy) nothing is left. At most 2048 dots on the longer edge, of a plan 4096.
 */
public record CleanPicture(String mediaType, int width, int height, byte[] bytes) {

    public static final int LARGEST_FILE = 15 << 20;
    static final int LONGEST_EDGE = 2048;
    /** A letter sheet at 300 dots an inch keeps its small print. */
    public static final int LONGEST_PLAN = 4096;
    private static final int LARGEST_KEPT = 8 << 20;
    /** Larger than what telephones take; a small file may say that it holds a thousand times as much. */
    private static final long MOST_DOTS = 64_000_000;
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
        if (file.length == 0) throw new InvalidInput(field, "0", "web.photo.empty");
        mayBe(file.length);
        if (!isOne(file)) throw new InvalidInput(field, "", "web.photo.type");
        String format = jpeg(file) ? "jpeg" : "png";
        waitForTurn();
        try {
            return draw(read(file, format, field, longest), format, format.equals("jpeg") ? JpegTurn.of(file) : 1,
                    longest);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput said) throw said;
            throw new InvalidInput(field, "", "web.photo.broken");
        } finally {
            AT_ONCE.release();
        }
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
            throw new InvalidInput("photo", (bytes + (1 << 20) - 1 >> 20) + " MB", "web.photo.large");
    }

    /**
     * Its size is asked before its dots are unpacked, and of a large one only every second, third… dot is kept: never
     * more than twice as many on an edge as are drawn.
     */
    private static BufferedImage read(byte[] file, String format, String field, int longest) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_DOTS)
                throw new InvalidInput(field, reader.getWidth(0) + " x " + reader.getHeight(0), "web.photo.large");
            int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / longest);
            var some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } finally {
            reader.dispose();
        }
    }

    private static CleanPicture draw(BufferedImage from, String format, int turn, int longest) throws IOException {
        double scale = Math.min(1, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int w = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(from.getHeight() * scale));
        boolean lying = turn >= 5;
        boolean clear = format.equals("png") && from.getColorModel().hasAlpha();
        var to = new BufferedImage(lying ? h : w, lying ? w : h,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform how = JpegTurn.upright(turn, w, h);
        how.scale((double) w / from.getWidth(), (double) h / from.getHeight());
        pen.drawImage(from, how, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(to, format, out)) throw new IOException("no writer for " + format);
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
