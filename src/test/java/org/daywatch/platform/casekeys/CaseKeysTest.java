package org.daywatch.platform.casekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.daywatch._story.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of cases: what opens with them, and what does not any more. */
class CaseKeysTest {

    private static final UUID DISTRICT = UUID.fromString("7c1b0f5e-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("7c1b0f5e-0000-4000-8000-000000000002");
    private static final byte[] WORDS = "somebody does not eat".getBytes(StandardCharsets.UTF_8);

    @TempDir Path temp;
    private final UUID caseId = UUID.randomUUID();
    private final TestClock clock = new TestClock();
    private CaseKeys keys;

    @BeforeEach
    void fresh() {
        keys = new CaseKeys(temp.resolve("keys"), new WrappingKeyFile(temp.resolve("outside/key")));
    }

    @Test
    void whatIsSealedOpensInItsPlaceAlone() {
        byte[] sealed = keys.seal(DISTRICT, caseId, WORDS, "note 1");
        assertThat(keys.open(DISTRICT, caseId, sealed, "note 1")).hasValue(WORDS);
        assertThatThrownBy(() -> keys.open(DISTRICT, caseId, sealed, "note 2")).hasMessageContaining("note 2");
        var another = UUID.randomUUID();
        keys.seal(DISTRICT, another, WORDS, "note 1");
        assertThatThrownBy(() -> keys.open(DISTRICT, another, sealed, "note 1")).hasMessageContaining("another case");
        assertThat(keys.open(OTHER, caseId, sealed, "note 1")).as("of another district").isEmpty();
        assertThat(new CaseKeys(temp.resolve("keys"), new WrappingKeyFile(temp.resolve("outside/key")))
                .open(DISTRICT, caseId, sealed, "note 1")).as("by another node").hasValue(WORDS);
    }

    @Test
    void theKeysOfOneDistrictOpenNothingInTheFolderOfAnother() throws IOException {
        byte[] sealed = keys.seal(DISTRICT, caseId, WORDS, "note");
        keys.seal(OTHER, UUID.randomUUID(), WORDS, "note");
        Files.copy(temp.resolve("keys/" + DISTRICT + "/" + caseId), temp.resolve("keys/" + OTHER + "/" + caseId));
        assertThatThrownBy(() -> keys.open(OTHER, caseId, sealed, "note")).hasMessageContaining("another organization");
    }

    @Test
    void withoutTheKeyFromOutsideTheFolderOpensNothing() {
        byte[] sealed = keys.seal(DISTRICT, caseId, WORDS, "note");
        var elsewhere = new CaseKeys(temp.resolve("keys"), new WrappingKeyFile(temp.resolve("another/key")));
        assertThatThrownBy(() -> elsewhere.open(DISTRICT, caseId, sealed, "note"))
                .hasMessageContaining("restore the wrapping key");
    }

    @Test
    void aDestroyedKeyIsGoneForGoodAndIsNotMadeAnew() throws IOException {
        byte[] sealed = keys.seal(DISTRICT, caseId, WORDS, "note");
        byte[] wrapped = Files.readAllBytes(temp.resolve("keys/" + DISTRICT + "/" + caseId));
        keys.destroy(DISTRICT, caseId);
        assertThat(keys.open(DISTRICT, caseId, sealed, "note")).isEmpty();
        assertThatThrownBy(() -> keys.seal(DISTRICT, caseId, WORDS, "note")).isInstanceOf(CaseIsShredded.class);
        try (var files = Files.walk(temp)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(contains(Files.readAllBytes(file), wrapped)).as(file.toString()).isFalse();
        }
        keys.destroy(DISTRICT, caseId);
        keys.destroy(DISTRICT, UUID.randomUUID());
    }

    @Test
    void ofManyWhoMakeAKeyAtOnceAllGetTheSame() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<byte[]>> work = Stream.<Callable<byte[]>>generate(() -> () -> new CaseKeys(
                    temp.resolve("keys"), new WrappingKeyFile(temp.resolve("outside/key")))
                    .seal(DISTRICT, caseId, WORDS, "note")).limit(8).toList();
            keys.seal(DISTRICT, UUID.randomUUID(), WORDS, "note"); // the keys above it are there
            for (var sealed : pool.invokeAll(work))
                assertThat(keys.open(DISTRICT, caseId, sealed.get(), "note")).hasValue(WORDS);
        }
        try (var files = Files.list(temp.resolve("keys/" + DISTRICT))) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void copiesAreMadeOnceADayForTheirOwnerAloneAndGoWhenTheirTermIsOver() throws IOException {
        var copies = new KeyCopies(keys, new CaseKeySettings("", temp.resolve("copies").toString(), 35), clock);
        keys.seal(DISTRICT, caseId, WORDS, "note");
        var made = copies.everyDay().orElseThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
        assertThat(copies.everyDay()).hasValue(made);
        for (int day = 1; day <= 40; day++) {
            clock.move(Duration.ofDays(1));
            copies.everyDay();
        }
        assertThat(copies.kept()).hasSize(35).first().isEqualTo(copies.today().minusDays(34));
        assertThat(copies.finalOn(copies.today())).isEqualTo(copies.today().plusDays(35));
        var none = new KeyCopies(keys, new CaseKeySettings("", "", 35), clock);
        assertThat(none.everyDay()).isEmpty();
        assertThat(none.kept()).isEmpty();
        assertThat(none.finalOn(none.today())).as("without copies it is final at once").isEqualTo(none.today());
        assertThatThrownBy(() -> new CaseKeySettings("", "", 0)).hasMessageContaining("Give 1 to 366");
    }

    static boolean contains(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
