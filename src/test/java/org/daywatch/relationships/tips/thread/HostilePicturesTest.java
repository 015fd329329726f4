package org.daywatch.relationships.tips.thread;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.daywatch._story.Bombs;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.pictures.CleanPicture;
import org.junit.jupiter.api.Test;

/** Files with something in them that nobody may get, and files that are none. of docs/security. */
class HostilePicturesTest {

    private static final String SECRET = "33.4484 N 112.0740 W serial 0042";
    private static final byte[] NOTE = SECRET.getBytes(ISO_8859_1);
    private static final byte[] EXIF = joined(
            "Exif\0\0II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\1\0\0\0\0\0\0\0".getBytes(ISO_8859_1),
            "GPSLatitude ".getBytes(ISO_8859_1), NOTE);

    @Test
    void whateverIsWrittenBesideTheDotsStaysBehind() throws IOException {
        var tagged = tagged();
        assertThat(tagged).hasSizeGreaterThanOrEqualTo(26);
        for (var file : tagged.entrySet()) {
            assertThat(holds(file.getValue(), NOTE)).as("planted in " + file.getKey()).isTrue();
            clean(file.getKey(), TipPicture.drawn(file.getValue(), "picture").jpeg());
        }
    }

    @Test
    void whatIsNoPictureIsRefusedAtTheField() throws IOException {
        var refused = refused();
        assertThat(refused).hasSizeGreaterThanOrEqualTo(32);
        var taken = new ArrayList<String>();
        for (var file : refused.entrySet()) {
            String why = why(file.getValue());
            if (why.isEmpty() || !why.matches("picture web\\.(photo\\.(empty|type|broken)|picture\\.large)"))
                taken.add(file.getKey() + " " + why);
        }
        assertThat(taken).isEmpty();
    }

    /** Some of these can be drawn as far as they came; nobody knows beforehand, and either will do. */
    @Test
    void whatIsBrokenIsRefusedOrComesOutClean() throws IOException {
        var random = new Random(557);
        byte[] photo = joined(jpeg(photo(800, 600), false), zip());
        byte[] shot = png(photo(300, 200));
        int drawn = 0;
        for (int i = 0; i < 60; i++) {
            byte[] file = (i % 2 == 0 ? photo : shot).clone();
            if (i % 3 == 0) file = Arrays.copyOf(file, 20 + random.nextInt(file.length - 20));
            for (int n = 0; i % 3 != 0 && n < 1 + i / 4; n++)
                file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
            try {
                clean("broken " + i, TipPicture.drawn(file, "picture").jpeg());
                drawn++;
            } catch (InvalidInput refused) {
                assertThat(refused.errors().getFirst().field()).isEqualTo("picture");
            }
        }
        assertThat(drawn).isBetween(1, 59);
    }

    @Test
    void whatIsSealedIsOfOneLengthAndReadsTheSame() throws IOException {
        for (var image : List.of(photo(1, 1), noise(1500, 1500), photo(3000, 40))) {
            var picture = TipPicture.drawn(png(image), "picture");
            assertThat(picture.padded()).hasSize(TipPicture.MOST + 4);
            assertThat(TipPicture.unpadded(picture.padded()).jpeg()).isEqualTo(picture.jpeg());
            assertThat(picture.inPage()).startsWith("data:image/jpeg;base64,/9j/");
        }
    }

