package org.daywatch.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    private static final String TEXT = "name,city\nEscuela Peñasco,Doña Ana\n";
    @TempDir Path folder;

    @Test
    void readsUtf8WithAndWithoutItsMark() throws IOException {
        assertThat(textOf(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(textOf(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void readsWindows1252WhenSomeByteCannotBeUtf8() throws IOException {
        assertThat(textOf(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
    }

    @Test
    void readsUtf16InBothOrdersWithAndWithoutItsMark() throws IOException {
        for (var order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(textOf(TEXT.getBytes(order))).isEqualTo(TEXT);
            assertThat(textOf(("\uFEFF" + TEXT).getBytes(order))).isEqualTo(TEXT);
        }
    }

    @Test
    void refusesUtf8WithAForeignByteAndNamesItsLine() {
        byte[] bytes = (TEXT + "Peñ,Ñandú\nbad X,y\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == 'X') bytes[i] = (byte) 0xF1;
        assertThatThrownBy(() -> textOf(bytes)).isInstanceOf(IntakeRefused.class).hasMessageContaining("line 4");
    }

    @Test
    void refusesAFileOfWhichSomeLinesAreUtf8AndOthersWindowsAndNamesOneOfEach() throws IOException {
        var mixed = new ByteArrayOutputStream();
        mixed.write("name,city\nMuñoz,Mesa\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5; i++) mixed.write("Peña,Yuma\n".getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(() -> textOf(mixed.toByteArray())).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("line 2 is UTF-8").hasMessageContaining("line 3 has a byte that is not");
    }

    @Test
    void refusesUtf16WithZeroCharactersAndNamesTheLine() {
        byte[] bytes = "\uFEFFname,city\nNo\0rth,Mesa\n".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> textOf(bytes)).isInstanceOf(IntakeRefused.class).hasMessageContaining("line 2");
        byte[] half = java.util.Arrays.copyOf(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), 41);
        assertThatThrownBy(() -> textOf(half)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("half a character");
    }

    @Test
    void countsLinesThatEndInACarriageReturnOnly() {
        byte[] bytes = "name,city\rNorth,Mesa\rbad\0,y\r".getBytes(StandardCharsets.UTF_8);
        byte[] far = ("x".repeat(9000) + "\ry\r\u0007").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> textOf(bytes)).isInstanceOf(IntakeRefused.class).hasMessageContaining("line 3");
        assertThatThrownBy(() -> textOf(far)).isInstanceOf(IntakeRefused.class).hasMessageContaining("line 3");
    }

    @Test
    void saysWhatAFileIsThatIsNoTable() throws IOException {
        assertRefused(zipWith("[Content_Types].xml", "xl/workbook.xml"), "Excel workbook");
        assertRefused(zipWith("word/document.xml"), "Word document");
        assertRefused(zipWith("orgs.csv"), "zip archive");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF");
        assertRefused("\n<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII), "web page");
        assertRefused("{\"a\":1}".getBytes(StandardCharsets.US_ASCII), "JSON");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "Excel workbook");
        assertRefused(new byte[] {'a', 'b', 7, 'c', 'd', 'e', 'f'}, "not text");
        assertRefused(new byte[] {'a', 'b', 'x', 'y', 0, 'c', 'd', 'e', 'f', 'q'}, "not text");
        assertRefused(new byte[0], "is empty");
    }

    private void assertRefused(byte[] bytes, String words) {
        assertThatThrownBy(() -> textOf(bytes)).isInstanceOf(IntakeRefused.class).hasMessageContaining(words);
    }

    private String textOf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("list.csv"), bytes);
        try (var reader = TextFile.open(file, "list.csv").reader()) {
            return reader.readAllAsString();
        }
    }

    private static byte[] zipWith(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("content".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }
}
