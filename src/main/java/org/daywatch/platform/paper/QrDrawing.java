package org.daywatch.platform.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.openpdf.text.Image;

/** A QR code as one SVG path, so that it prints sharp at any size. */
public record QrDrawing(int size, String path) {

    public static QrDrawing of(String text) {
        var matrix = matrix(text);
        return new QrDrawing(matrix.getWidth(), path(matrix));
    }

    /** The same for paper: each dot eight pixels wide. */
    static Image image(String text) {
        var matrix = matrix(text);
        int dots = matrix.getWidth();
        var picture = new BufferedImage(dots * 8, dots * 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < dots * 8; y++) for (int x = 0; x < dots * 8; x++) picture.setRGB(x, y, matrix.get(x / 8, y / 8) ? 0 : 0xffffff);
        try {
            return Image.getInstance(picture, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                path.append('M').append(from).append(' ').append(y).append('h').append(x - from + 1).append("v1h-").append(x - from + 1).append('z');
            }
        }
        return path.toString();
    }
}
