package org.daywatch.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** What an import says is kept as a message with its values, and reads in the language of whoever looks. */
class SaidTest {

    private static String spanish(Said said) throws IOException {
        var texts = new Texts();
        return said.in((key, values) -> texts.of("es", key, values));
    }

    @Test
    void theSameProblemReadsInEnglishAndInSpanishAfterItWasStored() throws IOException {
        var stored = Said.of("intake.cell.longer", 200).stored();
        assertThat(stored).isEqualTo("[\"intake.cell.longer\",200]");
        assertThat(Said.read(stored).english()).isEqualTo("is longer than 200 characters");
        assertThat(spanish(Said.read(stored))).isEqualTo("tiene más de 200 caracteres");
    }

    @Test
    void whatIsWithinAnotherIsPutIntoWordsToo() throws IOException {
        var said = Said.all(
                Said.of("imports.calendar.line", 1204, "DTSTART", "\"[x]\"", Said.of("intake.cell.missing")),
                Said.of("imports.said.undone.more", 3));
        assertThat(Said.read(said.stored())).isEqualTo(said);
        assertThat(said.english()).as("a line is counted without commas")
                .isEqualTo("Line 1204, DTSTART \"\"[x]\"\": is missing. And 3 more.");
        assertThat(spanish(said)).isEqualTo("Línea 1204, DTSTART “\"[x]\"”: falta. Y 3 más.");
        assertThat(Said.named(List.of("A", "B", "C"), 2).english()).isEqualTo("A, B and 1 more");
    }

    @Test
    void whatWasStoredInWordsIsToldAsItStands() throws IOException {
        for (String words : List.of("", "is missing", "[\"a cell\" that begins so", "Types: Regular 3.")) {
            assertThat(Said.read(words).english()).isEqualTo(words);
            assertThat(spanish(Said.read(words))).isEqualTo(words);
            assertThat(Said.read(words).stored()).isEqualTo(words);
        }
        assertThat(Said.NOTHING.isEmpty()).isTrue();
    }

    @Test
    void everyKeyAnImportNamesIsWrittenInTheMessages() throws IOException {
        var texts = new Texts();
        var missing = new TreeSet<String>();
        var named = Pattern.compile(
                "\"((?:intake|imports\\.(?:said|cell|nces|schools|guardians|calendar|roster|package)|staffing\\.(?:cell|said))\\.[A-Za-z0-9.]*[A-Za-z0-9])\"(\\s*\\+)?");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var found = named.matcher(Files.readString(file));
                while (found.find())
                    if (!texts.has(found.group(1))) missing.add(found.group(1) + " in " + file.getFileName());
            }
        }
        assertThat(missing).isEmpty();
        for (FileKind kind : FileKind.values())
            if (kind != FileKind.TEXT) assertThat(kind.advice("list").english()).startsWith("\"list\" is ");
    }
}
