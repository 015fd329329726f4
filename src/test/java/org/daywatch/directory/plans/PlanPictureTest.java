package org.daywatch.directory.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a site plan. A-22 and A-15 of docs/security. */
class PlanPictureTest {

    @Test
    void aDrawingKeepsWhatDraws() {
        String drawing = "<g fill=\"#fff\" style=\"stroke:#444;stroke-width:3\" transform=\"translate (10, 4)\"><path d=\"M1 2h3\""
                + " clip-path=\"url(#door)\"></path><text x=\"5\">Gym &amp; stage</text></g><use href=\"#door\"></use>";
        assertThat(drawn(drawing)).endsWith(drawing + "</svg>");
        assertThat(drawn("<style>/* wall */ .a, #b > c { fill : red; behavior: url(#x) }</style>"))
                .contains("#b &gt; c {fill : red}</style>").doesNotContain("behavior", "wall");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<script>alert(1)</script> | script", "<ScRiPt/> | ScRiPt", "<foreignObject/> | foreignObject",
            "<a href='javascript:x'/> | a", "<iframe/> | iframe", "<animate attributeName='href'/> | animate",
            "<set attributeName='onload'/> | set", "<handler/> | handler", "<feImage href='#a'/> | feImage",
            "<rect onload='x()'/> | onload", "<rect onbegin='x()'/> | onbegin",
            "<image href='https://elsewhere.example/a.png'/> | https://elsewhere.example/a.png",
            "<use href='//elsewhere.example/a.svg#b'/> | //elsewhere.example/a.svg#b",
            "<use href='data:image/svg+xml;base64,PHN2Zz4='/> | data:image/svg+xml",
            "<image href='file:///etc/passwd'/> | file:",
            "<rect fill='url(https://elsewhere.example/#a)'/> | url(",
            "<rect style='fill:url( \"//e.example\")'/> | url(",
            "<rect style='fill:u\\72l(//e.example)'/> | u",
            "<rect style='fill:image-set(\"//e.example/a\" 1x)'/> | image-set",
            "<rect style='width:expression(x)'/> | expression",
            "<style>@import '//e.example/a.css';</style> | @import", "<style>a{fill:url(//e.example)}</style> | url(",
            "<style><![CDATA[@font-face{src:url(//e.example)}]]></style> | @font-face"})
    void whatIsMoreThanDrawingIsNamedAndRefused(String more, String named) {
        assertThatThrownBy(() -> drawn(more)).isInstanceOfSatisfying(InvalidInput.class, wrong -> {
            assertThat(wrong.errors().getFirst().message()).isEqualTo("siteplans.error.svg");
            assertThat(wrong.errors().getFirst().value()).contains(named.split("\\(")[0].strip());
        });
    }

    @Test
    void whatIsNotKnownToDrawAndWhatProgramsNoteIsLeftOut() {
        var drawing = "<?xml version=\"1.0\"?><!-- by Kit Alder, C:\\Users\\kit --><?xml-stylesheet href=\"//e.example/a.css\"?>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:sodipodi=\"http://sodipodi.example\" xmlns:x=\"http://www.w3.org/1999/xlink\""
                + " sodipodi:docname=\"/home/kit/plan.svg\" data-name=\"kit\" nonce=\"n\"><metadata><who>Kit Alder</who></metadata>"
                + "<sodipodi:namedview><script>1</script></sodipodi:namedview><use x:href=\"#a\" x:title=\"kit\"/></svg>";
        assertThat(text(drawing)).isEqualTo(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"></use></svg>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg>", "no drawing", "<html><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>", "<svg/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>"})
    void whatIsNoDrawingIsRefused(String file) {
        assertThatThrownBy(() -> text(file)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDefinitionOfADocumentIsNeverRead() {
        assertThatThrownBy(() -> text("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>"))
                .isInstanceOfSatisfying(InvalidInput.class,
                        wrong -> assertThat(wrong.errors().getFirst().value()).isEqualTo("!DOCTYPE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void aPictureLosesWhatTheCameraWroteAndKeepsItsDots(String format) throws IOException {
        byte[] noted = noted(format);
        assertThat(new String(noted, StandardCharsets.ISO_8859_1)).contains("Kit Alder");
        var kept = PlanPicture.of(noted);
        assertThat(kept.mediaType()).isEqualTo("image/" + format);
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Kit Alder", "Exif");
        var dots = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
        assertThat(dots.getWidth()).as("a sheet of 3,000 dots stays one").isEqualTo(3000);
        String inside = "<image href=\"data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(noted)
                + "\"/>";
        var embedded = Base64.getDecoder()
                .decode(drawn(inside).replaceFirst("(?s).*base64,", "").replaceFirst("\".*", ""));
        assertThat(new String(embedded, StandardCharsets.ISO_8859_1)).doesNotContain("Kit Alder");
    }

    @Test
    void whatOnlyBeginsLikeAPictureIsRefusedAtItsField() {
        assertThatThrownBy(() -> PlanPicture.of(HexFormat.of().parseHex("ffd8ffe000")))
                .isInstanceOfSatisfying(InvalidInput.class,
                        wrong -> assertThat(wrong.errors().getFirst().field()).isEqualTo("file"));
    }

    /** A picture in which somebody is named, as a camera does it. */
    private static byte[] noted(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3000, 20, BufferedImage.TYPE_INT_RGB), format, out);
        byte[] plain = out.toByteArray();
        byte[] words = "Exif\0\0 Kit Alder".getBytes(StandardCharsets.ISO_8859_1);
        var with = new ByteArrayOutputStream();
        if (format.equals("jpeg")) {
            with.write(plain, 0, 2);
            with.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (words.length + 2)});
            with.write(words);
            with.write(plain, 2, plain.length - 2);
        } else {
            var chunk = new ByteArrayOutputStream();
            chunk.write("tEXt".getBytes(StandardCharsets.ISO_8859_1));
            chunk.write("Author\0Kit Alder".getBytes(StandardCharsets.ISO_8859_1));
            var sum = new java.util.zip.CRC32();
            sum.update(chunk.toByteArray());
            with.write(plain, 0, 33);
            with.write(java.nio.ByteBuffer.allocate(4).putInt(chunk.size() - 4).array());
            with.write(chunk.toByteArray());
            with.write(java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
            with.write(plain, 33, plain.length - 33);
        }
        return with.toByteArray();
    }

    private static String drawn(String inside) {
        return text("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + inside + "</svg>");
    }

    private static String text(String drawing) {
        return new String(PlanPicture.of(drawing.getBytes(StandardCharsets.UTF_8)).bytes(), StandardCharsets.UTF_8);
    }
}
