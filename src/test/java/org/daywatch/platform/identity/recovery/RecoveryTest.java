package org.daywatch.platform.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.identity.recovery.Recovery.Command;
import org.daywatch.platform.identity.recovery.Recovery.State;
import org.junit.jupiter.api.Test;

/** A-30 of docs/security. */
class RecoveryTest {

    private static final Instant NOW = Instant.parse("2026-08-03T13:00:00Z");
    private final UUID org = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Recovery asked = Recovery.request(org, owner, "I know her voice", first, NOW).orThrow().state();

    @Test
    void nobodyAsksApprovesOrHandsOutForThemselves() {
        refused(() -> Recovery.request(org, owner, "please", owner, NOW).orThrow(), IdentityRefusal.OWN_RECOVERY);
        refused(() -> asked.decide(new Command.Approve(owner), NOW).orThrow(), IdentityRefusal.OWN_RECOVERY);
        refused(() -> approved().decide(new Command.HandOut(owner), NOW.plus(Recovery.DELAY)).orThrow(),
                IdentityRefusal.OWN_RECOVERY);
    }

    @Test
    void whoAskedCannotApprove() {
        refused(() -> asked.decide(new Command.Approve(first), NOW).orThrow(),
                IdentityRefusal.SECOND_ADMINISTRATOR_NEEDED);
    }

    @Test
    void thereIsNoLinkBeforeASecondAdministratorApprovedAndADayHasPassed() {
        refused(() -> asked.decide(new Command.HandOut(second), NOW.plus(Duration.ofDays(9))).orThrow(),
                IdentityRefusal.RECOVERY_NOT_APPROVED);
        refused(() -> approved().decide(new Command.HandOut(first), NOW.plus(Recovery.DELAY).minusSeconds(1)).orThrow(),
                IdentityRefusal.RECOVERY_TOO_EARLY);
        assertThat(approved().decide(new Command.HandOut(first), NOW.plus(Recovery.DELAY)).orThrow().state().state())
                .isInstanceOf(State.HandedOut.class);
    }

    @Test
    void approvingAgainDoesNotStartTheDayAnew() {
        var again = approved().decide(new Command.Approve(second), NOW.plus(Duration.ofHours(20))).orThrow().state();
        assertThat(((State.Approved) again.state()).readyAt()).isEqualTo(NOW.plus(Recovery.DELAY));
    }

    @Test
    void whatWasStoppedOrUsedIsOver() {
        var stopped = approved().decide(new Command.Stop(null), NOW).orThrow().state();
        var used = approved().decide(new Command.HandOut(first), NOW.plus(Recovery.DELAY)).orThrow().state();
        for (var over : new Recovery[] {stopped, used}) {
            for (var command : new Command[] {new Command.Approve(second), new Command.HandOut(first),
                    new Command.Stop(first)}) {
                refused(() -> over.decide(command, NOW.plus(Duration.ofDays(3))).orThrow(),
                        IdentityRefusal.RECOVERY_OVER);
            }
        }
    }

    private Recovery approved() {
        return asked.decide(new Command.Approve(second), NOW).orThrow().state();
    }

    private static void refused(Runnable act, IdentityRefusal why) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(why));
    }
}
