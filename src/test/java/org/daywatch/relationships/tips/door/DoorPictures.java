package org.daywatch.relationships.tips.door;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Invented pictures as phones send them. */
final class DoorPictures {

    private DoorPictures() {}

    /** A talk on a phone, as PNG. */
    static byte[] screenshot(int w, int h, String said) throws IOException {
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xeef2f7));
        pen.fillRect(0, 0, w, h);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(12, w / 22)));
        for (int y = w / 10; y < h; y += w / 5) {
            pen.setColor(new Color(0x2f6fd0));
            pen.fillRoundRect(w / 20, y - w / 14, w * 4 / 5, w / 9, 30, 30);
            pen.setColor(Color.WHITE);
            pen.drawString(said, w / 12, y);
        }
        pen.dispose();
        return encoded(image, "png");
    }

    /** What becomes as large as a picture of a tip may be, as JPEG. */
    static byte[] noise(int w, int h) throws IOException {
        var random = new Random(w);
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) image.setRGB(x, y, random.nextInt());
        return encoded(image, "jpeg");
    }

    /** With a text behind its end. */
    static byte[] planted(byte[] picture, String text) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(picture);
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, format, stream);
        }
        return out.toByteArray();
    }
}
