package org.daywatch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SlowHashTest {

    @Test
    void aWordIsKnownAgainByAHashThatIsAnotherEachTimeAndTellsItsCost() {
        byte[] kept = SlowHash.of("1234");
        assertThat(SlowHash.matches("1234", kept)).isTrue();
        assertThat(SlowHash.matches("1235", kept)).isFalse();
        assertThat(SlowHash.of("1234")).isNotEqualTo(kept);
        assertThat(new String(kept, StandardCharsets.US_ASCII)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        assertThat(SlowHash.matches("1234", new byte[32])).isFalse();
        assertThat(SlowHash.matches("", "".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }
}
