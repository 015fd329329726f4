package org.daywatch.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.daywatch._story.Bombs;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** P-12 of docs/security. */
class CleanPictureTest {

    private static final String SECRET = "33.4484 N 112.0740 W serial 0042";

    @Test
    void nothingOfWhatTheCameraWroteIsLeftAndItStandsUpright() throws IOException {
        var clean = CleanPicture.of(withExif(encoded(picture(40, 20), "jpeg"), 6));
        assertThat(clean.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET)
                .doesNotContain("Exif");
        assertThat(new int[] {clean.width(), clean.height()}).as("turned a quarter").containsExactly(20, 40);
        var shown = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        // The left half was red and lies on top after a quarter turn to the right.
        assertThat(new Color(shown.getRGB(10, 8)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(10, 32)).getBlue()).isGreaterThan(200);
    }

    @Test
    void everyTurnKeepsAllDotsInside() throws IOException {
        for (int turn = 1; turn <= 8; turn++) {
            var clean = CleanPicture.of(withExif(encoded(picture(40, 20), "jpeg"), turn));
            var shown = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
            int red = 0;
            int blue = 0;
            for (int x = 0; x < shown.getWidth(); x++) {
                for (int y = 0; y < shown.getHeight(); y++) {
                    var dot = new Color(shown.getRGB(x, y));
                    if (dot.getRed() > 128) red++;
                    if (dot.getBlue() > 128) blue++;
                }
            }
            assertThat(red + blue).as("turn " + turn).isGreaterThan(760);
            assertThat(Math.abs(red - blue)).as("turn " + turn).isLessThan(80);
        }
    }

    /** A file of half a megabyte that says it holds 62 million dots of eight bytes each. */
    @Test
    void aSmallFileThatHoldsAHugePictureIsDrawnInLittleMemory() throws IOException {
        byte[] bomb = Bombs.darkness(8000, 7800);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var clean = CleanPicture.of(bomb);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("of 496 MB when it is unpacked whole")
                .isLessThan(150L << 20);
        assertThat(Math.max(clean.width(), clean.height())).isEqualTo(CleanPicture.LONGEST_EDGE);
        assertThatThrownBy(() -> CleanPicture.of(Bombs.darkness(60_000, 9_000))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLargePhotoIsMadeSmallerAndAPngKeepsWhatIsClear() throws IOException {
        var clean = CleanPicture.of(encoded(picture(4096, 1024), "jpeg"));
        assertThat(new int[] {clean.width(), clean.height()}).containsExactly(2048, 512);
        var clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        assertThat(new Color(
                ImageIO.read(new ByteArrayInputStream(CleanPicture.of(encoded(clear, "png")).bytes())).getRGB(4, 4),
                true).getAlpha()).isZero();
    }

    @Test
    void whatIsNoPhotoIsRefusedByNameOfTheField() {
        refused(new byte[0], "web.photo.empty");
        refused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "web.photo.type");
        refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "web.photo.type");
        refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0, 0}, "web.photo.broken");
        refused(new byte[CleanPicture.LARGEST_FILE + 1], "web.photo.large");
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> CleanPicture.of(file)).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.errors().getFirst().field()).isEqualTo("photo");
            assertThat(e.errors().getFirst().message()).isEqualTo(message);
        });
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage picture(int w, int h) {
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, w / 2, h);
        pen.setColor(Color.BLUE);
        pen.fillRect(w / 2, 0, w - w / 2, h);
        pen.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** As cameras write it: a block after the first marker, with how it was held and a text. */
    private static byte[] withExif(byte[] jpeg, int turn) {
        var exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) turn, 0, 0,
                0, 0, 0, 0, 0});
        exif.writeBytes(SECRET.getBytes(StandardCharsets.ISO_8859_1));
        int length = exif.size() + 2;
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
