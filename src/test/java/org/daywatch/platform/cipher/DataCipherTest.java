package org.daywatch.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A-11, P-14 of docs/security. */
class DataCipherTest {

    private static final byte[] PLAN = "<svg>the gym</svg>".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private DataKeys keys;
    private DataCipher cipher;

    @BeforeEach
    void aCipher() {
        keys = new DataKeys(folder.resolve("keys"));
        cipher = new DataCipher(keys);
    }

    @Test
    void whatIsEncryptedOpensAtItsPlaceOnlyAndOnlyUnchanged() {
        byte[] sealed = cipher.encrypt(PLAN, "site plan 1");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).startsWith("DWC1").doesNotContain("gym");
        assertThat(sealed).hasSize(PLAN.length + DataCipher.LONGER);
        assertThat(cipher.decrypt(sealed, "site plan 1")).isEqualTo(PLAN);
        assertThatThrownBy(() -> cipher.decrypt(sealed, "site plan 2"))
                .hasMessageContaining("changed, or belongs to another place");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(sealed, "site plan 1")).isInstanceOf(IllegalStateException.class);
        assertThat(cipher.encrypted(PLAN)).isFalse();
        assertThat(cipher.encrypt(PLAN, "x")).as("never the same twice").isNotEqualTo(cipher.encrypt(PLAN, "x"));
    }

    @Test
    void theKeyIsInAFileOnlyItsOwnerReadsAndAnotherNodeReadsItToo() throws Exception {
        byte[] sealed = cipher.encrypt(PLAN, "p");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rw-------");
        assertThat(new DataCipher(new DataKeys(folder.resolve("keys"))).decrypt(sealed, "p")).isEqualTo(PLAN);
        Files.delete(folder.resolve("keys"));
        assertThatThrownBy(() -> new DataCipher(new DataKeys(folder.resolve("keys"))).decrypt(sealed, "p"))
                .hasMessageContaining("restore the file data-keys/keys");
    }

    @Test
    void aNewKeyEncryptsFromNowOnAndTheOneBeforeItStillOpensUntilTheNext() {
        byte[] first = cipher.encrypt(PLAN, "p");
        keys.renew();
        assertThat(cipher.upToDate(first)).isFalse();
        byte[] second = cipher.again(first, "p");
        assertThat(cipher.upToDate(second)).isTrue();
        keys.forgetOlder();
        assertThat(cipher.decrypt(first, "p")).as("a node may just have stored it").isEqualTo(PLAN);
        keys.renew();
        keys.forgetOlder();
        assertThat(cipher.decrypt(second, "p")).isEqualTo(PLAN);
        assertThatThrownBy(() -> cipher.decrypt(first, "p")).hasMessageContaining("is not there");
        assertThat(cipher.decrypt(cipher.again(PLAN, "p"), "p")).as("what was in the clear").isEqualTo(PLAN);
    }
}