    @Test
    void whatWasUnseenInAPngIsWhite() throws IOException {
        var image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 60; x++) for (int y = 0; y < 60; y++) image.setRGB(x, y, 0x00cc0000);
        var shown = ImageIO.read(new ByteArrayInputStream(TipPicture.drawn(png(image), "picture").jpeg()));
        assertThat(new Color(shown.getRGB(30, 30))).isEqualTo(Color.WHITE);
    }

    /** The decoder of the JDK puts what it reads beside into a file, if it is let. */
    @Test
    void noFileIsNeededOnTheWay() throws IOException {
        var gone = Files.createTempDirectory("gone");
        ImageIO.setCacheDirectory(gone.toFile());
        try {
            Files.delete(gone);
            assertThat(why(jpeg(photo(90, 60), false))).isEmpty();
            assertThat(why(png(photo(90, 60)))).isEmpty();
            assertThat(CleanPicture.of(png(photo(90, 60))).mediaType()).isEqualTo("image/png");
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    private static void clean(String name, byte[] jpeg) throws IOException {
        assertThat(jpeg.length).as(name).isLessThanOrEqualTo(TipPicture.MOST);
        assertThat(holds(jpeg, NOTE)).as(name).isFalse();
        var shown = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(Math.max(shown.getWidth(), shown.getHeight())).as(name).isLessThanOrEqualTo(TipPicture.LONGEST_EDGE);
        int at = 2;
        var seen = new ArrayList<Integer>();
        for (int marker = jpeg[3] & 0xff; marker != 0xda; marker = jpeg[at + 1] & 0xff) {
            assertThat(jpeg[at] & 0xff).as(name).isEqualTo(0xff);
            seen.add(marker);
            at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xffff);
        }
        assertThat(seen).as(name + ": the picture and nothing beside it").containsOnly(0xe0, 0xdb, 0xc0, 0xc4);
        int end = new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00d9", at);
        assertThat(end).as(name + ": nothing behind it").isEqualTo(jpeg.length - 2);
    }

    private static String why(byte[] file) {
        try {
            TipPicture.drawn(file, "picture");
            return "";
        } catch (InvalidInput refused) {
            return refused.errors().getFirst().field() + " " + refused.errors().getFirst().message();
        }
    }

    private static Map<String, byte[]> tagged() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        byte[] photo = jpeg(photo(640, 480), false);
        byte[] shot = png(photo(320, 240));
        for (int app : new int[] {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15})
            files.put("APP" + app, marked(photo, 0xe0 + app, app == 1 ? EXIF : joined("block\0".getBytes(), NOTE)));
        files.put("XMP", marked(photo, 0xe1, joined("http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(), NOTE)));
        files.put("small copy", marked(photo, 0xe1, joined(EXIF, jpeg(photo(60, 40), false), NOTE)));
        files.put("comment", marked(photo, 0xfe, NOTE));
        byte[] much = photo;
        for (int i = 0; i < 20; i++) much = marked(much, 0xe2, joined(new byte[60_000], NOTE));
        files.put("a megabyte of notes", much);
        files.put("zip behind", joined(photo, zip()));
        files.put("picture behind", joined(photo, marked(photo, 0xe1, EXIF)));
        files.put("program behind", joined(photo, ("<script>/*" + SECRET + "*/</script><?php ?>").getBytes()));
        files.put("in steps", marked(jpeg(photo(640, 480), true), 0xe1, EXIF));
        files.put("gray", marked(jpeg(gray(), false), 0xfe, NOTE));
        files.put("photo of twelve million dots", marked(jpeg(photo(4000, 3000), false), 0xe1, EXIF));
        files.put("noise", marked(jpeg(noise(1600, 1200), false), 0xe1, EXIF));
        for (var chunk : List.of("tEXt", "iTXt", "zTXt", "eXIf", "tIME", "seCr", "sPLT"))
            files.put(chunk, chunked(shot, chunk, joined("Comment\0".getBytes(), NOTE)));
        files.put("PNG, zip behind", joined(shot, zip()));
        files.put("PNG, program behind", joined(shot, ("<svg onload=x>" + SECRET).getBytes()));
        return files;
    }

    private static Map<String, byte[]> refused() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        byte[] photo = jpeg(photo(64, 48), false);
        byte[] shot = png(photo(32, 24));
        files.put("empty", new byte[0]);
        files.put("one byte", new byte[1]);
        Map.of("PDF", "%PDF-1.7\n1 0 obj", "EICAR",
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "SVG",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG with a mark", "\uFEFF<svg/>",
                "HTML",
                "<!doctype html><script>alert(1)</script>", "XML",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>",
                "GIF", "GIF89a\1\0\1\0\0\0\0;", "GIF and program", "GIF89a=1;alert(document.cookie)//", "shell",
                "#!/bin/sh\nid", "text", "hello")
                .forEach((name, text) -> files.put(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Map.of("BMP", "BM\0\0\0\0\0\0\0\0", "TIFF II", "II*\0\10\0\0\0", "TIFF MM", "MM\0*\0\0\0\10", "WebP",
                "RIFF\0\0\0\0WEBPVP8 ", "HEIC", "\0\0\0\30ftypheic\0\0\0\0", "AVIF", "\0\0\0\30ftypavif\0\0\0\0",
                "icon",
                "\0\0\1\0\1\0", "ELF", "\177ELF\2\1\1\0", "MZ", "MZ\220\0\3\0", "JPEG 2000", "\0\0\0\14jP  \r\n")
                .forEach((name, text) -> files.put(name, text.getBytes(ISO_8859_1)));
        files.put("zip", zip());
        files.put("zip bomb", Bombs.zip("a.jpg", 3));
        files.put("photo behind a PDF", joined("%PDF-1.4\n".getBytes(), photo));
        files.put("PDF that begins as a photo", joined(Arrays.copyOf(photo, 3), "%PDF-1.4 obj".getBytes()));
        files.put("head of a JPEG", Arrays.copyOf(photo, 20));
        files.put("head of a PNG", Arrays.copyOf(shot, 16));
        files.put("PNG of darkness", Bombs.darkness(60_000, 9_000));
        files.put("PNG of two thousand million dots", sized(shot, Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.put("PNG of no width", sized(shot, 0, 24));
        files.put("PNG of less than none", sized(shot, -1, -1));
        files.put("JPEG of 65,500 each way", jpegSized(photo, 65_500, 65_500));
        files.put("JPEG of 30 million dots", jpegSized(photo, 6_000, 5_000));
        files.put("JPEG of no height", jpegSized(photo, 64, 0));
        files.put("PNG whose dots are none", dots(shot, "not packed at all".getBytes()));
        files.put("too many bytes", joined(photo, new byte[TipPicture.LARGEST_FILE]));
        return files;
    }

    private static BufferedImage photo(int w, int h) {
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++)
            for (int x = 0; x < w; x++) image.setRGB(x, y, x * 255 / w << 16 | y * 255 / h << 8 | (x ^ y) & 63);
        return image;
    }

    private static BufferedImage noise(int w, int h) {
        var random = new Random(1);
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) image.setRGB(x, y, random.nextInt());
        return image;
    }

    private static BufferedImage gray() {
        var image = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(5, 5, 0, 200);
        return image;
    }

    private static byte[] png(BufferedImage image) {
        return written(image, "png", false);
    }

    private static byte[] jpeg(BufferedImage image, boolean inSteps) {
        return written(image, "jpeg", inSteps);
    }

    private static byte[] written(BufferedImage image, String format, boolean inSteps) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (inSteps) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new java.util.zip.ZipEntry("note.txt"));
            zip.write(NOTE);
        }
        return out.toByteArray();
    }

    /** A block after the first marker. */
    private static byte[] marked(byte[] jpeg, int marker, byte[] content) {
        byte[] head = ByteBuffer.allocate(4).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2))
                .array();
        return joined(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Behind the first chunk, which says the size. */
    private static byte[] chunked(byte[] png, String name, byte[] content) {
        return joined(Arrays.copyOf(png, 33), chunk(name, content), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(ISO_8859_1), content);
        var sum = new CRC32();
        sum.update(named);
        return joined(ByteBuffer.allocate(4).putInt(content.length).array(), named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] sized(byte[] png, int w, int h) {
        byte[] head = ByteBuffer.allocate(13).putInt(w).putInt(h).put(Arrays.copyOfRange(png, 24, 29)).array();
        return joined(Arrays.copyOf(png, 8), chunk("IHDR", head), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] dots(byte[] png, byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(content); // far too few
        }
        return joined(Arrays.copyOf(png, 33), chunk("IDAT", content), chunk("IDAT", packed.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] jpegSized(byte[] jpeg, int w, int h) {
        byte[] to = jpeg.clone();
        for (int at = 2; at < to.length - 9; at += 2 + (ByteBuffer.wrap(to).getShort(at + 2) & 0xffff))
            if ((to[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(to).putShort(at + 5, (short) h).putShort(at + 7, (short) w);
                return to;
            }
        throw new IllegalStateException("no size in it");
    }

    private static boolean holds(byte[] bytes, byte[] what) {
        return new String(bytes, ISO_8859_1).contains(new String(what, ISO_8859_1));
    }

    private static byte[] joined(byte[]... all) {
        var out = new ByteArrayOutputStream();
        for (var one : all) out.writeBytes(one);
        return out.toByteArray();
    }
}
