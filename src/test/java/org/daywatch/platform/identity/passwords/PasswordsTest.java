package org.daywatch.platform.identity.passwords;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long, and not soon guessed; nothing else is asked. */
class PasswordsTest {

    private static final List<String> ROBIN = List.of("robin.alder@mesquite.example", "Robin Alder");

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "123456789012345", "qwertyuiopasdfgh", "iloveyouforever1",
            "password1234567!", "letmeinletmein99", "abcdefghijklmnop", "sunshine2026school", "daywatchdaywatch",
            "robin.alder@mesquite.example", "RobinAlderRobinAlder"})
    void whatIsGuessedSoonIsRefusedHoweverLongItIs(String password) {
        assertThatThrownBy(() -> Passwords.refuseWeak(password, ROBIN)).isInstanceOfSatisfying(InvalidInput.class,
                wrong -> org.assertj.core.api.Assertions.assertThat(wrong.errors()).singleElement()
                        .satisfies(e -> org.assertj.core.api.Assertions.assertThat(e.field() + e.message())
                                .isEqualTo("passwordaccount.password.common")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a quiet morning at school", "prairie dogs whistle", "correcthorsebatterystaple",
            "vq3!mZk0w_Tt7Lpe", "Desert willow, two buses late"})
    void aSentenceOrARandomWordIsTaken(String password) {
        assertThatCode(() -> Passwords.refuseWeak(password, ROBIN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fourteen chars", "aaaaaaaaaaaaaaaaaaaaaa", "abababababababababab"})
    void shortOnesAndTheSameFewCharactersAreRefused(String password) {
        assertThatThrownBy(() -> Passwords.refuseWeak(password, ROBIN)).isInstanceOf(InvalidInput.class);
    }
}
