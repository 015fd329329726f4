package org.daywatch.platform.pictures;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG file says it (Exif orientation, 1 to 8); without its notes the picture must stand by
 * itself.
 */
final class JpegTurn {

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;

    private JpegTurn() {}

    /** 1 (upright) where the file does not say, or says it wrongly. */
    static int of(byte[] jpeg) {
        try {
            var b = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 < jpeg.length && (b.get(at) & 0xff) == 0xff) {
                int marker = b.get(at + 1) & 0xff;
                if (marker == START_OF_SCAN) return 1;
                int length = b.getShort(at + 2) & 0xffff;
                if (marker == APP1 && length > 14 && b.getInt(at + 4) == 0x45786966) return inExif(b, at + 10);
                at += 2 + length;
            }
            return 1;
        } catch (IndexOutOfBoundsException cutOff) {
            return 1;
        }
    }

    private static int inExif(ByteBuffer b, int tiff) {
        b.order(b.getShort(tiff) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff + b.getInt(tiff + 4);
        int entries = b.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((b.getShort(entry) & 0xffff) == ORIENTATION) {
                int turn = b.getShort(entry + 8) & 0xffff;
                return turn >= 1 && turn <= 8 ? turn : 1;
            }
        }
        return 1;
    }

    /** Sets a picture of w by h dots upright; from 5 on width and height change places. */
    static AffineTransform upright(int turn, double w, double h) {
        return switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
