package org.daywatch.relationships.tips.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.daywatch.relationships.tips.upload.SentForm.Came;
import org.junit.jupiter.api.Test;

class SentFormTest {

    private static final String TYPE = "multipart/form-data; boundary=----browser7MA4";
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 0, 13, 10, '-', '-', '-', '-', 13, 10, 13, 10, 7};

    @Test
    void fieldsAndAPictureComeOutOfTheirBytesAlone() {
        for (var type : List.of(TYPE, "Multipart/Form-Data; boundary=\"----browser7MA4\"; charset=utf-8")) {
            var form = SentForm.read(type, body("photo.svg"));
            assertThat(form.fields()).isEqualTo(Map.of("step", "tip", "words", "¿Qué?\r\n--no end\r\n", "life", ""));
            assertThat(form.picture()).isEqualTo(PICTURE);
            assertThat(form.chosen()).isTrue();
            assertThat(form.came()).isEqualTo(Came.WHOLE);
        }
    }

    @Test
    void aFieldThatWasLeftAloneIsNoPicture() {
        var form = SentForm.read(TYPE, body(""));
        assertThat(form.chosen()).isFalse();
        assertThat(form.fields()).containsEntry("words", "¿Qué?\r\n--no end\r\n");
    }

    @Test
    void whereverALargeOneIsCutOffItsWordsHaveComeWhole() {
        byte[] whole = body("a.jpg");
        int picture = new String(whole, StandardCharsets.ISO_8859_1).indexOf("filename=\"a.jpg\"") + 16;
        for (int end = picture; end < whole.length - 20; end++) {
            var form = SentForm.read(TYPE, Arrays.copyOf(whole, end), Came.TOO_LARGE);
            assertThat(form.fields()).containsEntry("words", "¿Qué?\r\n--no end\r\n").containsEntry("life", "");
            assertThat(form.picture()).as("half a picture is none").isEmpty();
        }
        for (int end = 0; end < whole.length; end++) SentForm.read(TYPE, Arrays.copyOf(whole, end));
    }

    @Test
    void oneLineOfFieldsIsReadAsBefore() {
        var form = SentForm.read("application/x-www-form-urlencoded",
                "words=a%20b%C3%A9&life=no&picture=IMG_1.jpg&x=%".getBytes(StandardCharsets.US_ASCII));
        assertThat(form.fields()).containsEntry("words", "a bé").containsEntry("life", "no")
                .doesNotContainKey("picture");
        assertThat(form.chosen()).as("the file stayed behind").isTrue();
        assertThat(form.picture()).isEmpty();
        assertThat(SentForm.read(null, "words=hi".getBytes(StandardCharsets.US_ASCII)).fields())
                .containsEntry("words", "hi");
        assertThat(SentForm.read("x", "words=%zz".getBytes(StandardCharsets.US_ASCII)).fields()).isEmpty();
    }

    @Test
    void whatNoBrowserSendsIsNoForm() {
        assertThat(SentForm.read("multipart/form-data", body("a.jpg")).fields()).isEmpty();
        assertThat(SentForm.read("multipart/form-data; boundary=other", body("a.jpg")).fields()).isEmpty();
        assertThat(SentForm.read(TYPE, new byte[0]).fields()).isEmpty();
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++)
            text(many, "f" + (char) ('a' + i % 26) + (char) ('a' + i / 26), "x");
        end(many);
        assertThat(SentForm.read(TYPE, many.toByteArray()).fields()).hasSizeLessThanOrEqualTo(20);
        var twice = new ByteArrayOutputStream();
        text(twice, "words", "first");
        text(twice, "words", "second");
        end(twice);
        assertThat(SentForm.read(TYPE, twice.toByteArray()).fields()).containsEntry("words", "first");
        var elsewhere = new ByteArrayOutputStream();
        file(elsewhere, "words", "words.txt");
        end(elsewhere);
        var read = SentForm.read(TYPE, elsewhere.toByteArray());
        assertThat(read.fields()).as("a file where words belong").isEmpty();
        assertThat(read.chosen()).isFalse();
    }

    private static byte[] body(String file) {
        var out = new ByteArrayOutputStream();
        text(out, "step", "tip");
        text(out, "words", "¿Qué?\r\n--no end\r\n");
        text(out, "life", "");
        file(out, "picture", file);
        end(out);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String name, String value) {
        part(out, "Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private static void file(ByteArrayOutputStream out, String name, String file) {
        part(out, "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: image/svg+xml", file.isEmpty() ? new byte[0] : PICTURE);
    }

    private static void part(ByteArrayOutputStream out, String head, byte[] content) {
        out.writeBytes(("------browser7MA4\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void end(ByteArrayOutputStream out) {
        out.writeBytes("------browser7MA4--\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
