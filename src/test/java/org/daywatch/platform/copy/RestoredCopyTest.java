package org.daywatch.platform.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is tried on a quiet afternoon, and nobody is told of an alert. */
class RestoredCopyTest {

    private static final Instant TAKEN = Instant.parse("2026-08-03T13:00:00Z");

    @TempDir Path data;

    @Test
    void anInstallationIsNoCopyAndWhatARestoreLaidOutIsOneWithAMarkOfItsOwn(@TempDir Path other) throws Exception {
        assertThat(new RestoredCopy(data, "").isOne()).isFalse();
        RestoredCopy.mark(data, TAKEN);
        RestoredCopy.mark(other, TAKEN);
        var copy = new RestoredCopy(data, "");
        assertThat(copy.now()).hasValueSatisfying(now -> assertThat(now.of()).isEqualTo(TAKEN));
        assertThat(copy.lines()).singleElement().asString().contains("sends nothing to anybody");
        assertThat(new RestoredCopy(other, "").now().orElseThrow().mark())
                .isNotEqualTo(copy.now().orElseThrow().mark());
    }

    @Test
    void onceItTookTheOriginalsPlaceItIsNoneAlsoAfterTheNextStart() throws Exception {
        RestoredCopy.mark(data, TAKEN);
        var copy = new RestoredCopy(data, "");
        copy.takesItsPlace();
        assertThat(copy.isOne()).isFalse();
        assertThat(copy.lines()).isEmpty();
        assertThat(new RestoredCopy(data, "").isOne()).isFalse();
    }

    @Test
    void whatTheEnvironmentSaysStaysUntilTheEnvironmentSaysOtherwise() {
        var copy = new RestoredCopy(data, "drill-2026");
        assertThat(copy.now().orElseThrow().mark()).isEqualTo("drill-2026");
        assertThatThrownBy(copy::takesItsPlace).isInstanceOf(InvalidInput.class);
        assertThat(copy.isOne()).isTrue();
        assertThatThrownBy(() -> new RestoredCopy(data, "drill 2026; *")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("drill 2026; *").hasMessageContaining("letters, figures and dashes");
    }
}
