package org.daywatch.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five people hold the data keys; any three of them give them back, two have nothing, and what is mistyped is named.
 *
 * <p>A-11, F-21, P-14, P-20 of docs/security.
 */
class KeySharesTest {

    private static final List<DataKeys.Key> KEYS = List.of(new DataKeys.Key(0x9f3a21c0, bytes(1)),
            new DataKeys.Key(7, bytes(2)));
    private static final Path FORMATS = Path.of("docs/formats");
    private static final LocalDate MADE = LocalDate.of(2026, 11, 26);

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<KeyShare> shares = KeyShares.split(KEYS, 5, 3, chance(3));
    @TempDir Path folder;

    @Test
    void anyThreeOfFiveGiveTheKeysBackInWhateverOrder() {
        for (int a = 0; a < 5; a++) for (int b = a + 1; b < 5; b++) for (int c = b + 1; c < 5; c++) {
            var three = new ArrayList<>(List.of(shares.get(a), shares.get(b), shares.get(c)));
            Collections.shuffle(three);
            same(KeyShares.join(three));
        }
        same(KeyShares.join(shares));
    }

    @Test
    void twoHaveNothingEvenWhereTheySayThatTwoAreEnough() {
        assertThatThrownBy(() -> KeyShares.join(shares.subList(0, 2))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 different shares are needed and 2 are here");
        assertThatThrownBy(() -> KeyShares.join(List.of(shares.get(1), shares.get(1), shares.get(4))))
                .as("the same one twice is one").hasMessageContaining("3 different shares are needed and 2 are here");
        var forged = shares.stream().map(s -> new KeyShare(s.set(), s.number(), 2, s.holders(), s.part())).toList();
        for (int a = 0; a < 5; a++) for (int b = a + 1; b < 5; b++) {
            var two = List.of(forged.get(a), forged.get(b));
            assertThatThrownBy(() -> KeyShares.join(two)).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("do not give a key");
        }
        for (var share : shares)
            assertThat(Collections.indexOfSubList(list(share.part()), list(KEYS.getFirst().secret())))
                    .as("no part holds the key itself").isEqualTo(-1);
    }

    @Test
    void sharesOfTwoSplittingsAreNotMixedAndTooFewHoldersAreNone() {
        var others = KeyShares.split(KEYS, 5, 3, chance(4));
        assertThatThrownBy(() -> KeyShares.join(List.of(shares.get(0), shares.get(1), others.get(2))))
                .hasMessageContaining("they do not belong together");
        var wrong = new KeyShare(shares.get(2).set(), 4, 3, 5, shares.get(2).part());
        assertThatThrownBy(() -> KeyShares.join(List.of(shares.get(0), shares.get(1), wrong)))
                .as("somebody has put another number on their part").hasMessageContaining("do not give a key");
        for (int[] asked : new int[][] {{1, 1}, {5, 1}, {5, 6}, {17, 3}})
            assertThatThrownBy(() -> KeyShares.split(KEYS, asked[0], asked[1], new SecureRandom()))
                    .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> KeyShares.split(List.of(), 5, 3, new SecureRandom()))
                .hasMessageContaining("no data key yet");
    }

    @Test
    void aLetterThatIsMistypedMissingOrInAnotherLineIsNamedByItsLine() {
        var lines = shares.get(2).lines();
        assertThat(KeyShare.read("typed", lines).part()).isEqualTo(shares.get(2).part());
        for (int line = 0; line < lines.size(); line++) {
            String right = lines.get(line);
            for (int at = 3; at < right.length(); at++) {
                if (right.charAt(at) == ' ') continue;
                String wrong = right.substring(0, at) + (right.charAt(at) == '7' ? 'K' : '7') + right.substring(at + 1);
                refused(with(lines, line, wrong), "Line " + (line + 1) + " is mistyped");
            }
            refused(with(lines, line, right.substring(0, right.length() - 1)), "Line " + (line + 1) + " is mistyped");
        }
        refused(IntStream.range(0, lines.size()).filter(i -> i != 4).mapToObj(lines::get).toList(),
                "Line 5 is missing");
        refused(lines.subList(0, lines.size() - 1), "lines are missing at its end");
        var elsewhere = with(lines, 3, shares.get(0).lines().get(3));
        refused(elsewhere, "belong to another sheet");
    }

    @Test
    void whatPeopleTypeDifferentlyIsTheSame() {
        var typed = shares.get(0).lines().stream()
                .map(line -> "  " + line.substring(0, 3)
                        + line.substring(3).toLowerCase().replace('0', 'o').replace('1', 'l').replace(" ", "  "))
                .toList();
        var with = new ArrayList<>(typed);
        with.add(0, "# share 1, typed by Quinn");
        with.add(3, "");
        assertThat(KeyShare.read("typed", with).part()).isEqualTo(shares.get(0).part());
    }

    @Test
    void theSheetOnPaperSaysWhatTheFileSays() throws Exception {
        var sheet = new ShareSheet(shares.get(3), "Copper Valley", MADE);
        String printed = new PdfTextExtractor(new PdfReader(sheet.pdf())).getTextFromPage(1).replaceAll("\\s+", " ");
        assertThat(printed).contains("share 4 of 5", "KEEP SECRET", "Copper Valley", "2026-11-26",
                shares.get(3).setName(), "Any 3 of these 5 sheets");
        for (String line : shares.get(3).lines()) assertThat(printed).contains(line);
        assertThat(new PdfReader(sheet.pdf()).getNumberOfPages()).isOne();
    }

