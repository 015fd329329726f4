package org.daywatch.platform.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openpdf.text.Image;

/** A QR code as one SVG path, so that it prints sharp at any size. */
public record QrDrawing(int size, String path) {

    public static QrDrawing of(String text) {
        var matrix = matrix(text);
        return new QrDrawing(matrix.getWidth(), path(matrix));
    }

    /** The same for paper: one bit for each dot, so that five hundred are a small file. */
    static Image image(String text) {
        var matrix = matrix(text);
        int dots = matrix.getWidth();
        int row = (dots + 7) / 8;
        var bits = new byte[row * dots];
        for (int y = 0; y < dots; y++)
            for (int x = 0; x < dots; x++) if (!matrix.get(x, y)) bits[y * row + x / 8] |= (byte) (0x80 >> x % 8);
        return Image.getInstance(dots, dots, 1, 1, bits);
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Not to be drawn as a QR code: " + text.length() + " characters", e);
        }
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (!matrix.get(x, y)) continue;
                int from = x;
                while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y)) x++;
                path.append('M').append(from).append(' ').append(y).append('h').append(x - from + 1).append("v1h-")
                        .append(x - from + 1).append('z');
            }
        }
        return path.toString();
    }
}
