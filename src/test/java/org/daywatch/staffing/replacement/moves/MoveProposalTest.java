package org.daywatch.staffing.replacement.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.replacement.moves.MoveProposal.Step;
import org.daywatch.staffing.replacement.moves.MoveProposal.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveProposalTest {

    @Test
    void whoIsFreeBeginsAndTheOpenPostComesLast() {
        var steps = List.of(step(1, null, "Ana"), step(2, "Ana", "Ben"), step(3, "Ben", "Cal"));
        assertThat(MoveProposal.inOrder(steps)).extracting(s -> s.to().name()).containsExactly("Cal", "Ben", "Ana");
        assertThat(MoveProposal.inOrder(steps.reversed())).extracting(s -> s.to().name()).containsExactly("Cal", "Ben",
                "Ana");
    }

    @Test
    void twoWhoExchangeAreNotLeftOut() {
        assertThat(MoveProposal.inOrder(List.of(step(1, "Ana", "Ben"), step(2, "Ben", "Ana")))).hasSize(2);
    }

    @Test
    void theOpenPostIsNotCountedAmongTheOthers() {
        assertThat(new MoveProposal(List.of(step(1, null, "Ana"), step(2, "Ana", "Ben")), 60, 900, true).others())
                .isEqualTo(1);
        assertThat(new MoveProposal(List.of(), 60, 0, true).others()).isZero();
    }

    private static Step step(int post, @Nullable String from, String to) {
        return new Step(new UUID(0, post), new UUID(1, post),
                Window.of(Instant.parse("2026-08-04T14:10:00Z"), Duration.ofHours(7)), null,
                from == null ? null : who(from), who(to), false);
    }

    private static Who who(String name) {
        return new Who(new UUID(2, name.hashCode()), name);
    }
}
