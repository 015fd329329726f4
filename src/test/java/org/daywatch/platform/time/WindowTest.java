package org.daywatch.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** F-17, P-18 of docs/security. */
class WindowTest {

    private static final Instant SEVEN = Instant.parse("2026-08-10T14:00:00Z");

    @Test
    void refusesAWindowThatDoesNotEndAfterItStarts() {
        assertThatThrownBy(() -> new Window(SEVEN, SEVEN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("end after");
        assertThatThrownBy(() -> hours(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void backToBackWindowsTouchAndDoNotOverlap() {
        assertThat(hours(0, 4).overlaps(hours(4, 8))).isFalse();
        assertThat(hours(0, 4).intersect(hours(4, 8))).isEmpty();
        assertThat(hours(0, 5).overlaps(hours(4, 8))).isTrue();
        assertThat(hours(0, 5).intersect(hours(4, 8))).contains(hours(4, 5));
    }

    @Test
    void holdsItsStartButNotItsEnd() {
        assertThat(hours(0, 4).contains(SEVEN)).isTrue();
        assertThat(hours(0, 4).contains(SEVEN.plus(Duration.ofHours(4)))).isFalse();
        assertThat(hours(0, 4).contains(hours(0, 4))).isTrue();
        assertThat(hours(0, 4).contains(hours(0, 5))).isFalse();
    }

    @Test
    void splitsOnlyStrictlyInside() {
        assertThat(hours(0, 4).split(hours(1, 2).start())).containsExactly(hours(0, 1), hours(1, 4));
        assertThat(hours(0, 4).split(SEVEN)).containsExactly(hours(0, 4));
        assertThat(hours(0, 4).split(hours(0, 4).end())).containsExactly(hours(0, 4));
    }

    @Test
    void cutsOutWhatIsTaken() {
        assertThat(hours(0, 8).minus(hours(2, 3))).containsExactly(hours(0, 2), hours(3, 8));
        assertThat(hours(0, 8).minus(hours(-1, 3))).containsExactly(hours(3, 8));
        assertThat(hours(0, 8).minus(hours(-1, 9))).isEmpty();
        assertThat(hours(0, 8).minus(hours(8, 9))).containsExactly(hours(0, 8));
        assertThat(hours(0, 8).minus(List.of(hours(1, 2), hours(4, 9)))).containsExactly(hours(0, 1), hours(2, 4));
    }

    @Test
    void mergesOverlappingAndTouchingWindows() {
        assertThat(Window.merge(List.of(hours(4, 6), hours(0, 2), hours(2, 3), hours(5, 7))))
                .containsExactly(hours(0, 3), hours(4, 7));
        assertThat(Window.merge(List.of())).isEmpty();
    }

    @Test
    void widensByDifferentMarginsOnEachSide() {
        var wide = hours(0, 1).widen(Duration.ofMinutes(15), Duration.ofMinutes(20));
        assertThat(wide.minutes()).isEqualTo(95);
        assertThat(wide.start()).isEqualTo(SEVEN.minusSeconds(900));
    }

    @Property
    void whatIsLeftAndWhatIsTakenAddUpToTheWhole(
            @ForAll @Size(max = 6) List<@IntRange(min = -100, max = 200) Integer> starts) {
        var whole = minutes(0, 100);
        var taken = new ArrayList<Window>();
        for (int i = 0; i < starts.size(); i++) taken.add(minutes(starts.get(i), starts.get(i) + 1 + i * 17));
        long left = whole.minus(taken).stream().mapToLong(Window::minutes).sum();
        long gone = Window.merge(taken).stream().flatMap(w -> w.intersect(whole).stream()).mapToLong(Window::minutes)
                .sum();
        assertThat(left + gone).isEqualTo(100);
    }

    private static Window hours(int from, int to) {
        return minutes(from * 60, to * 60);
    }

    private static Window minutes(int from, int to) {
        return new Window(SEVEN.plus(Duration.ofMinutes(from)), SEVEN.plus(Duration.ofMinutes(to)));
    }
}
