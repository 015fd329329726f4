package org.daywatch.platform.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretFieldsTest {

    @Test
    void passwordsHoweverTheyAreCalledAndPinsAreNeverShownAgain() {
        for (var secret : List.of("password", "currentPassword", "smtp-PASSWORD", "pin"))
            assertThat(SecretFields.is(secret)).as(secret).isTrue();
        for (var text : List.of("pinned", "opinion", "words", "reason"))
            assertThat(SecretFields.is(text)).as(text).isFalse();
        assertThat(SecretFields.any(List.of("label", "pin"))).isTrue();
        assertThat(SecretFields.any(List.of("label", "reason"))).isFalse();
    }
}
