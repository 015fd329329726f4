package org.daywatch.relationships.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.daywatch.relationships.tips.thread.TipPicture;

/** A talk on a phone as somebody takes it along; bars for words, as a machine without letters can draw it. */
final class DrawnTalk {

    private static final int WIDTH = 540;
    private static final int LINE = 22;
    /** Of each message: whose it is, how many lines, how long the last one. */
    private static final int[][] SAID = {{0, 2, 180}, {0, 1, 250}, {1, 1, 120}, {0, 3, 90}, {0, 1, 310}, {0, 2, 210}};

    private DrawnTalk() {}

    static byte[] picture() {
        var image = new BufferedImage(WIDTH, 760, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xf4f6f8));
        pen.fillRect(0, 0, WIDTH, 760);
        int y = 40;
        for (int[] message : SAID) {
            int height = message[1] * LINE + 36;
            int x = message[0] == 0 ? 24 : WIDTH - 24 - 380;
            pen.setColor(new Color(message[0] == 0 ? 0xd9dee4 : 0x2f6fd0));
            pen.fillRoundRect(x, y, 380, height, 32, 32);
            pen.setColor(new Color(message[0] == 0 ? 0x4c5560 : 0xffffff));
            for (int line = 0; line < message[1]; line++)
                pen.fillRoundRect(x + 20, y + 22 + line * LINE, line == message[1] - 1 ? message[2] : 340, 10, 8, 8);
            y += height + 22;
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TipPicture.drawn(out.toByteArray(), "picture").jpeg();
    }
}
