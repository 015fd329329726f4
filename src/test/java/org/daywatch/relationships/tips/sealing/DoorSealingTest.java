package org.daywatch.relationships.tips.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.daywatch._story.TestClock;
import org.junit.jupiter.api.Test;

/**
 * What was sealed for the door opens there once and nowhere else, and its answer opens at the sender alone.
 *
 * <p>A-13 of docs/security.
 */
class DoorSealingTest {

    private static final HexFormat HEX = HexFormat.of();

    private final TestClock clock = new TestClock();
    private final DoorSealing sealing = new DoorSealing(clock);

    private DoorSealer sealer() {
        return new DoorSealer(sealing.shown());
    }

    /** RFC 9180, A.3.1: base mode of P-256, HKDF-SHA256 and AES-128-GCM. */
    @Test
    void theSuiteIsTheOneOfTheStandard() throws Exception {
        var suite = DoorKey.suite();
        var info = HEX.parseHex("4f6465206f6e2061204772656369616e2055726e");
        var receiver = suite.deserializePrivateKey(
                HEX.parseHex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2"),
                HEX.parseHex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82"
                        + "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"));
        var sender = suite.deserializePrivateKey(
                HEX.parseHex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb"),
                HEX.parseHex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
                        + "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"));
        var sends = suite.setupBaseS(receiver.getPublic(), info, sender);
        var opens = suite.setupBaseR(sends.getEncapsulation(), receiver, info);
        var words = "Beauty is truth, truth beauty".getBytes(StandardCharsets.US_ASCII);
        for (var sealed : new String[] {
                "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
                "fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82"}) {
            var count = ("Count-" + (sealed.startsWith("5a") ? 0 : 1)).getBytes(StandardCharsets.US_ASCII);
            assertThat(HEX.formatHex(sends.seal(count, words))).isEqualTo(sealed);
            assertThat(opens.open(count, HEX.parseHex(sealed))).isEqualTo(words);
        }
        assertThat(HEX.formatHex(opens.export(new byte[0], 32)))
                .isEqualTo("5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d");
        assertThat(HEX.formatHex(opens.export("TestContext".getBytes(StandardCharsets.US_ASCII), 32)))
                .isEqualTo("d8f1ea7942adbba7412c6d431c62d01371ea476b823eb697e1f6e6cae1dab85a");
    }

    @Test
    void aFormOpensAndItsAnswerOpensAtItsSenderAlone() {
        var sender = sealer();
        var opened = sealing.open("/en", sender.sealed("/en", "/es", "words=abc")).orElseThrow();
        assertThat(opened.letter().head()).isEqualTo("/es");
        assertThat(opened.letter().type()).isEqualTo(DoorSealer.FORM);
        assertThat(new String(opened.letter().body(), StandardCharsets.UTF_8)).isEqualTo("words=abc");
        byte[] answer = opened.sealed(new DoorLetter("200", "text/html", "1234 5678".getBytes()), 0);
        assertThat(sender.answer(answer).orElseThrow().head()).isEqualTo("200");
        assertThat(sealer().answer(answer)).as("to somebody else").isEmpty();
        assertThat(Arrays.equals(answer, opened.sealed(new DoorLetter("200", "text/html", "1234 5678".getBytes()), 0)))
                .as("the same answer twice").isFalse();
        for (int at : new int[] {0, 15, 16, 40, answer.length - 1}) {
            answer[at] ^= 1;
            assertThat(sender.answer(answer)).as("byte " + at).isEmpty();
            answer[at] ^= 1;
        }
    }

    @Test
    void oneChangedBitAnywhereOpensNothing() {
        byte[] body = sealer().sealed("/en", "/en", "words=abc");
        var places = IntStream.concat(IntStream.range(0, DoorKey.AROUND + 40),
                IntStream.of(body.length / 2, body.length - 17, body.length - 16, body.length - 1)).toArray();
        for (int at : places)
            for (int bit : new int[] {1, 0x80}) {
                body[at] ^= (byte) bit;
                assertThat(sealing.open("/en", body)).as("byte " + at).isEmpty();
                body[at] ^= (byte) bit;
            }
        assertThat(sealing.open("/es", body)).as("at another address").isEmpty();
        for (int length : new int[] {0, 1, 8, 9, 73, 74, 89, 90, 91, 1000, body.length - 1})
            assertThat(sealing.open("/en", Arrays.copyOf(body, length))).as("the first " + length).isEmpty();
        assertThat(sealing.open("/en", body)).as("all of it").isPresent();
    }

    @Test
    void noPointThatIsNoneAndNoOtherKeyOpensAnything() {
        byte[] body = sealer().sealed("/en", "/en", "words=abc");
        for (var point : new byte[][] {new byte[65], filled((byte) 4), filled((byte) 0xff)}) {
            byte[] wrong = body.clone();
            System.arraycopy(point, 0, wrong, 9, 65);
            assertThat(sealing.open("/en", wrong)).isEmpty();
        }
        assertThat(new DoorSealing(clock).open("/en", body)).as("of another door").isEmpty();
        var other = new DoorSealer(new DoorSealing(clock).shown());
        byte[] name = DoorKey.name(Base64.getDecoder().decode(sealing.shown()));
        assertThat(sealing.open("/en", other.sealed("/en", name, new byte[100]))).as("under its name").isEmpty();
    }

    private static byte[] filled(byte with) {
        byte[] point = new byte[65];
        Arrays.fill(point, with);
        return point;
    }

    @Test
    void theSameBodyOpensOnce() {
        byte[] body = sealer().sealed("/en", "/en", "words=abc");
        assertThat(sealing.open("/en", body)).isPresent();
        assertThat(sealing.open("/en", body)).isEmpty();
        clock.move(DoorSealing.DAY.minusSeconds(1));
        assertThat(sealing.open("/en", body)).as("as long as its key is there").isEmpty();
    }

    @Test
    void eachDayHasItsKeyAndAnHourLaterNothingOpensWhatWasSealedWithTheOneBefore() {
        var shown = sealing.shown();
        var bodies = IntStream.range(0, 3).mapToObj(i -> sealer().sealed("/en", "/en", "words=" + i)).toList();
        clock.move(DoorSealing.DAY.minusSeconds(1));
        assertThat(sealing.shown()).isEqualTo(shown);
        clock.move(java.time.Duration.ofSeconds(1));
        assertThat(sealing.shown()).isNotEqualTo(shown);
        assertThat(sealing.open("/en", bodies.getFirst())).isPresent();
        assertThat(sealing.open("/en", bodies.getFirst())).as("once").isEmpty();
        assertThat(sealing.open("/en", sealer().sealed("/en", "/en", "words=new"))).isPresent();
        clock.move(DoorSealing.LATE.minusSeconds(1));
        assertThat(sealing.open("/en", bodies.get(1))).isPresent();
        clock.move(java.time.Duration.ofSeconds(1));
        assertThat(sealing.open("/en", bodies.get(2))).isEmpty();
    }

    @Test
    void lengthsComeInAFewSizesAndWhatLiesInThemComesOutAsItWas() {
        for (int words : new int[] {0, 1, 4000, 12_000})
            assertThat(sealer().sealed("/en", "/en", "x".repeat(words))).as(words + " bytes").hasSize(16 * 1024);
        assertThat(sealer().sealed("/en", "/en", "x".repeat(17_000))).hasSize(64 * 1024);
        var picture = sealing.open("/en", sealer().sealed("/en", "/en", "x".repeat(900_000))).orElseThrow();
        assertThat(picture.letter().body()).hasSize(900_000);
        for (int length : new int[] {0, 10, 50_000})
            assertThat(picture.sealed(new DoorLetter("200", "text/html", new byte[length]), 50_000))
                    .hasSize(64 * 1024);
        assertThat(DoorLetter.size(16 * 1024)).hasValue(16 * 1024);
        assertThat(DoorLetter.size(16 * 1024 + 1)).hasValue(64 * 1024);
        assertThat(DoorLetter.size(17_000_000)).isEmpty();
        assertThatThrownBy(() -> picture.sealed(new DoorLetter("200", "", new byte[17_000_000]), 0))
                .hasMessageContaining("17000").hasMessageNotContaining("\0");
    }

    @Test
    void whatIsSealedButNoLetterIsNothing() {
        byte[] name = DoorKey.name(Base64.getDecoder().decode(sealing.shown()));
        for (var inner : new byte[][] {{}, {0, 0, 0}, number(1, ""), number(-1, "a\nb\n"), number(99, "a\nb\n"),
                number(3, "abc"), number(3, "a\nb"), number(Integer.MAX_VALUE, "a\nb\n"),
                number(400, "a".repeat(350) + "\n" + "b\n".repeat(30))})
            assertThat(sealing.open("/en", sealer().sealed("/en", name, inner))).as(Arrays.toString(inner)).isEmpty();
        assertThat(sealing.open("/en", sealer().sealed("/en", name, number(4, "a\nb\n"))).orElseThrow().letter()
                .body()).isEmpty();
    }

    private static byte[] number(int length, String text) {
        return ByteBuffer.allocate(4 + text.length()).putInt(length).put(text.getBytes(StandardCharsets.UTF_8)).array();
    }
}