    @Test
    void theFilesOfThreeHoldersRebuildTheKeyFileAndItKeepsWhatItHeldMeanwhile() throws Exception {
        var files = shares.stream().map(s -> write(new ShareSheet(s, "Copper Valley", MADE))).toList();
        Files.writeString(folder.resolve("typed.txt"), String.join("\n", shares.get(4).lines()));
        var data = Files.createDirectories(folder.resolve("data"));
        var meanwhile = new DataKeys(data.resolve("data-keys/keys")).newest();
        assertThat(join("--data", data.toString(), files.get(0), files.get(2)).errors())
                .contains("3 different shares are needed and 2 are here. Nothing was rebuilt.");
        var done = join("--data", data.toString(), "--json", files.get(0), folder.resolve("typed.txt").toString(),
                files.get(2));
        assertThat(done.code()).as(done.errors()).isEqualTo(ExitCodes.DONE);
        var answer = json.readTree(done.out());
        assertThat(answer.get("shares").valueStream().map(n -> n.asInt(0)).toList()).containsExactly(1, 3, 5);
        keepsToItsSchema(done.out(), "data-key-joined");
        var back = new DataKeys(data.resolve("data-keys/keys")).all();
        same(back.subList(0, 2));
        assertThat(back.get(2).id()).as("what was encrypted meanwhile opens too").isEqualTo(meanwhile.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("data-keys/keys"))))
                .isEqualTo("rw-------");
        Files.writeString(folder.resolve("typed.txt"),
                Files.readString(folder.resolve("typed.txt")).replaceFirst("(?m)^03 .", "03 ?"));
        assertThat(join("--data", data.toString(), files.get(0), files.get(2), folder.resolve("typed.txt").toString())
                .errors()).contains("typed.txt", "Line 3 is mistyped");
        assertThat(join("--data", folder.resolve("none").toString(), files.get(0), files.get(1), files.get(2)).errors())
                .contains("restore the backup first");
    }

    @Test
    void whatIsWrittenAndPrintedIsItsExampleAndKeepsToItsSchema() throws Exception {
        var part = new byte[45];
        for (int i = 0; i < part.length; i++) part[i] = (byte) (i * 7 + 3);
        var sheet = new ShareSheet(new KeyShare(0x9f3a21c0, 2, 3, 5, part), "Copper Valley Safety Officer Program",
                MADE);
        said(sheet.object(), "data-key-share");
        said(DataKeySplitCommand.object(Path.of("/secret/shares"), List.of(sheet), 2), "data-key-split");
        said(DataKeyJoinCommand.object(Path.of("var/restored/data-keys/keys"), List.of(sheet.share(),
                new KeyShare(0x9f3a21c0, 5, 3, 5, part), new KeyShare(0x9f3a21c0, 1, 3, 5, part)), 2),
                "data-key-joined");
        assertThat(ShareSheet.read("example", Files.readString(FORMATS.resolve("examples/data-key-share.json")), json)
                .part()).isEqualTo(part);
        assertThatThrownBy(() -> ShareSheet.read("example",
                Files.readString(FORMATS.resolve("examples/data-key-share.json")).replace("\"number\" : 2",
                        "\"number\" : 3"),
                json))
                .hasMessageContaining("the file was changed");
        assertThatThrownBy(() -> ShareSheet.read("example", "{\"schema\": \"daywatch.backup\"}", json))
                .hasMessageContaining("no share of a data key");
    }

    /** The same in each run: of 32,768 mistakes one passes a line's check, and none of these shall be it. */
    private static SecureRandom chance(int seed) {
        var same = new Random(seed);
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                same.nextBytes(bytes);
            }

            @Override
            public int nextInt() {
                return same.nextInt();
            }
        };
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void said(Map<String, Object> object, String name) throws Exception {
        String printed = json.writeValueAsString(object);
        assertThat(json.readTree(printed))
                .isEqualTo(json.readTree(Files.readString(FORMATS.resolve("examples/" + name + ".json"))));
        keepsToItsSchema(printed, name);
    }

    private static void keepsToItsSchema(String text, String name) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(name + ".schema.json")));
        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(text.replace("\"version\"", "\"edition\""), InputFormat.JSON))
                .as("not everything passes").isNotEmpty();
    }

    private String write(ShareSheet sheet) {
        try {
            return Files.write(folder.resolve(sheet.name() + ".json"),
                    json.writeValueAsString(sheet.object()).getBytes(StandardCharsets.UTF_8)).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    record Answer(int code, String out, String errors) {}

    private static Answer join(String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var line = new CommandLine(new DataKeyJoinCommand()).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr()
                            .println(e.getMessage() + " " + (e instanceof InvalidInput wrong ? wrong.errors() : ""));
                    return ExitCodes.REFUSED;
                });
        return new Answer(line.execute(arguments), out.toString(), errors.toString());
    }

    private static void same(List<DataKeys.Key> keys) {
        assertThat(keys).extracting(DataKeys.Key::line).isEqualTo(KEYS.stream().map(DataKeys.Key::line).toList());
    }

    private static void refused(List<String> lines, String why) {
        assertThatThrownBy(() -> KeyShare.read("share-3.txt", lines)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("share-3.txt").hasMessageContaining(why);
    }

    private static List<String> with(List<String> lines, int at, String line) {
        var changed = new ArrayList<>(lines);
        changed.set(at, line);
        return changed;
    }

    private static List<Byte> list(byte[] bytes) {
        var list = new ArrayList<Byte>();
        for (byte one : bytes) list.add(one);
        return list;
    }
}
