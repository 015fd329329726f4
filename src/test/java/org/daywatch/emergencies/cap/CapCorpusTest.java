package org.daywatch.emergencies.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages that are fine, messages each broken in one place, and files that are no messages. */
class CapCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/cap");

    /** What a schema can see; the other rules stand in the standard's text only. */
    private static final Set<String> STRUCTURAL = Set.of("ROOT", "MISSING", "SEQUENCE", "TWICE", "UNKNOWN_ELEMENT",
            "ATTRIBUTE", "LOOSE_TEXT", "VALUE");

    @Test
    void everyValidFileIsFineToTheReaderAndToTheStandardsOwnSchema() throws Exception {
        for (var file : files("valid")) {
            assertThat(CapCheck.of(Files.readAllBytes(file), null, schema()).faults()).as(file.toString()).isEmpty();
        }
    }

    @Test
    void everyBrokenFileNamesItsFaultAndNoOther() throws Exception {
        var rows = Files.readAllLines(CORPUS.resolve("broken.tsv")).stream().skip(1).map(line -> line.split("\t", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(20).hasSize(files("broken").size());
        for (var row : rows) {
            var check = CapCheck.of(Files.readAllBytes(CORPUS.resolve("broken").resolve(row[0])));
            assertThat(check.faults()).as(row[0]).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.rule()).isEqualTo(row[1]);
                assertThat(fault.todo()).endsWith(fault.todo().matches(".*\\d$") ? "" : ".");
            });
            assertThat(check.faults().getFirst().element()).as(row[0]).isEqualTo(row[2]);
            if (!row[3].isEmpty()) assertThat(check.faults().getFirst().value()).as(row[0]).isEqualTo(row[3]);
            assertThat(check.message().isEmpty()).as(row[0]).isEqualTo(STRUCTURAL.contains(row[1]));
        }
    }

    @Test
    void theStandardsOwnSchemaSeesTheSameBrokenStructuresAndNoneInTheOthers() throws Exception {
        for (var row : Files.readAllLines(CORPUS.resolve("broken.tsv")).stream().skip(1)
                .map(line -> line.split("\t", -1)).toList()) {
            var document = CapXml.read(Files.readAllBytes(CORPUS.resolve("broken").resolve(row[0])));
            assertThat(CapXml.validate(document, schema()).isEmpty()).as(row[0])
                    .isNotEqualTo(STRUCTURAL.contains(row[1]));
        }
    }

    @Test
    void whatIsNoXmlOrAsksForFilesOfThisMachineIsNotReadAtAll() throws IOException {
        for (var file : files("unreadable")) {
            byte[] bytes = Files.readAllBytes(file);
            assertThatThrownBy(() -> CapCheck.of(bytes)).as(file.toString()).isInstanceOf(CapUnreadable.class);
        }
        assertThatThrownBy(() -> CapCheck.of(Files.readAllBytes(CORPUS.resolve("unreadable/external-entity.xml"))))
                .hasMessageContaining("DOCTYPE").hasMessageNotContaining("root:");
        assertThatThrownBy(() -> CapCheck.of(new byte[CapXml.LARGEST + 1])).isInstanceOf(CapUnreadable.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void whatIsReadIsWrittenAgainAndReadAsTheSame() throws Exception {
        for (var file : files("valid")) {
            var message = CapCheck.of(Files.readAllBytes(file)).message().orElseThrow();
            var again = CapCheck.of(CapWriter.write(message).getBytes(java.nio.charset.StandardCharsets.UTF_8), null,
                    schema());
            assertThat(again.faults()).as(file.toString()).isEmpty();
            assertThat(again.message()).contains(message);
        }
    }

    private static byte[] schema() {
        return CapXml.standard();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
